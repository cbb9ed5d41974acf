import { sheetTensions } from '../../../core/report/report-lists.ts';
import { startOf } from '../../../core/text/start-of.ts';
import { formatDate } from '../../../i18n/dates.ts';
import { sheetGeometry } from '../../../viz/practice-sheet.ts';
import { sheetLayouts } from '../../../viz/sheet-grid.ts';
import { wrapText } from '../../../viz/wrap-text.ts';
import { type SheetColours, sans, serif, wideSizes } from '../../shared/sheet-style.ts';
import type { PartProps } from '../report-parts.tsx';
import { SheetBody, SheetHeads } from '../sheet/SheetDrawing.tsx';
import { sheetContent, sheetKey, tensionText } from '../sheet/sheet-content.ts';

// A saved picture does not follow the theme, so it uses the light values of tokens.css.
export const fileColours: SheetColours = {
  ink: '#1e1b16',
  muted: '#5c564b',
  paper: '#fbfaf6',
  hairline: '#d8d2c5',
  line: '#8a8374',
  velocity: '#aa3377',
  validation: '#5280ff',
  versioning: '#126821',
  symptoms: '#5c564b',
};

const margin = 48;
/** Characters per line of the verdict and of the notes, and the maximum number of lines of the verdict. */
const verdictLines = { length: 74, count: 3 };
const noteLength = 140;
const lineHeight = { verdict: 34, note: 18 };

/** Maximum length of the line with the system and the date. */
const nameLength = 110;

/** XML allows neither control characters, nor half of a character, nor these two. */
const xmlText = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ');

interface TextLine {
  text: string;
  size: number;
  family?: string;
  weight?: number;
  colour: string;
  /** Distance from the previous line. */
  gap: number;
}

/** System, date and verdict. */
function headLines({ site, report }: PartProps): TextLine[] {
  const { t, language } = site;
  const date = report.date ? formatDate(report.date, language) : '';
  const name = [report.system || t('report.unnamed'), date].filter(Boolean).join(', ');
  return [
    { text: startOf(name, nameLength), size: 17, colour: fileColours.muted, gap: 17 },
    ...wrapText(report.verdict, verdictLines.length)
      .slice(0, verdictLines.count)
      .map((text) => ({
        text,
        size: 27,
        family: serif,
        weight: 600,
        colour: fileColours.ink,
        gap: lineHeight.verdict,
      })),
  ];
}

/** The tensions in words, how to read the sheet, and the pack it was made with. */
function noteLines(props: PartProps): TextLine[] {
  const { site, data, report } = props;
  const { t } = site;
  const tensions = sheetTensions(report, data.pack).map(
    (tension) => `${tension.letter} ${tension.title}: ${tensionText(props, tension)}`,
  );
  const notes = [
    ...tensions,
    [...sheetKey(props), t('report.sheet-letters')].join(' '),
    t('files.made', { pack: report.pack.id, version: report.pack.version }),
  ];
  return notes
    .filter(Boolean)
    .flatMap((note) => wrapText(note, noteLength))
    .map((text) => ({ text, size: 13, colour: fileColours.muted, gap: lineHeight.note }));
}

const heightOf = (lines: readonly TextLine[]): number => lines.reduce((height, { gap }) => height + gap, 0);

function TextLines({ lines, top }: { lines: readonly TextLine[]; top: number }) {
  return (
    <>
      {lines.map(({ text, size, family = sans, weight = 400, colour }, index) => (
        <text
          key={text}
          x={margin}
          y={top + heightOf(lines.slice(0, index + 1))}
          font-family={family}
          font-size={size}
          font-weight={weight}
          fill={colour}
        >
          {xmlText(text)}
        </text>
      ))}
    </>
  );
}

/** The practice sheet as a self-contained picture: attributes only, fixed light colours, no scripts or fonts. */
export function SheetFile(props: PartProps) {
  const { site, report } = props;
  const { t, language } = site;
  const geometry = sheetGeometry(sheetContent(props), sheetLayouts.wide);
  const [head, notes] = [headLines(props), noteLines(props)];
  const sheetTop = margin + heightOf(head) + 24;
  const notesTop = sheetTop + geometry.height + 4;
  const [width, height] = [geometry.width + 2 * margin, notesTop + heightOf(notes) + margin];
  const drawing = {
    props: { ...props, explain: undefined },
    geometry,
    sizes: wideSizes,
    colours: fileColours,
  };
  const alt = t('files.card-alt', {
    system: report.system || t('report.unnamed'),
    date: report.date ? formatDate(report.date, language) : '',
    verdict: report.verdict,
  });
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{xmlText(alt)}</title>
      <rect width={width} height={height} fill={fileColours.paper} />
      <TextLines lines={head} top={margin} />
      <g transform={`translate(${margin} ${sheetTop})`}>
        <SheetHeads {...drawing} />
        <SheetBody {...drawing} />
      </g>
      <TextLines lines={notes} top={notesTop} />
    </svg>
  );
}
