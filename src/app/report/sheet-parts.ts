import type { SheetGeometry } from '../../viz/practice-sheet.ts';
import { pressedKey } from '../platform/keys.ts';
import type { ExplainTarget, PartProps } from './report-parts.tsx';

/** The colours of a sheet: page variables, which follow the theme, or fixed values for a file. */
export interface SheetColours {
  ink: string;
  muted: string;
  paper: string;
  hairline: string;
  line: string;
  velocity: string;
  validation: string;
  versioning: string;
  symptoms: string;
}

/** The colours of the page. */
export const pageColours: SheetColours = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  paper: 'var(--paper)',
  hairline: 'var(--hairline)',
  line: 'var(--line)',
  velocity: 'var(--velocity)',
  validation: 'var(--validation)',
  versioning: 'var(--versioning)',
  symptoms: 'var(--muted)',
};

/** Text sizes, in units of the drawing. */
interface TextSizes {
  title: number;
  note: number;
}

/** Text sizes if all columns are side by side. */
export const wideSizes: TextSizes = { title: 12, note: 12 };

export interface SheetDrawingProps {
  props: PartProps;
  geometry: SheetGeometry;
  sizes: TextSizes;
  colours?: SheetColours;
  /** Moves the answer of a question; without it, pressing a line opens the answer. */
  setPosition?: SetPosition | undefined;
}

/** Moves an answer to a position, 0 to 4. */
export type SetPosition = (item: string, position: number) => void;

/** What each part of a drawing gets. Only the handler may be absent. */
export type Drawing = SheetDrawingProps & { colours: SheetColours };

export const sans = 'system-ui, Segoe UI, Helvetica, Arial, sans-serif';
export const serif = 'Charter, Bitstream Charter, Sitka Text, Cambria, Georgia, serif';

/** Hides a text that the accessible name of the surrounding part already contains. */
export const unspoken = { 'aria-hidden': true } as const;

/** Makes a part of the drawing one named picture. */
export const named = (text: string) => ({ role: 'img' as const, 'aria-label': text });

/** Attributes that make an element open an explanation; only its name if nothing can be explained. */
export function opens({ explain, site }: PartProps, explained: ExplainTarget, text: string) {
  if (!explain) return named(text);
  const open = () => explain(explained);
  return {
    role: 'button' as const,
    tabindex: 0,
    'aria-haspopup': 'dialog' as const,
    'aria-label': `${text} ${site.t(`report.sheet-opens-${explained.kind}`)}`,
    onClick: open,
    onKeyDown: (event: KeyboardEvent) => {
      const key = pressedKey(event);
      if (key !== 'Enter' && key !== ' ') return;
      event.preventDefault();
      open();
    },
  };
}
