import { formatPoints } from '../assessment/score.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { ItemReliability, Reliability } from '../reliability/reliability.ts';
import { formatFixed } from '../text/numbers.ts';
import type { Translate } from '../text/translate.ts';
import { escapeHtml, htmlDocument } from './html-file.ts';

/** Looks of the page: readable on screen in both themes, and on paper without a colour of its own. */
const css = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
p, ul { max-width: 42rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9rem; }
caption { text-align: start; font-weight: 600; padding: 1rem 0 0.5rem; }
th, td { border-top: 1px solid; padding: 0.3rem 0.6rem; text-align: start; vertical-align: top; }
td { font-variant-numeric: tabular-nums; white-space: nowrap; }
svg { display: block; overflow: visible; }
@media print {
  @page { size: landscape; }
  body { margin: 0; max-width: none; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  table { font-size: 7.5pt; }
}`;

const formatAlpha = (value: number | null): string => (value === null ? '–' : formatFixed(value, 2));
const percent = (value: number | null): string => (value === null ? '–' : `${formatPoints(value)}%`);

/** The widths of the scale of alpha, from -1 to 1, in pixels. */
const [width, height] = [120, 16];
const at = (alpha: number): string => (((Math.max(-1, alpha) + 1) / 2) * width).toFixed(1);

/** Alpha and its interval on a scale from -1 to 1, with ticks at 0, 0.667 and 0.8. The text beside it says the same. */
function scaleOf({ alpha, interval }: ItemReliability): string {
  if (alpha === null) return '';
  const ticks = [0, 0.667, 0.8].map((tick) => `<path d="M${at(tick)} 2v12" stroke-opacity=".45"/>`).join('');
  const band = interval ? `<path d="M${at(interval.low)} 8H${at(interval.high)}" stroke-width="4"/>` : '';
  return `<svg width="${width}" height="${height}" aria-hidden="true" fill="currentColor" stroke="currentColor"><path d="M0 8H${width}" stroke-opacity=".45"/>${ticks}${band}<circle cx="${at(alpha)}" cy="8" r="4"/></svg>`;
}

/** The columns, by the key of their heading, each with the markup of a cell. */
const columns: readonly (readonly [string, (item: ItemReliability, t: Translate) => string])[] = [
  ['systems', ({ systems, ratings }) => `${systems} (${ratings})`],
  [
    'alpha',
    (item, t) => {
      const { alpha, interval } = item;
      const range = interval
        ? ` (${t('report.band-range', { low: formatAlpha(interval.low), high: formatAlpha(interval.high) })})`
        : '';
      return `${formatAlpha(alpha)}${range}${scaleOf(item)}`;
    },
  ],
  ['unknown', ({ dontKnow }) => percent(dontKnow)],
  ['na', ({ notApplicable }) => percent(notApplicable)],
  ['levels', ({ levels }) => levels.join(' · ')],
  ['rest', ({ rest }) => formatAlpha(rest)],
  [
    'retest',
    ({ retest: { pairs, same, withinOne } }) =>
      pairs === 0 ? '–' : `${percent(same)}, ${percent(withinOne)} (${pairs})`,
  ],
];

function rowOf(item: ItemReliability, pack: Pack, t: Translate): string {
  const cells = columns.map(([, cellOf]) => `<td>${cellOf(item, t)}</td>`).join('');
  return `<tr><th scope="row">${escapeHtml(packIndex(pack).title(item.item))}</th>${cells}</tr>`;
}

/** The table of one V, or of the symptoms. */
function tableOf(caption: string, items: readonly ItemReliability[], pack: Pack, t: Translate): string {
  const heads = ['question', ...columns.map(([key]) => key)].map(
    (key) => `<th scope="col">${escapeHtml(t(`reliability.${key}`))}</th>`,
  );
  const rows = items.map((item) => rowOf(item, pack, t)).join('\n');
  return `<div class="scroll" role="region" aria-label="${escapeHtml(caption)}" tabindex="0"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>\n${rows}\n</tbody></table></div>`;
}

/**
 * Writes the numbers of a pilot as a page: one HTML file that opens from disk without any request, and prints. Numbers are
 * those of the reliability object, rounded; a dash is a number that the answers do not define.
 * @param t returns the sentences, those of the method page included
 */
export function renderReliability(reliability: Reliability, pack: Pack, t: Translate, language: string): string {
  const { items, systems, people, bootstrap } = reliability;
  const { version, fingerprint, id } = reliability.pack;
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const itemsOf = (variable: string | null) => items.filter((item) => item.variable === variable);
  const body = [
    '<main>',
    `<h1>${escapeHtml(t('reliability.title'))}</h1>`,
    paragraph(t('reliability.counts', { systems, people, pack: id, version, fingerprint })),
    paragraph(t('reliability.read', { count: bootstrap.count })),
    paragraph(t('method.pilot-alpha')),
    paragraph(t('method.pilot-ours')),
    paragraph(t('method.pilot-valid')),
    ...pack.variables.map((variable) => tableOf(variable.name, itemsOf(variable.id), pack, t)),
    tableOf(t('reliability.symptoms'), itemsOf(null), pack, t),
    '</main>',
  ];
  return htmlDocument({ title: t('reliability.title'), language, css, body: body.join('\n') });
}
