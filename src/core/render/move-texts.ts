import type { Answers } from '../answers/answers.ts';
import { matchesContext } from '../answers/answers.ts';
import { inContext, titleOfMove } from '../assessment/readings.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { withoutUndefined } from '../model/without-undefined.ts';
import type { Move } from '../report/plan.ts';
import type { Translate } from '../text/translate.ts';

/** How to make one move. */
export interface MoveText {
  steps: string[];
  doneWhen: string;
  leads: string;
  measure: string;
  /** What usually goes wrong. */
  risk: string;
}

/** The parts of a move that read differently in a context. */
type MoveReading = { [Field in 'steps' | 'doneWhen' | 'measure' | 'risk']?: MoveText[Field] | undefined };

/** How to make the two moves of a practice. */
export interface MoveTexts {
  start: MoveText;
  deepen: MoveText;
  /** Where to find out what the team does today. */
  look: string;
  /** What reads differently in a context. */
  readings: {
    when: object;
    look?: string | undefined;
    start?: MoveReading | undefined;
    deepen?: MoveReading | undefined;
  }[];
  /** What waiting costs; absent where no interviewee tells it. */
  waiting?: string;
}

/** How to make a move, worded for the context of the team; nothing for finding out, which only needs a look. */
export function moveTextOf(
  { kind, steps }: Pick<Move, 'kind' | 'steps'>,
  texts: MoveTexts,
  context: Answers['context'],
): MoveText | undefined {
  if (kind === 'find-out') return undefined;
  const reading = texts.readings.find((each) => matchesContext(each.when, context) && each[steps]);
  return { ...texts[steps], ...withoutUndefined(reading?.[steps] ?? {}) };
}

/** Where to find out what the team does today, worded for its context. */
export const placeToLook = ({ look, readings }: MoveTexts, context: Answers['context']): string =>
  inContext(readings, 'look', context) ?? look;

/** The title of a move, as for an issue, worded for the context of the team. */
export function moveTitle(
  { practice, kind }: Pick<Move, 'practice' | 'kind'>,
  context: Answers['context'],
  pack: Pack,
  t: Translate,
): string {
  const item = packIndex(pack).item(practice);
  const title = item?.title ?? practice;
  if (kind === 'find-out') return t('report.find-out-title', { title });
  return (item && titleOfMove(item, kind, context)) ?? title;
}

/** What a move costs: person-weeks, or about an hour for finding out. */
export const effortText = (t: Translate, { kind, personWeeks }: Pick<Move, 'kind' | 'personWeeks'>): string =>
  kind === 'find-out' ? t('report.an-hour') : t('report.person-weeks', { count: personWeeks });
