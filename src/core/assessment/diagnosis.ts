import type { SituationId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { countWords } from '../text/count-words.ts';
import { type DiagnosisInput, fill, materialOf, type Slots } from './diagnosis-material.ts';
import {
  clauseParts,
  type DiagnosisPart,
  firstParts,
  remarkParts,
  situationRow,
  statementParts,
  unknownParts,
} from './diagnosis-parts.ts';
import { areAllLow, bestWord, ratedVariables } from './rating.ts';
import { isRaised } from './signal-status.ts';
import { hurtingSymptoms } from './unexplained.ts';

/** What the report says first: a headline, and the parts around it. */
export interface Diagnosis {
  situation: SituationId;
  /** One sentence about practice, without a score. */
  headline: string;
  parts: DiagnosisPart[];
}

/** The situation of a team: the first in the pack's table that fits. Source: design of the assessment, section 8. */
function situationOf({ variables, lowest, pack, signals, answers }: DiagnosisInput): SituationId {
  const { constants } = pack;
  const rated = ratedVariables(variables, constants);
  const isStrong = rated.length > 0 && rated.every(({ word }) => word === bestWord(constants));
  const hasTrouble = signals.some(({ status }) => isRaised(status)) || hurtingSymptoms(answers, pack).length > 0;
  const fits: Record<SituationId, boolean> = {
    'not-enough-known': rated.length === 0,
    'some-unknown': variables.some(({ word }) => word === 'not-enough-known'),
    'all-low': areAllLow(variables, constants),
    'strong-yet-trouble': isStrong && hasTrouble,
    'strong-with-exceptions': isStrong && rated.some(({ except }) => except.length > 0),
    'all-strong': isStrong,
    'one-low': lowest.ids.length === 1,
    'two-low': lowest.ids.length === 2,
    mixed: true,
  };
  return pack.diagnosis.situations.find(({ id }) => fits[id])?.id ?? 'mixed';
}

/** The first form of the situation that can be filled and is short enough; if none is, the last form as it is. */
function headlineOf(situation: SituationId, slots: Slots, pack: Pack): { form: string; text: string } {
  const forms = situationRow(situation, pack)?.headline ?? [];
  for (const form of forms) {
    const text = fill(form, slots);
    if (text !== undefined && countWords(text) <= pack.constants.diagnosis.words) return { form, text };
  }
  return { form: '', text: forms.at(-1) ?? '' };
}

/**
 * Says what a sharp lead would say after an hour's talk: what holds, what hurts, what to do first, what is not known.
 * The same input always gives the same diagnosis. Its sentences come from the pack. Source: design, section 8.
 */
export function diagnose(input: DiagnosisInput): Diagnosis {
  const { pack } = input;
  const situation = situationOf(input);
  const material = materialOf(input);
  const { form, text } = headlineOf(situation, material.slots, pack);
  const { before, after } = remarkParts(input);
  return {
    situation,
    headline: text,
    parts: [
      ...before,
      ...statementParts(situation, form, material),
      ...clauseParts(situation, material, pack),
      ...firstParts(situation, material, input),
      ...unknownParts(situation, material, input),
      ...after,
    ],
  };
}
