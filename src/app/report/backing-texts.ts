import type { Answer } from '../../core/answers/answers.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Site } from '../shared/view-data.ts';

/** What stands behind an answer, in sentences: its note, how sure it is, and what it rests on. */
export function backingTexts({ t, language }: Site, answer: Answer | undefined): string[] {
  const { note, confidence, evidence } = answer ?? {};
  const proof = evidence && [
    t(`print.backed-${evidence.kind}`),
    evidence.url ?? '',
    evidence.date ? t('print.as-dated', { date: formatDate(evidence.date, language) }) : '',
  ];
  return [
    note ? t('print.note', { note }) : '',
    confidence ? t('print.sure', { confidence: t(`print.sure-${confidence}`) }) : '',
    proof ? t('print.backed', { evidence: proof.filter(Boolean).join(', ') }) : '',
  ].filter(Boolean);
}
