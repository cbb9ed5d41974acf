import type { SheetGeometry } from '../../../viz/practice-sheet.ts';
import { pressedKey } from '../../platform/keys.ts';
import { imageProps, type SheetColours, type TextSizes } from '../../shared/sheet-style.ts';
import type { ExplainTarget, PartProps } from '../report-parts.tsx';

export interface SheetDrawingProps {
  props: PartProps;
  geometry: SheetGeometry;
  sizes: TextSizes;
  colours?: SheetColours;
  /** The letters of the tensions of each question, where no line can join the two. */
  letters?: ReadonlyMap<string, string> | undefined;
  /** Moves the answer of a question; without it, pressing a line opens the answer. */
  setPosition?: SetPosition | undefined;
}

/** Moves an answer to a position, 0 to 4. */
export type SetPosition = (item: string, position: number) => void;

/** What each part of a drawing gets. Only the handler may be absent. */
export type Drawing = SheetDrawingProps & { colours: SheetColours };

/** Attributes that make an element open an explanation; only its name if nothing can be explained. */
export function openerProps({ explain, site }: PartProps, explained: ExplainTarget, text: string) {
  if (!explain) return imageProps(text);
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
