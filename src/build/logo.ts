import { readOverlayText } from './overlay.ts';
import { link } from './site.ts';

/** The logo of an overlay: its address, and its width for a height of 1. */
export interface Logo {
  src: string;
  ratio: number;
}

/** How wide a picture is for its height: from its viewBox; 1 if it has none. */
function ratioOf(svg: string): number {
  const [, width = '1', height = '1'] = /viewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(svg) ?? [];
  return Number(width) / Number(height);
}

/** The logo of the overlay; undefined without an overlay or a logo in it. */
export function overlayLogo(): Logo | undefined {
  const svg = readOverlayText('pictures/logo.svg');
  return svg === undefined ? undefined : { src: link('/logo.svg'), ratio: ratioOf(svg) };
}
