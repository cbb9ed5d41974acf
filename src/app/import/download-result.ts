import type { Context } from '../../core/answers/answers.ts';
import type { Comparison } from '../../core/assessment/compare.ts';
import type { Merge } from '../../core/assessment/respondents.ts';
import type { Pack } from '../../core/model/pack.ts';
import { fileName } from '../../core/render/file-name.ts';
import { renderComparison, renderMerge } from '../../core/render/side-by-side.ts';
import type { Translate } from '../../i18n/translate.ts';
import { download } from '../platform/browser.ts';

// Files of what a page found out about a system. Pages load this when someone asks for one.

type Format = 'json' | 'md';

/** Downloads what a page found out about a system, as Markdown or JSON. */
export function downloadResult(
  kind: 'comparison' | 'together',
  about: { system: string; date?: string | null },
  format: Format,
  text: string,
): void {
  download(fileName(about, format, kind), text);
}

const asJson = (result: object): string => `${JSON.stringify(result, null, 2)}\n`;

/** Downloads a comparison of two assessments. */
export const downloadComparison = (
  comparison: Comparison,
  context: Context,
  format: Format,
  pack: Pack,
  t: Translate,
): void =>
  downloadResult(
    'comparison',
    comparison.now,
    format,
    format === 'md' ? renderComparison(comparison, pack, t, context) : asJson(comparison),
  );

/** Downloads the answers of several people side by side. */
export const downloadMerge = (merge: Merge, format: Format, pack: Pack, t: Translate): void =>
  downloadResult('together', merge, format, format === 'md' ? renderMerge(merge, pack, t) : asJson(merge));
