import { createRequire } from 'node:module';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One piece of text of a page, and where it begins, in points from the lower left corner. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  height: number;
  width: number;
}

export interface PaperPage {
  pieces: Piece[];
  /** Everything on the page in reading order, without its number. */
  text: string;
  /** What the margin says, for example `1 / 3`. */
  number: string | undefined;
  links: string[];
  width: number;
  height: number;
  page: PDFPageProxy;
}

const pageNumber = /^\d+ \/ \d+$/;

/** Pieces as running text: pieces close together on one line are one word, as with ligatures. */
function runningText(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, x, y }, at) => {
      const before = pieces[at - 1];
      const joined = before && Math.abs(before.y - y) < 1 && Math.abs(x - before.x - before.width) < 0.5;
      return joined ? text : ` ${text}`;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads a PDF as another program would. */
export async function readPdf(data: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;
  const pages: PaperPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4], y: item.transform[5], height: item.height, width: item.width }]
        : [],
    );
    const annotations = await page.getAnnotations();
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({
      pieces,
      text: runningText(pieces.filter(({ text }) => !pageNumber.test(text))),
      number: pieces.find(({ text }) => pageNumber.test(text))?.text,
      links: annotations.flatMap(({ subtype, url }) => (subtype === 'Link' && url ? [url as string] : [])),
      width,
      height,
      page,
    });
  }
  const { info } = (await document.getMetadata()) as unknown as { info: { Title?: string; Language?: string } };
  return { pages, info, marks: await document.getMarkInfo(), tree: await pages[0]?.page.getStructTree() };
}

interface Canvas {
  getContext(kind: '2d'): { getImageData(x: number, y: number, width: number, height: number): ImageData };
}
// The canvas comes with pdfjs, which draws on it.
const { createCanvas } = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs'))(
  '@napi-rs/canvas',
) as { createCanvas(width: number, height: number): Canvas };

/** Draws a page into pixels; `at(x, y)` gives a colour at a place in points from the lower left corner. */
export async function drawn({ page, width, height }: PaperPage, scale = 2) {
  const size = [Math.ceil(width * scale), Math.ceil(height * scale)] as const;
  const canvas = createCanvas(...size);
  const canvasContext = canvas.getContext('2d');
  await page.render({ canvas, canvasContext, viewport: page.getViewport({ scale }) } as never).promise;
  const image = canvasContext.getImageData(0, 0, ...size);
  const at = (x: number, y: number): [number, number, number] => {
    const start = (Math.round((height - y) * scale) * image.width + Math.round(x * scale)) * 4;
    return [image.data[start] ?? 0, image.data[start + 1] ?? 0, image.data[start + 2] ?? 0];
  };
  return { image, at };
}

/** Relative luminance, 0 to 1, as WCAG defines it: what is left of a colour on an office printer. */
export function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
