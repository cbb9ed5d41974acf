import type { Context } from '../answers/answers.ts';
import { type PromiseOutcome, type Promises, promiseStatuses } from '../assessment/promises.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { formatAnswerNumber } from '../text/format.ts';
import { escapeInline } from './escape-markdown.ts';
import { moveTitle } from './move-texts.ts';
import { promiseFacts } from './promise-facts.ts';
import type { Wording } from './wording.ts';

/** The title of the move that was promised; the name of its practice if its question has changed or is gone. */
export const promiseTitle = (
  { practice, kind }: PromiseOutcome,
  context: Context,
  pack: Pack,
  t: Wording['t'],
): string => (kind === null ? packIndex(pack).title(practice) : moveTitle({ practice, kind }, context, pack, t));

/** Which sentence says how the answer moved; undefined if there is nothing to say. */
function movedKey({ kind, from, now }: PromiseOutcome): string | undefined {
  if (kind === null) return undefined;
  if (from === null) return now === null ? undefined : 'promises.found-out';
  if (now === null) return 'promises.before';
  return now === from ? 'promises.same' : 'promises.moved';
}

/** How the answer moved towards its goal, and how far apart several people are; empty if neither is known. */
export function promiseChange(outcome: PromiseOutcome, t: Wording['t']): string {
  const key = movedKey(outcome);
  const number = (level: number | null) => (level === null ? '' : formatAnswerNumber(level));
  const { from, now, reaches, people } = outcome;
  return [
    key ? t(key, { before: number(from), now: number(now), goal: number(reaches) }) : '',
    people ? t('promises.people', { min: number(people.min), max: number(people.max) }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** How many promises ended how, as "2 done, 1 slipped", in the order of the statuses. */
export function promisesTally({ outcomes }: Promises, t: Wording['t']): string {
  const countOf = (status: string) => outcomes.filter((outcome) => outcome.status === status).length;
  return promiseStatuses
    .flatMap((status) => (countOf(status) > 0 ? t(`promises.count-${status}`, { count: countOf(status) }) : []))
    .join(', ');
}

/** What the promises are of: the earlier assessment and its day, if it has one. */
export const promisesHeading = ({ date }: Promises, { t, day }: Wording): string =>
  date ? t('promises.title', { date: day(date) }) : t('promises.title-undated');

/** That other answers were carried over; empty if none were. */
export const carriedCountText = ({ carried }: Promises, t: Wording['t']): string =>
  carried > 0 ? t('promises.carried', { count: carried }) : '';

/** Every promise as a list in Markdown, the count of each outcome before it. */
export function promiseLines(promises: Promises, context: Context, pack: Pack, wording: Wording): string[] {
  const { t } = wording;
  const lines = promises.outcomes.map((outcome) => {
    const head = `- **${t(`promises.${outcome.status}`)}**: ${promiseTitle(outcome, context, pack, t)}`;
    const goal = outcome.goal ? t('promises.goal', { goal: outcome.goal }) : '';
    const sentences = [`${escapeInline(promiseFacts(outcome, wording))}.`, goal, promiseChange(outcome, t)];
    return `${head}. ${sentences.filter(Boolean).join(' ')}`;
  });
  return [[`${promisesTally(promises, t)}.`, carriedCountText(promises, t)].filter(Boolean).join(' '), '', ...lines];
}
