import type { Answers } from '../../core/answers/answers.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Site } from './view-data.ts';

/** The title of a report: its headline, system and date, so that tabs and saved copies can be told apart. */
export const reportTitle = (
  { t, language }: Pick<Site, 't' | 'language'>,
  headline: string,
  { system, date }: Pick<Answers, 'system' | 'date'>,
): string =>
  t('report.page-title', {
    headline,
    system: nameOf(system) || t('report.unnamed'),
    date: formatDate(date ?? '', language),
  });
