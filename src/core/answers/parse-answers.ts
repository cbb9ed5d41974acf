import type { PackOutline } from '../model/pack.ts';
import type { Answers } from './answers.ts';
import { answersSchema } from './answers-schema.ts';
import { type FieldProblem, fileFormat, listProblems, revisionProblems } from './file-format.ts';

/**
 * Problems of ids and revisions: every id has to exist in the pack and may occur once.
 * @param formerIds ids of questions from older versions. If given, lower revisions are accepted, too.
 */
export function idProblems(answers: Answers, pack: PackOutline, formerIds?: readonly string[]): FieldProblem[] {
  const practiceIds = pack.items.filter(({ kind }) => kind === 'practice').map(({ id }) => id);
  const itemIds = new Set([...pack.items.map(({ id }) => id), ...(formerIds ?? [])]);
  const practices = { knownIds: new Set([...practiceIds, ...(formerIds ?? [])]), noun: 'practice' as const };
  const signals = { knownIds: new Set(pack.signals.map(({ id }) => id)), noun: 'signal' as const };
  const { targets, decisions, overrides } = answers;
  return [
    ...listProblems({
      list: 'answers',
      field: 'item',
      ids: answers.answers.map(({ item }) => item),
      knownIds: itemIds,
      noun: 'question',
    }),
    ...revisionProblems('answers', answers.answers, pack, formerIds !== undefined),
    ...listProblems({ list: 'targets', field: 'item', ids: targets.map(({ item }) => item), ...practices }),
    ...listProblems({
      list: 'decisions',
      field: 'practice',
      ids: decisions.map(({ practice }) => practice),
      ...practices,
    }),
    ...listProblems({ list: 'overrides', field: 'signal', ids: overrides.map(({ signal }) => signal), ...signals }),
  ];
}

/** Reads answers files. `openAnswers` also reads those of older packs. */
export const {
  shapeProblems,
  parseShape,
  parse: parseAnswers,
} = fileFormat('trivium-answers', answersSchema, idProblems);
