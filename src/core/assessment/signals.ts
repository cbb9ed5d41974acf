import { type AnswerMap, type Answers, type Context, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import type { Pack, PackSignal, PackTension } from '../model/pack.ts';
import { atLeast, type Score, scoreTerms } from './score.ts';
import { type SignalStatus, signalStatuses } from './signal-status.ts';

/** The reading of one signal. Its point, low and high are risks, 0 to 1: 1 is trouble. */
export interface SignalResult extends Score {
  id: string;
  status: SignalStatus;
  /** Items whose answers show a risk of at least the pack's `raisedBy`, strongest first. */
  raisedBy: string[];
  /** The team's reason for disagreeing with the reading, which itself stays unchanged. */
  override: string | null;
}

/** The reading of one form of a tension. */
export interface TensionResult {
  id: string;
  status: 'likely' | 'possible' | 'unlikely' | 'not-enough-known';
  risk: number | null;
}

/** The risk that one indicator shows, 0 to 1; null if its level is not known. */
export function riskOf({ item, direction }: PackSignal['indicators'][number], answers: AnswerMap): number | null {
  const level = levelOf(answers, item);
  if (level === null) return null;
  return direction === 'direct' ? level / topLevel : 1 - level / topLevel;
}

/** The status of a risk with its band, before considering whether self-report can see the trouble at all. */
function statusOf(risk: Score, hasSymptom: boolean, constants: Pack['constants']): SignalStatus {
  const { likely, possible, possibleKnown, unlikely } = constants.signals;
  const { point, low, high } = risk;
  if (risk.coverage === null) return 'does-not-apply';
  if (point === null || low === null || high === null) return 'not-enough-known';
  if (atLeast(point, likely.point) && atLeast(low, likely.low) && hasSymptom) return 'likely';
  if (atLeast(point, possible) && hasSymptom && risk.known >= possibleKnown) return 'possible';
  return atLeast(unlikely, high) ? 'unlikely' : 'unclear';
}

/** Trouble that self-report cannot see is "exposed" at most, and never ruled out. */
const statusIfInvisible: Partial<Record<SignalStatus, SignalStatus>> = { likely: 'exposed', unlikely: 'unclear' };

type Requirement = PackSignal['requires'][number];

/** Whether a requirement is met, or may be: a question without an answer counts as met, and so does an open context. */
function isFulfilled(requirement: Requirement, answers: AnswerMap, context: Context): boolean {
  if ('context' in requirement) return context[requirement.context] !== requirement.not;
  const { item, from = 0 } = requirement;
  return stateOf(answers, item) !== 'na' && (levelOf(answers, item) ?? topLevel) >= from;
}

/** The indicators that apply to this team; none if the signal itself does not apply. */
export function applicableIndicators(
  { indicators, requires }: PackSignal,
  answers: AnswerMap,
  context: Context,
): PackSignal['indicators'] {
  if (!requires.every((requirement) => isFulfilled(requirement, answers, context))) return [];
  return indicators.filter(({ item }) => stateOf(answers, item) !== 'na');
}

/** Reads one signal from the answers. */
export function assessSignal(
  signal: PackSignal,
  answers: AnswerMap,
  context: Context,
  constants: Pack['constants'],
): Omit<SignalResult, 'override'> {
  const indicators = applicableIndicators(signal, answers, context).map((indicator) => ({
    ...indicator,
    risk: riskOf(indicator, answers),
  }));
  const terms = indicators.map(({ weight, risk }) => ({ weight, value: risk }));
  const score = scoreTerms(terms, constants.pointCoverage);
  const hasSymptom = indicators.some(({ direction, risk }) => direction === 'direct' && risk !== null);
  const status = statusOf(score, hasSymptom, constants);
  const raisedBy = indicators
    .flatMap(({ item, weight, risk }) =>
      risk !== null && risk >= constants.signals.raisedBy ? [{ item, weightedRisk: weight * risk }] : [],
    )
    .toSorted((a, b) => b.weightedRisk - a.weightedRisk)
    .map(({ item }) => item);
  return { id: signal.id, status: signal.visible ? status : (statusIfInvisible[status] ?? status), ...score, raisedBy };
}

/** Reads all signals, strongest first. The team's overrides accompany the readings without changing them. */
export function assessSignals(
  answers: AnswerMap,
  pack: Pack,
  { context, overrides }: Pick<Answers, 'context' | 'overrides'>,
): SignalResult[] {
  const reasons = new Map(overrides.map(({ signal, reason }) => [signal, reason]));
  const rank = (status: SignalStatus) => signalStatuses.indexOf(status);
  return pack.signals
    .map((signal) => ({
      ...assessSignal(signal, answers, context, pack.constants),
      override: reasons.get(signal.id) ?? null,
    }))
    .toSorted((a, b) => rank(a.status) - rank(b.status) || (b.point ?? -1) - (a.point ?? -1) || (a.id < b.id ? -1 : 1));
}

/**
 * Reads one form of a tension, a strong practice `a` next to a weak one `b`: risk = min(a, 1 - b). It stays unlikely
 * unless `a` is at least `apart` above `b`: two middling answers are no tension.
 */
export function assessTension(
  { id, high, low }: PackTension,
  answers: AnswerMap,
  constants: Pack['constants'],
): TensionResult {
  const [highLevel, lowLevel] = [levelOf(answers, high), levelOf(answers, low)];
  if (highLevel === null || lowLevel === null) return { id, status: 'not-enough-known', risk: null };
  const [strong, weak] = [highLevel / topLevel, lowLevel / topLevel];
  const risk = Math.min(strong, 1 - weak);
  const { likely, possible, apart } = constants.tensions;
  if (!atLeast(strong - weak, apart)) return { id, status: 'unlikely', risk };
  return { id, status: atLeast(risk, likely) ? 'likely' : atLeast(risk, possible) ? 'possible' : 'unlikely', risk };
}
