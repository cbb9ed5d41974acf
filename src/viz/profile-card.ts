import { toPoints } from '../core/assessment/score.ts';
import { type ProfileGeometry, type ProfileRow, profileGeometry } from './profile-rows.ts';

/** One row of the card: numbers 0 to 1, null if there is none, and the words next to them. */
export interface CardRow {
  id: 'velocity' | 'validation' | 'versioning';
  name: string;
  point: number | null;
  low: number | null;
  high: number | null;
  word: string;
}

export interface Card {
  /** System and date. */
  name: string;
  /** The alternative text. */
  alt: string;
  verdict: string;
  note: string;
  rows: readonly CardRow[];
  /** Words low to high, the value that each begins at, and its label on the axis. */
  cuts: readonly { word: string; from: number; label: string }[];
}

export const cardSize = { width: 960, height: 540 } as const;

// A saved picture does not follow the theme: these are the light values of tokens.css.
const colours = { paper: '#fbfaf6', ink: '#1e1b16', muted: '#5c564b', tint: '#f1eee5', middle: '#e5e0d4' } as const;
const variableColours = { velocity: '#aa3377', validation: '#5280ff', versioning: '#126821' } as const;
const serif = 'Charter, Bitstream Charter, Cambria, Georgia, serif';
const sans = 'system-ui, Segoe UI, Helvetica, Arial, sans-serif';
const margin = 60;
const chart = { x: 262, width: 400, row: 66, y: 268 } as const;
/** Characters per line of the verdict and of the word next to a row. */
const lineLengths = { verdict: 46, word: 20 } as const;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Escapes a text for XML, which does not allow control characters at all. */
const escapeXml = (text: string): string =>
  text.replace(/\p{Cc}+/gu, ' ').replace(/[&<>"]/g, (character) => escapes[character] ?? character);
const truncate = (text: string, maxLength: number): string =>
  text.length > maxLength ? `${text.slice(0, maxLength - 1).trimEnd()}…` : text;

/** Breaks a text between words into lines of at most `maxLength` characters; a longer word gets its own line. */
export function wrapText(text: string, maxLength: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const lastLine = lines.at(-1);
    if (lastLine !== undefined && lastLine.length + word.length < maxLength)
      lines[lines.length - 1] = `${lastLine} ${word}`;
    else lines.push(word);
  }
  return lines;
}

type TextStyle = { size: number; fill?: string; family?: string; weight?: number; anchor?: string };
function textElement(content: string, x: number, y: number, style: TextStyle): string {
  const { size, fill = colours.ink, family = sans, weight = 400, anchor = 'start' } = style;
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeXml(content)}</text>`;
}

/** The ranges of the words behind a row; the middle one is darker. */
const zoneElements = (zones: ProfileGeometry['zones'], y: number): string[] =>
  zones.map(
    ({ from, to }, index) =>
      `<rect x="${chart.x + from}" y="${y - 13}" width="${to - from}" height="26" fill="${index === 1 ? colours.middle : colours.tint}"/>`,
  );

const bandElement = ({ bandPath }: ProfileRow, colour: string): string =>
  bandPath
    ? `<path d="${bandPath}" transform="translate(${chart.x} ${chart.y})" stroke="${colour}" stroke-width="8" stroke-linecap="round" opacity="0.5" fill="none"/>`
    : '';

const dotElement = ({ dot, dotPath }: ProfileRow, y: number, colour: string): string =>
  dot === null
    ? ''
    : `<path d="${dotPath}" transform="translate(${chart.x + dot} ${y})" fill="${colour}" stroke="${colours.paper}" stroke-width="2"/>`;

/** The word of a row and its band, to the right of the chart and centred on the row. */
function captionElements({ word, low, high }: CardRow, y: number): string[] {
  const wordLines = wrapText(word, lineLengths.word).slice(0, 2);
  const bandLines = low === null || high === null ? [] : [`${toPoints(low)}–${toPoints(high)}`];
  const lines = [
    ...wordLines.map((content) => ({ content, size: 17, weight: 600, fill: colours.ink })),
    ...bandLines.map((content) => ({ content, size: 15, weight: 400, fill: colours.muted })),
  ];
  const top = y + 6 - (lines.length - 1) * 10;
  return lines.map(({ content, ...style }, index) =>
    textElement(content, chart.x + chart.width + 16, top + index * 20, style),
  );
}

function rowElements(row: CardRow, drawnRow: ProfileRow, zones: ProfileGeometry['zones']): string {
  const y = chart.y + drawnRow.y;
  const colour = variableColours[row.id];
  const score = row.point === null ? '–' : String(toPoints(row.point));
  return [
    textElement(row.name, margin, y + 7, { size: 20 }),
    textElement(score, chart.x - 16, y + 9, { size: 28, weight: 600, anchor: 'end' }),
    ...zoneElements(zones, y),
    bandElement(drawnRow, colour),
    dotElement(drawnRow, y, colour),
    ...captionElements(row, y),
  ].join('');
}

/** The numbers above the rows and the words below them. */
function axisElements({ rows, cuts }: Card, { ticks, zones }: ProfileGeometry): string[] {
  const style = { size: 13, fill: colours.muted, anchor: 'middle' };
  const bottom = chart.y + rows.length * chart.row + 14;
  return [
    ...ticks.map(({ x, label }) => textElement(label, chart.x + x, chart.y - 6, style)),
    ...zones.map(({ from, to }, index) =>
      textElement(cuts[index]?.label ?? '', chart.x + (from + to) / 2, bottom, style),
    ),
  ];
}

/**
 * The three profiles as one self-contained SVG picture: attributes only, fixed light colours, no scripts, no styles, no
 * fonts or images from elsewhere.
 */
export function profileCard(card: Card): string {
  const { width, height } = cardSize;
  const geometry = profileGeometry(card.rows, card.cuts, { width: chart.width, row: chart.row });
  const elements = [
    textElement(truncate(card.name, 80), margin, 64, { size: 18, fill: colours.muted }),
    ...wrapText(card.verdict, lineLengths.verdict)
      .slice(0, 4)
      .map((line, index) => textElement(line, margin, 108 + index * 36, { size: 28, family: serif, weight: 600 })),
    ...axisElements(card, geometry),
    ...geometry.rows.map((drawnRow, index) => rowElements(card.rows[index] as CardRow, drawnRow, geometry.zones)),
    textElement(card.note, margin, height - 24, { size: 14, fill: colours.muted }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escapeXml(card.alt)}</title><rect width="${width}" height="${height}" fill="${colours.paper}"/>${elements.join('')}</svg>`;
}
