import type { Source } from '../../core/proposals/findings.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Site } from '../shared/view-data.ts';

/** Length to which the id of a commit is cut, enough to recognise it. */
const shownCommit = 10;

/** Who found something, and in which state of the system: `trivium look (a tool), as of 23 Nov 2026, commit 1a2b3c4d5e`. */
export const sourceText = ({ kind, name, date, commit }: Source, { t, language }: Site): string =>
  [
    t(`proposals.source-${kind}`, { name }),
    ...(date === undefined ? [] : [t('proposals.source-date', { date: formatDate(date, language) })]),
    ...(commit === undefined ? [] : [t('proposals.source-commit', { commit: commit.slice(0, shownCommit) })]),
  ].join(', ');
