import type { Path } from '../model/file-schema.ts';
import type { PackOutline } from '../model/pack.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { Answers } from './answers.ts';
import type { FieldProblem } from './file-format.ts';
import { cutAtLimit } from './limits.ts';
import type { LostPart } from './lost-part.ts';
import { idProblemsBefore, openAnswers, packProblemBefore } from './migrate.ts';
import { parseShape, shapeProblems } from './parse-answers.ts';
import { type RecoverableObject, type RecoveryRules, recoverData } from './recovery.ts';

/** Recovered answers, and every part that could not be read. */
export interface Recovered {
  answers: Answers;
  /** Empty if everything could be read. */
  lost: readonly LostPart[];
}

/** Whether a path leads to an answer: at the top level, in a hint, or in what was set aside. */
const isAnswer = (path: Path): boolean => path.at(-1) === 'before' || path.at(-2) === 'answers';

function substitutes(path: Path, key: PropertyKey): RecoverableObject | undefined {
  if (key === 'answers') return { answers: [] };
  if (key === 'kind' && path.at(-1) === 'evidence') return { kind: 'claimed' };
  if (!isAnswer(path)) return undefined;
  if (key === 'rev') return { rev: 0 }; // older than every revision: the answer becomes a hint
  return key === 'state' || key === 'level' ? { state: 'unanswered', level: undefined } : undefined;
}

const rules: RecoveryRules = {
  containers: new Set(
    (
      'answers targets decisions overrides previous setAside reread before sources respondent scope evidence' +
      ' pack context group variables spread'
    ).split(' '),
  ),
  isNeeded: ([field]) => field === 'format' || field === 'version' || field === 'pack',
  substitutes,
  cut: (_, value) => (typeof value === 'string' ? cutAtLimit(value) : undefined),
};

/** The remaining problems of a value; a sentence if it cannot be read at all. */
function nextProblems(data: unknown, pack: PackOutline): readonly FieldProblem[] | string {
  const shape = parseShape(data);
  if (!shape.ok) return shapeProblems(data);
  return packProblemBefore(shape.value, pack) ?? idProblemsBefore(shape.value, pack);
}

/**
 * Reads a value like `openAnswers`, but drops only what cannot be read: a bad field costs that field, an overlong text
 * its end, an answer with an unknown level its level but not its note.
 * Fails, with the problems of `openAnswers`, only if nothing identifies the value as answers to this pack.
 */
export function recoverAnswers(data: unknown, pack: PackOutline): Result<Recovered> {
  const result = openAnswers(data, pack);
  if (result.ok) return success({ answers: result.value, lost: [] });
  const recovered = recoverData(data, rules, (rest) => nextProblems(rest, pack));
  if (recovered === undefined) return result;
  if (typeof recovered === 'string') return failure(recovered);
  const remainder = openAnswers(recovered.data, pack);
  return remainder.ok ? success({ answers: remainder.value, lost: recovered.lost }) : result;
}
