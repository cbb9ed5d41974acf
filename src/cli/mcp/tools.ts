import * as z from 'zod';
import { entryMarkdown } from '../../build/entry-markdown.ts';
import { loadKnowledgeBase } from '../../build/knowledge-base.ts';
import { pack } from '../../build/pack.ts';
import { t } from '../../build/strings.ts';
import { templates } from '../../build/templates.ts';
import { nearestId } from '../../core/check/check-ids.ts';
import { readAnswers } from '../../core/link/read-answers.ts';
import { askedAt, type Depth, depthIds } from '../../core/model/ids.ts';
import type { PracticeQuestion, SymptomQuestion } from '../../core/model/pack-schema.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { readProposals } from '../../core/proposals/parse-proposals.ts';
import { lookAt } from '../look/look.ts';
import { lookText } from '../look/look-text.ts';
import { describeProposals } from '../propose.ts';
import { formatReport, reportOf } from '../report-formats.ts';
import { entryFinder } from '../search.ts';
import { moveText, questionText } from './texts.ts';

/** A tool of the server: what it accepts, and the text that it answers with, or the problem. */
export interface McpTool<Input extends z.ZodObject = z.ZodObject> {
  name: string;
  input: Input;
  answer(input: z.output<Input>): Result<string> | Promise<Result<string>>;
}

/** A tool whose answer is checked against its input; the list below has tools of every input. */
const tool = <Input extends z.ZodObject>(definition: McpTool<Input>): McpTool => definition as unknown as McpTool;

const idField = z.string().max(80);
const depthField = z.enum(depthIds).default('full');

/** The value of an id; the problem names the nearest id. */
function lookUp<Value>(noun: string, wanted: string, values: ReadonlyMap<string, Value>): Result<Value> {
  const value = values.get(wanted);
  if (value !== undefined) return success(value);
  const nearest = nearestId(wanted, values.keys());
  return failure(t('mcp.unknown', { noun, id: wanted, hint: nearest ? t('mcp.nearest', { id: nearest }) : '' }).trim());
}

/** The text about the value of an id. */
function about<Value>(
  noun: string,
  wanted: string,
  values: ReadonlyMap<string, Value>,
  toText: (value: Value, id: string) => string,
) {
  const result = lookUp(noun, wanted, values);
  return result.ok ? success(toText(result.value, wanted)) : result;
}

const json = (value: unknown): Result<string> => success(JSON.stringify(value, null, 1));

let find: ReturnType<typeof entryFinder> | undefined;

/** Entries that match a query, best first. The first query builds the index. */
function searchEntries(query: string, count: number): Result<string> {
  find ??= entryFinder(loadKnowledgeBase());
  return json(
    find(query)
      .slice(0, count)
      .map(({ id, kind, title, summary }) => ({ id, kind, title, summary })),
  );
}

/** The questions of a depth with their five answers, in the order in which they are asked. */
const listQuestions = (depth: Depth): Result<string> =>
  json(
    pack.items.filter(askedAt(depth)).map(({ id: item, rev, kind, variable, stage, question, anchors }) => ({
      item,
      rev,
      kind,
      variable,
      stage,
      question,
      answers: anchors.map((text, level) => ({ level, text })),
    })),
  );

/** The report of answers, by the engine of the site. */
async function scoreAnswers(text: string, depth: Depth, format: 'json' | 'md'): Promise<Result<string>> {
  const result = await readAnswers(text, pack);
  if (!result.ok) return result;
  return success(formatReport(format, reportOf(result.value, pack, depth), pack, result.value));
}

/** Every question of the pack, by id. */
const allQuestions = () => {
  const { questions, symptoms } = loadKnowledgeBase();
  return new Map<string, PracticeQuestion | SymptomQuestion>([...questions, ...symptoms]);
};

/** The tools that need no folder. */
export const tools: readonly McpTool[] = [
  tool({
    name: 'search_entries',
    input: z.object({ query: z.string().min(1).max(400), count: z.int().min(1).max(20).default(8) }),
    answer: ({ query, count }) => searchEntries(query, count),
  }),
  tool({
    name: 'read_entry',
    input: z.object({ id: idField }),
    answer: (input) =>
      about(t('mcp.noun-entry'), input.id, loadKnowledgeBase().entries, (entry) => entryMarkdown(entry)),
  }),
  tool({
    name: 'list_questions',
    input: z.object({ depth: depthField }),
    answer: (input) => listQuestions(input.depth),
  }),
  tool({
    name: 'read_question',
    input: z.object({ id: idField }),
    answer: (input) => about(t('mcp.noun-question'), input.id, allQuestions(), questionText),
  }),
  tool({
    name: 'score_answers',
    input: z.object({ answers: z.string(), depth: depthField, format: z.enum(['json', 'md']).default('json') }),
    answer: ({ answers, depth, format }) => scoreAnswers(answers, depth, format),
  }),
  tool({
    name: 'check_proposals',
    input: z.object({ proposals: z.string() }),
    answer: ({ proposals }) => {
      const result = readProposals(proposals, pack);
      return result.ok ? success(describeProposals(result.value)) : result;
    },
  }),
  tool({
    name: 'explain_move',
    input: z.object({ practice: idField }),
    answer: ({ practice }) => about(t('mcp.noun-practice'), practice, loadKnowledgeBase().questions, moveText),
  }),
  tool({
    name: 'fetch_template',
    input: z.object({ practice: idField }),
    answer: ({ practice }) =>
      about(
        t('mcp.noun-template'),
        practice,
        new Map(templates.map((each) => [each.practice.id, each])),
        ({ text }) => text,
      ),
  }),
];

/** Looks at the one folder that the person named at the start. The assistant cannot name another. */
export const lookTool = (folder: string): McpTool =>
  tool({
    name: 'look_at_folder',
    input: z.object({ format: z.enum(['text', 'json']).default('text') }),
    answer: ({ format }) => {
      const look = lookAt(folder, pack, [...loadKnowledgeBase().lookRules.values()]);
      return format === 'json' ? json(look.proposals) : success(lookText(look, pack));
    },
  });
