import type { VariableScore } from '../../core/assessment/rating.ts';
import { formatPoints } from '../../core/assessment/score.ts';
import { wordText } from '../../core/render/wording.ts';
import { type PartProps, titleOf } from './report-parts.tsx';

/** The rating of a V and its qualification, in words. */
export const wordTextOf = (props: PartProps, variable: VariableScore): string =>
  wordText(props.site.t, variable, (id) => titleOf(props, id));

/** The band of a score in words; empty if it has none. */
export const bandText = ({ site: { t } }: PartProps, { low, high }: VariableScore): string =>
  low === null || high === null ? '' : t('report.sheet-band', { low: formatPoints(low), high: formatPoints(high) });
