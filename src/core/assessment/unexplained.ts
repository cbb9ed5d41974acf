import { type AnswerMap, type Context, levelOf, stateOf } from '../answers/answers.ts';
import type { SentenceId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { fillTemplate } from '../text/fill-template.ts';
import { capitalise } from '../text/format.ts';
import { checkIn, lookOf, sayOf } from './readings.ts';
import { isRaised } from './signal-status.ts';
import type { SignalResult } from './signals.ts';

/** Trouble that a team reports and no signal explains. */
export interface UnexplainedTrouble {
  symptom: string;
  level: number;
  /** The weak practice to look at first; null if none of its signals has one. */
  practice: string | null;
  /** Where to look. */
  look: string[];
  /** The check of the riskiest signal that the symptom feeds; null if it feeds none. */
  check: string | null;
  /** The trouble, and the weak practice if there is one, in a sentence or two. */
  text: string;
}

/** The signals that a question is an indicator of. */
export const signalsOf = (item: string, pack: Pack): Pack['signals'] =>
  pack.signals.filter(({ indicators }) => indicators.some((indicator) => indicator.item === item));

/** The signal to check for a symptom: the riskiest one that it feeds, of equal ones the first. Undefined if none. */
export function checkSignal(
  symptom: string,
  readings: readonly SignalResult[],
  pack: Pack,
): Pack['signals'][number] | undefined {
  const signals = signalsOf(symptom, pack);
  const ids = signals.map(({ id }) => id);
  const [riskiest] = readings.filter(({ id }) => ids.includes(id)).toSorted((a, b) => (b.point ?? 0) - (a.point ?? 0));
  return signals.find(({ id }) => id === riskiest?.id);
}

/** A plain fact that follows from an answer. */
export interface PlainFact {
  id: string;
  item: string;
  text: string;
}

/** The symptoms that hurt, in the order of the pack. */
export const hurtingSymptoms = (answers: AnswerMap, { items, constants }: Pack): PackItem[] =>
  items.filter(({ id, kind }) => kind === 'symptom' && (levelOf(answers, id) ?? -1) >= constants.diagnosis.hurts);

/** The practices that are indicators of some signals, in the order of the pack. */
function practicesBehind(signals: Pack['signals'], { items }: Pack): PackItem[] {
  const ids = new Set(
    signals.flatMap(({ indicators }) =>
      indicators.filter(({ direction }) => direction === 'inverse').map(({ item }) => item),
    ),
  );
  return items.filter(({ id }) => ids.has(id));
}

/**
 * What may be behind a symptom: the weakest practice of its signals, if it is weak enough to explain trouble, and the
 * sentence that says so, that no practice does, or that too little is known to tell.
 */
function behind(
  signals: Pack['signals'],
  answers: AnswerMap,
  pack: Pack,
): { weakest?: PackItem | undefined; sentence: SentenceId } {
  const practices = practicesBehind(signals, pack);
  const levelIn = ({ id }: PackItem) => levelOf(answers, id) ?? Number.POSITIVE_INFINITY;
  const [weakest] = practices
    .filter((item) => levelIn(item) <= pack.constants.diagnosis.explains)
    .toSorted((a, b) => levelIn(a) - levelIn(b));
  if (weakest) return { weakest, sentence: 'look-first' };
  const isOpen = practices.some(({ id }) => ['dk', 'unanswered'].includes(stateOf(answers, id)));
  return { sentence: isOpen ? 'not-known' : 'not-explained' };
}

/**
 * Finds the symptoms that hurt while all their signals stay below "possible". Source: design of the assessment,
 * section 6.
 */
export function unexplainedTrouble(
  answers: AnswerMap,
  readings: readonly SignalResult[],
  pack: Pack,
  context: Context,
): UnexplainedTrouble[] {
  const raisedIds = new Set(readings.filter(({ status }) => isRaised(status)).map(({ id }) => id));
  const { sentences } = pack.diagnosis;
  return hurtingSymptoms(answers, pack).flatMap((item) => {
    const signals = signalsOf(item.id, pack);
    if (signals.some(({ id }) => raisedIds.has(id))) return [];
    const level = levelOf(answers, item.id) ?? 0;
    const { weakest, sentence } = behind(signals, answers, pack);
    const symptom = capitalise(sayOf(item, level, context));
    const practice = weakest ? sayOf(weakest, levelOf(answers, weakest.id) ?? 0, context) : '';
    const text = fillTemplate(sentences[sentence], { symptom, practice });
    const signal = checkSignal(item.id, readings, pack);
    const check = signal ? checkIn(signal, context) : null;
    return [{ symptom: item.id, level, practice: weakest?.id ?? null, look: lookOf(item, context), check, text }];
  });
}

/** The plain facts that follow from the answers. */
export const plainFactsOf = (answers: AnswerMap, { findings }: Pack): PlainFact[] =>
  findings
    .filter(({ item, level }) => (levelOf(answers, item) ?? Number.POSITIVE_INFINITY) <= level)
    .map(({ id, item, text }) => ({ id, item, text }));
