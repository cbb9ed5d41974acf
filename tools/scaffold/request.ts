import { nearestId } from '../../src/core/check/check-ids.ts';
import { entryFolders } from '../../src/core/model/entry.ts';
import { stageIds, variableIds } from '../../src/core/model/ids.ts';
import { choices } from '../../src/core/model/problem.ts';
import { failure, type Result, success } from '../../src/core/model/result.ts';
import type { Project } from './project.ts';

/** What can be added. */
export const things = ['entry', 'question', 'symptom', 'signal', 'template', 'rule'] as const;
export type Thing = (typeof things)[number];

/** The kinds of entries that can be added. The others are one for each V, stage, layer and pair of Vs. */
export const addableKinds = ['practice', 'pain-point', 'anti-pattern', 'opportunity', 'finding'] as const;
/** The kinds of trouble that a signal can suspect. */
export const signalKinds = ['pain-point', 'anti-pattern'] as const;

/** One thing to add, with the choices that only a person can make. Fields that it does not need are empty. */
export interface Request {
  thing: Thing;
  id: string;
  options: Readonly<Record<string, string>>;
  claims: string[];
}

/** An option of a thing: the values that it may have, and how the values are called. */
interface OptionRule {
  noun: string;
  values(project: Project): Iterable<string>;
  isOptional?: boolean;
}

const oneOf = (noun: string, values: readonly string[], isOptional = false): OptionRule => ({
  noun,
  values: () => values,
  isOptional,
});
const symptom: OptionRule = { noun: 'symptom question', values: ({ kb }) => kb.symptoms.keys() };
const practice: OptionRule = { noun: 'practice', values: ({ kb }) => kb.questions.keys() };
const stage = oneOf('stage', stageIds);

/** Practices that have an entry and no template yet. */
const practicesWithoutTemplate = ({ kb }: Project): string[] =>
  [...kb.entries.values()].filter(({ kind, template }) => kind === 'practice' && !template).map(({ id }) => id);

/** The files of rules, without their ending. */
const lookFiles = ({ kb }: Project): string[] => [
  ...new Set(
    [...kb.lookRules.keys()].map((id) => {
      const path = kb.origins.get(`lookRules ${id}`)?.file.path ?? '';
      return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
    }),
  ),
];

/** The options of each thing. */
export const optionRules: Readonly<Record<Thing, Readonly<Record<string, OptionRule>>>> = {
  entry: { kind: oneOf('kind', addableKinds), variable: oneOf('V', variableIds), stage },
  question: { variable: oneOf('V', variableIds), stage },
  symptom: { stage },
  signal: { kind: oneOf('kind', signalKinds), symptom, practice },
  template: { practice: { noun: 'practice without a template', values: practicesWithoutTemplate } },
  rule: {
    question: { noun: 'question', values: ({ kb }) => [...kb.questions.keys(), ...kb.symptoms.keys()] },
    file: { noun: 'file of rules', values: lookFiles },
  },
};

/** What rests on claims of the study. */
const restsOnClaims: readonly Thing[] = ['entry', 'question', 'symptom', 'signal'];

/** A list of values for a sentence: all if they are few, otherwise where to look. */
const possible = (values: readonly string[]): string =>
  values.length <= 12 ? choices(values) : `one of ${values.length}`;

/** What is wrong with the value of an option; undefined if nothing is. */
function optionProblem(
  name: string,
  value: string | undefined,
  rule: OptionRule,
  project: Project,
): string | undefined {
  const values = [...rule.values(project)];
  if (value !== undefined && values.includes(value)) return undefined;
  const nearest = value === undefined ? undefined : nearestId(value, values);
  const hint = nearest ? ` Did you mean "${nearest}"?` : ` Possible: ${possible(values)}.`;
  return value === undefined
    ? `--${name} is missing: it names the ${rule.noun}.${hint}`
    : `--${name} is "${value}", which is not a ${rule.noun}.${hint}`;
}

/** What has an id already, in words; undefined if nothing has. Ids are permanent: those of retired questions count. */
function ownerOf(id: string, { kb, records }: Project): string | undefined {
  const entry = kb.entries.get(id);
  if (entry) return `the ${entry.kind} in content/${entryFolders[entry.kind]}/${id}.mdx`;
  for (const map of ['questions', 'symptoms', 'signals', 'tensions', 'lookRules'] as const) {
    const origin = kb.origins.get(`${map} ${id}`);
    if (origin) return `content/${origin.file.path}`;
  }
  const former = kb.former.find(({ items }) => items.some((item) => item.id === id));
  if (former) return `a question of version ${former.version}`;
  return Object.values(records.permanentIds ?? {})
    .flat()
    .includes(id)
    ? 'a former entry'
    : undefined;
}

/** Whether an entry that exists is the one that a new question or signal needs. */
function isOwnEntry({ thing, id, options }: Request, { kb }: Project): boolean {
  const kind = kb.entries.get(id)?.kind;
  const isFree = !kb.questions.has(id) && !kb.signals.has(id) && !kb.symptoms.has(id);
  return (
    isFree && kind !== undefined && kind === (thing === 'question' ? 'practice' : options['kind']) && thing !== 'entry'
  );
}

const templateFile = /^[a-z0-9]+(-[a-z0-9]+)*\.(md|sql|yaml|csv|py|ts)$/;

/** What is wrong with the id; undefined if nothing is. */
function idProblem(request: Request, project: Project): string | undefined {
  const { thing, id } = request;
  if (thing === 'template') {
    if (!templateFile.test(id))
      return `"${id}" is not a name for a template. Use small letters, digits and hyphens, and an ending: md, sql, yaml, csv, py or ts, as in alert-review.md.`;
    return project.read(`content/templates/${id}`) === undefined
      ? undefined
      : `content/templates/${id} exists already. Choose another name.`;
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    return `"${id}" is not an id. Use small letters and digits, with hyphens between words, as in label-wait.`;
  const owner = ownerOf(id, project);
  return owner === undefined || isOwnEntry(request, project)
    ? undefined
    : `"${id}" is the id of ${owner}. Ids are permanent and used once; choose another.`;
}

/** What is wrong with the claims; undefined if nothing is. */
function claimProblem({ thing, id, claims }: Request, { kb }: Project): string | undefined {
  if (!restsOnClaims.includes(thing)) return undefined;
  const unknown = claims.find((claim) => !kb.claims.has(claim));
  if (unknown !== undefined) {
    const nearest = nearestId(unknown, kb.claims.keys());
    return `There is no claim "${unknown}".${nearest ? ` Did you mean "${nearest}"?` : ''} content/study/claims/ has all.`;
  }
  if (claims.length > 0 || kb.entries.has(id)) return undefined;
  return '--claims is missing: it names the claims of the study that this rests on, with commas between them. content/study/claims/ has all.';
}

/** Checks a request against a project: the request, or every problem that it has. */
export function checkRequest(request: Request, project: Project): Result<Request> {
  const { thing, options } = request;
  const rules = optionRules[thing];
  const problems = [
    idProblem(request, project),
    ...Object.entries(rules).map(([name, rule]) => optionProblem(name, options[name], rule, project)),
    claimProblem(request, project),
  ].filter((problem) => problem !== undefined);
  return problems.length === 0 ? success(request) : failure(...problems);
}
