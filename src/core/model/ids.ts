// The ids of the study and of the assessment as plain lists, so that a page can use a list without loading its schema.

/** The three Vs of the 2022 study, in the order in which the study names them. */
export const variableIds = ['velocity', 'validation', 'versioning'] as const;
/** The four tasks of the MLOps loop. */
export const stageIds = [
  'data-collection-labeling',
  'experimentation',
  'evaluation-deployment',
  'monitoring-response',
] as const;
/** The four layers of the MLOps stack, top to bottom. */
export const layerIds = ['run', 'pipeline', 'component', 'infrastructure'] as const;
/** Whether the authors say it or we infer it. */
export const basisIds = ['stated', 'inferred'] as const;
/** The three tensions between two Vs. */
export const tensionEntryIds = [
  'velocity-and-validation',
  'validation-and-versioning',
  'velocity-and-versioning',
] as const;
/** The quick check, or all questions. */
export const depthIds = ['quick', 'full'] as const;
/**
 * Fields of the context that a team may give, each with its values. Links hold the place of a value in its list, so the
 * order of fields and values is frozen: new ones come last.
 */
export const contextValues = {
  serving: ['online', 'batch', 'both'],
  userLabels: ['yes', 'partly', 'no'],
  highStakes: ['yes', 'no'],
  models: ['one', 'few', 'many'],
  teamSize: ['small', 'medium', 'large', 'alone'],
  model: ['train', 'adapt', 'hosted'],
} as const;

/** The situations of a diagnosis: which kind of message the answers call for. */
export const situationIds = [
  'not-enough-known',
  'some-unknown',
  'all-low',
  'strong-yet-trouble',
  'strong-with-exceptions',
  'all-strong',
  'one-low',
  'two-low',
  'mixed',
] as const;
/** Sentences of a diagnosis that do not depend on its situation. */
export const sentenceIds = [
  'unknown',
  'few-apply',
  'settle',
  'already-known',
  'caution-many',
  'change',
  'agree',
  'few-shared',
  'apart',
  'scores-dropped',
  'find-out',
  'look-first',
  'not-explained',
  'not-known',
  'numbers',
] as const;

/** How sure a person is of an answer, from most to least. */
export const confidenceIds = ['sure', 'fairly', 'guessing'] as const;
/** What backs an answer, from least to most. */
export const evidenceKinds = ['claimed', 'shown', 'measured'] as const;
/** How often a move stays among the first, in words that the interface and Markdown have. */
export const stabilityWords = ['hardly-any', 'few', 'about-half', 'most', 'nearly-all', 'all'] as const;

export type SituationId = (typeof situationIds)[number];
export type SentenceId = (typeof sentenceIds)[number];
export type VariableId = (typeof variableIds)[number];
export type StageId = (typeof stageIds)[number];
export type LayerId = (typeof layerIds)[number];
export type Depth = (typeof depthIds)[number];
export type ContextField = keyof typeof contextValues;

/** A filter for the questions of a depth: `items.filter(askedAt('quick'))`. Full asks all of them. */
export const askedAt =
  (depth: Depth) =>
  (item: { depth: Depth }): boolean =>
    depth === 'full' || item.depth === 'quick';

/** The depth that asks all of these questions: full once one is asked only there. Ids without a question do not count. */
export const depthAsking = (ids: ReadonlySet<string>, items: readonly { id: string; depth: Depth }[]): Depth =>
  items.some(({ id, depth }) => depth === 'full' && ids.has(id)) ? 'full' : 'quick';
