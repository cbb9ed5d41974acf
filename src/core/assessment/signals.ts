import type { Answers } from '../answers/answers.ts';
import { type AnswerMap, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import type { Pack, PackSignal, PackTension } from '../model/pack.ts';
import { atLeast, type Score, scoreTerms } from './score.ts';
import { type SignalStatus, signalStatuses } from './signal-status.ts';

/** The reading of one signal; its point, low and high are risks: 1 is trouble. */
export interface SignalReading extends Score {
  id: string;
  status: SignalStatus;
  /** Items whose answers raise the risk (by `raisedBy` or more), strongest first. */
  raisedBy: string[];
  /** The team's reason for overriding the reading; the reading itself stays. */
  override: string | null;
}

/** The reading of one face of a tension. */
export interface TensionReading {
  id: string;
  status: 'likely' | 'possible' | 'unlikely' | 'not-enough-known';
  risk: number | null;
}

/** The risk that one indicator shows, 0 to 1, or null where it is not known. */
function riskOf({ item, direction }: PackSignal['indicators'][number], answers: AnswerMap): number | null {
  const level = levelOf(answers, item);
  if (level === null) return null;
  return direction === 'direct' ? level / topLevel : 1 - level / topLevel;
}

/** The status that a risk with its band earns, before asking whether self-report can see it at all. */
function statusOf(risk: Score, symptomAnswered: boolean, constants: Pack['constants']): SignalStatus {
  const { likely, possible, unlikely } = constants.signals;
  const { point, low, high } = risk;
  if (risk.coverage === null) return 'does-not-apply';
  if (point === null || low === null || high === null) return 'not-enough-known';
  if (atLeast(point, likely.point) && atLeast(low, likely.low) && symptomAnswered) return 'likely';
  if (atLeast(point, possible)) return 'possible';
  return atLeast(unlikely, high) ? 'unlikely' : 'unclear';
}

/** What self-report cannot see is exposed at most, and never ruled out. */
const unseen: Partial<Record<SignalStatus, SignalStatus>> = { likely: 'exposed', unlikely: 'unclear' };

/** The indicators that apply to this team; none where the signal itself cannot. */
export function applicableIndicators(
  { indicators, requires }: PackSignal,
  answers: AnswerMap,
): PackSignal['indicators'] {
  if (requires !== undefined && stateOf(answers, requires) === 'na') return [];
  return indicators.filter(({ item }) => stateOf(answers, item) !== 'na');
}

/** Reads one signal from the answers. */
export function readSignal(
  signal: PackSignal,
  answers: AnswerMap,
  constants: Pack['constants'],
): Omit<SignalReading, 'override'> {
  const risks = applicableIndicators(signal, answers).map((indicator) => ({
    ...indicator,
    risk: riskOf(indicator, answers),
  }));
  const score = scoreTerms(
    risks.map(({ weight, risk }) => ({ weight, value: risk })),
    constants.pointCoverage,
  );
  const symptomAnswered = risks.some(({ direction, risk }) => direction === 'direct' && risk !== null);
  const status = statusOf(score, symptomAnswered, constants);
  const raisedBy = risks
    .filter(
      (each): each is typeof each & { risk: number } => each.risk !== null && each.risk >= constants.signals.raisedBy,
    )
    .toSorted((a, b) => b.weight * b.risk - a.weight * a.risk)
    .map(({ item }) => item);
  return { id: signal.id, status: signal.visible ? status : (unseen[status] ?? status), ...score, raisedBy };
}

/** Reads all signals, strongest first; the team's overrides are carried beside the readings, not into them. */
export function readSignals(answers: AnswerMap, pack: Pack, overrides: Answers['overrides']): SignalReading[] {
  const reasons = new Map(overrides.map(({ signal, reason }) => [signal, reason]));
  const rank = (status: SignalStatus) => signalStatuses.indexOf(status);
  return pack.signals
    .map((signal) => ({ ...readSignal(signal, answers, pack.constants), override: reasons.get(signal.id) ?? null }))
    .toSorted((a, b) => rank(a.status) - rank(b.status) || (b.point ?? -1) - (a.point ?? -1) || (a.id < b.id ? -1 : 1));
}

/** Reads one face of a tension: risk = min(a, 1 - b), for a strong practice beside a weak one. */
export function readTension(
  { id, high, low }: PackTension,
  answers: AnswerMap,
  constants: Pack['constants'],
): TensionReading {
  const [a, b] = [levelOf(answers, high), levelOf(answers, low)];
  if (a === null || b === null) return { id, status: 'not-enough-known', risk: null };
  const risk = Math.min(a / topLevel, 1 - b / topLevel);
  const { likely, possible } = constants.tensions;
  const status = atLeast(risk, likely) ? 'likely' : atLeast(risk, possible) ? 'possible' : 'unlikely';
  return { id, status, risk };
}
