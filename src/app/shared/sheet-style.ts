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
export interface TextSizes {
  title: number;
  note: number;
  /** The number of a move and the letter of a tension. */
  mark: number;
}

/** Text sizes if all columns are side by side. */
export const wideSizes: TextSizes = { title: 12, note: 12, mark: 12 };

/** Text sizes if one column fills a phone; the narrowest, 320 px wide, draws them at 0.8 of their size. */
export const singleSizes: TextSizes = { title: 15, note: 15, mark: 15 };

export const sans = 'system-ui, Segoe UI, Helvetica, Arial, sans-serif';
export const serif = 'Charter, Bitstream Charter, Sitka Text, Cambria, Georgia, serif';

/** Hides a text that the accessible name of the surrounding part already contains. */
export const unspoken = { 'aria-hidden': true } as const;

/** Makes a part of the drawing one named picture. */
export const imageProps = (text: string) => ({ role: 'img' as const, 'aria-label': text });
