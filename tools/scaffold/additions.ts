import { recordPaths } from '../../src/core/check/project-problems.ts';
import { claimsOf } from '../../src/core/knowledge/entry-claims.ts';
import { type EntryKind, entryFolders } from '../../src/core/model/entry.ts';
import { shortTitleLength } from '../../src/core/model/question-schema.ts';
import { fillSkeleton, titleFromId, type Values } from './fill.ts';
import { Edits, type Project } from './project.ts';
import type { Request, Thing } from './request.ts';
import { insertInline, insertItem, replaceValue } from './yaml-lists.ts';

const packPath = 'content/assessment/pack.yaml';
const crosswalkPath = 'content/study/frameworks/crosswalk.yaml';

/** The values that skeletons of questions, signals and entries share. An entry that exists gives title and claims. */
function valuesFor({ id, options, claims }: Request, { kb }: Project): Values {
  const entry = kb.entries.get(id);
  const title = entry?.title ?? titleFromId(id);
  const cited = claims.length > 0 ? claims : entry ? claimsOf(entry).slice(0, 4) : [];
  const short = title.length > shortTitleLength ? 'short: TODO a short title\n' : '';
  return { ...options, id, title, short, claims: cited.join(', '), cited: cited.join(' ') };
}

/** Adds an entry with its permanent id, unless it exists. */
function addEntry(edits: Edits, id: string, kind: EntryKind, values: Values): void {
  if (edits.project.kb.entries.has(id)) return;
  edits.create(`content/${entryFolders[kind]}/${id}.mdx`, fillSkeleton('entry.mdx', values));
  edits.editIfThere(recordPaths.permanentIds, (text) => insertInline(text, [kind], id));
}

/** The version after one that was released. */
const nextVersion = (version: string): string => {
  const [major = '0', minor = '0'] = version.split('.');
  return `${major}.${Number(minor) + 1}.0`;
};

/** Raises the version of the pack if it was released, so that its questions may change. */
function raiseVersion(edits: Edits): void {
  const { kb, records, today } = edits.project;
  if (!records.releasedPacks?.some(({ version }) => version === kb.pack.version)) return;
  const version = nextVersion(kb.pack.version);
  edits.edit(packPath, (text) => {
    const withChange = insertItem(text, ['changelog'], fillSkeleton('change.yaml', { version, date: today }), -1);
    return replaceValue(withChange, ['version'], version);
  });
  for (const team of kb.sampleAnswers.keys())
    edits.edit(`content/samples/${team}.json`, (text) => replaceValue(text, ['pack', 'version'], `"${version}"`));
}

/** The place of the last question of a stage in the frozen order; the end of the order if the stage has none. */
function lastOfStage({ kb }: Project, stage: string): number {
  const stageOf = (id: string) => (kb.questions.get(id) ?? kb.symptoms.get(id))?.stage;
  const last = kb.pack.order.findLastIndex((id) => stageOf(id) === stage);
  return last === -1 ? kb.pack.order.length - 1 : last;
}

/** Adds an answer to a sample, behind the answer to the question before it. */
function answerSample(text: string, id: string, before: string | undefined): string {
  const { answers }: { answers: { item: string }[] } = JSON.parse(text);
  const after = answers.findIndex(({ item }) => item === before);
  const answer = JSON.stringify({ item: id, rev: 1, state: 'dk', note: 'TODO Answer for this team.' });
  const spaced = answer.replaceAll(/(":|,)"?/g, (part) => (part.endsWith('"') ? `${part.slice(0, -1)} "` : `${part} `));
  return insertInline(text, ['answers'], spaced, ',\n    ', after === -1 ? answers.length - 1 : after);
}

/** Puts a question at the end of its stage, and answers it in every sample. */
function ask(edits: Edits, id: string, stage: string): void {
  const { kb } = edits.project;
  const place = lastOfStage(edits.project, stage);
  raiseVersion(edits);
  edits.edit(packPath, (text) => insertItem(text, ['order'], id, place));
  for (const team of kb.sampleAnswers.keys())
    edits.edit(`content/samples/${team}.json`, (text) => answerSample(text, id, kb.pack.order[place]));
}

/** Adds a file to copy, and names it in the entry of its practice. */
function addTemplate(edits: Edits, { id, options: { practice = '' } }: Request): void {
  const [name = '', type] = id.split('.');
  const values = { file: id, title: titleFromId(name) };
  edits.create(`content/templates/${id}`, fillSkeleton(`template.${type}.txt`, values));
  edits.edit(`content/practices/${practice}.mdx`, (text) =>
    text.replace(/^(?=variables:)/m, fillSkeleton('template-of-practice.yaml', values)),
  );
}

/** What each thing adds. */
const additions: Readonly<Record<Thing, (edits: Edits, request: Request, values: Values) => void>> = {
  entry: (edits, { id, options }, values) => addEntry(edits, id, options['kind'] as EntryKind, values),
  question: (edits, { id, options: { variable, stage = '' } }, values) => {
    edits.create(`content/assessment/questions/${variable}/${id}.yaml`, fillSkeleton('practice.yaml', values));
    ask(edits, id, stage);
    edits.edit(crosswalkPath, (text) => insertItem(text, ['crosswalk'], fillSkeleton('crosswalk.yaml', values)));
    addEntry(edits, id, 'practice', values);
  },
  symptom: (edits, { id, options: { stage = '' } }, values) => {
    edits.create(`content/assessment/symptoms/${id}.yaml`, fillSkeleton('symptom.yaml', values));
    ask(edits, id, stage);
  },
  signal: (edits, { id, options }, values) => {
    edits.create(`content/assessment/signals/${id}.yaml`, fillSkeleton('signal.yaml', values));
    const { variable = '', stage = '' } = edits.project.kb.questions.get(options['practice'] ?? '') ?? {};
    addEntry(edits, id, options['kind'] as EntryKind, { ...values, variable, stage });
    edits.editIfThere(recordPaths.signalCases, (text) =>
      insertItem(text, ['signals'], fillSkeleton('story.yaml', values)),
    );
  },
  template: addTemplate,
  rule: (edits, { options: { file } }, values) =>
    edits.edit(`content/assessment/look/${file}.yaml`, (text) =>
      insertItem(text, ['rules'], fillSkeleton('rule.yaml', values)),
    ),
};

/** The files that a checked request adds or changes, with their new texts. Nothing is written. */
export function filesFor(request: Request, project: Project): Map<string, string> {
  const edits = new Edits(project);
  additions[request.thing](edits, request, valuesFor(request, project));
  return edits.files;
}
