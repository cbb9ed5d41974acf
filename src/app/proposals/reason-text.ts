import type { Source } from '../../core/proposals/findings.ts';
import type { Reason } from '../../core/proposals/proposals.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Site } from '../shared/view-data.ts';

/** The answers that a reason points to, as a sentence: `Points to the 3rd to 5th answer.`; empty if to none. */
export function pointsText({ points }: Pick<Reason, 'points'>, { t }: Site): string {
  if (!points) return '';
  const [first, last] = [points.min, points.max].map((level) => t(`proposals.nth-${level}`)) as [string, string];
  if (points.min === points.max) return t('proposals.points-one', { first });
  return t(points.max - points.min === 1 ? 'proposals.points-two' : 'proposals.points-range', { first, last });
}

/** Length to which the id of a commit is cut, enough to recognise it. */
const shownCommit = 10;

/** Who found something, and in which state of the system: `trivium look (a tool), as of 23 Nov 2026, commit 1a2b3c4d5e`. */
export const sourceText = ({ kind, name, date, commit }: Source, { t, language }: Site): string =>
  [
    t(`proposals.source-${kind}`, { name }),
    ...(date === undefined ? [] : [t('proposals.source-date', { date: formatDate(date, language) })]),
    ...(commit === undefined ? [] : [t('proposals.source-commit', { commit: commit.slice(0, shownCommit) })]),
  ].join(', ');
