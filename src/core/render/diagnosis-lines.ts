import type { Report } from '../report/report.ts';
import type { Translate } from '../text/translate.ts';

/** What a diagnosis says beyond its headline: one line per role, which begins with what its parts are about. */
export function diagnosisLines(t: Translate, { diagnosis }: Pick<Report, 'diagnosis'>): string[] {
  const parts = diagnosis.parts.filter(({ inHeadline }) => !inHeadline);
  return [...Map.groupBy(parts, ({ role }) => role)].map(([role, said]) =>
    t('report.labelled', { label: t(`diagnosis.${role}`), text: said.map(({ text }) => text).join(' ') }),
  );
}
