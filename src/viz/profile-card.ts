import { profileGeometry } from './profile-rows.ts';

/** One row of the card: numbers 0 to 1, null where there is none, and the words beside them. */
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
  /** What the picture says, for those who do not see it. */
  alt: string;
  verdict: string;
  note: string;
  rows: readonly CardRow[];
  /** Words low to high, where each begins, and how it is written. */
  cuts: readonly { word: string; from: number; label: string }[];
}

export const cardSize = { width: 960, height: 540 } as const;

// A picture that leaves the site takes no theme along: the light values of tokens.css.
const colours = { paper: '#fbfaf6', ink: '#1e1b16', muted: '#5c564b', tint: '#f1eee5', middle: '#e5e0d4' } as const;
const hues = { velocity: '#aa3377', validation: '#5280ff', versioning: '#126821' } as const;
const book = 'Charter, Bitstream Charter, Cambria, Georgia, serif';
const plain = 'system-ui, Segoe UI, Helvetica, Arial, sans-serif';
const side = 60;
const chart = { x: 262, width: 400, row: 66, y: 268 } as const;
/** Letters that fit on a line of the verdict, and of the words beside a row. */
const fits = { verdict: 46, word: 20 } as const;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// Control characters may not stand in XML at all.
const escaped = (text: string): string =>
  text.replace(/\p{Cc}+/gu, ' ').replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);
const cut = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text;

/** Breaks a text into lines of at most so many letters. */
export function linesOf(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

type Style = { size: number; fill?: string; family?: string; weight?: number; anchor?: string };
const text = (content: string, x: number, y: number, style: Style): string => {
  const { size, fill = colours.ink, family = plain, weight = 400, anchor = 'start' } = style;
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(content)}</text>`;
};

/**
 * The three profiles as one self-contained SVG picture: attributes only, fixed light colours, no script, no style, no
 * font or image from elsewhere.
 */
export function profileCard({ name, alt, verdict, note, rows, cuts }: Card): string {
  const { width, height } = cardSize;
  const geometry = profileGeometry(rows, cuts, { width: chart.width, row: chart.row });
  const lines = linesOf(verdict, fits.verdict).slice(0, 4);
  const drawn = geometry.rows.map((row, at) => {
    const { id, name: title, point, low, high, word } = rows[at] as CardRow;
    const y = chart.y + row.y;
    const shown = (value: number) => String(Math.round(value * 100 + 1e-9));
    const band = low === null || high === null ? '' : `${shown(low)}–${shown(high)}`;
    const words = linesOf(word, fits.word).slice(0, 2);
    const beside = [...words, ...(band ? [band] : [])];
    const top = y + 6 - (beside.length - 1) * 10;
    const zones = geometry.zones.map(
      (zone, index) =>
        `<rect x="${chart.x + zone.from}" y="${y - 13}" width="${zone.to - zone.from}" height="26" fill="${index === 1 ? colours.middle : colours.tint}"/>`,
    );
    return [
      text(title, side, y + 7, { size: 20 }),
      text(point === null ? '–' : shown(point), chart.x - 16, y + 9, { size: 28, weight: 600, anchor: 'end' }),
      ...zones,
      row.bandPath
        ? `<path d="${row.bandPath}" transform="translate(${chart.x} ${chart.y})" stroke="${hues[id]}" stroke-width="8" stroke-linecap="round" opacity="0.5" fill="none"/>`
        : '',
      row.dot === null
        ? ''
        : `<path d="${row.dotPath}" transform="translate(${chart.x + row.dot} ${y})" fill="${hues[id]}" stroke="${colours.paper}" stroke-width="2"/>`,
      ...beside.map((line, index) =>
        text(line, chart.x + chart.width + 16, top + index * 20, {
          size: index < words.length ? 17 : 15,
          weight: index < words.length ? 600 : 400,
          fill: index < words.length ? colours.ink : colours.muted,
        }),
      ),
    ].join('');
  });
  const axis = [
    ...geometry.ticks.map(({ x, label }) =>
      text(label, chart.x + x, chart.y - 6, { size: 13, fill: colours.muted, anchor: 'middle' }),
    ),
    ...geometry.zones.map(({ from, to }, at) =>
      text(cuts[at]?.label ?? '', chart.x + (from + to) / 2, chart.y + rows.length * chart.row + 14, {
        size: 13,
        fill: colours.muted,
        anchor: 'middle',
      }),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escaped(alt)}</title><rect width="${width}" height="${height}" fill="${colours.paper}"/>${[
    text(cut(name, 80), side, 64, { size: 18, fill: colours.muted }),
    ...lines.map((line, at) => text(line, side, 108 + at * 36, { size: 28, family: book, weight: 600 })),
    ...axis,
    ...drawn,
    text(note, side, height - 24, { size: 14, fill: colours.muted }),
  ].join('')}</svg>`;
}
