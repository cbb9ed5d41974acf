import { expect, test } from 'vitest';
import { qrGeometry } from '../../src/viz/qr.ts';
import { wrapText } from '../../src/viz/wrap-text.ts';
import { readCode } from '../support/read-code.ts';

/** Renders the path of a code, square by square, as an image of grey bytes. */
function renderCode({ size, path }: { size: number; path: string }, scale: number): ImageData {
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column += 1)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  }
  return { data, width, height: width, colorSpace: 'srgb' } as ImageData;
}

test('qrGeometry(link): a long link fits into version 10, and another library reads it', async () => {
  const url = `https://trivium.example/open/#${'Ad2-W5_x'.repeat(21)}Q`;
  expect(url.length).toBe(199);
  const code = qrGeometry(url);
  expect(code?.version).toBeLessThanOrEqual(10);
  const result = await readCode(renderCode(code ?? { size: 0, path: '' }, 4));
  expect(result).toMatchObject({ text: url, ecLevel: 'M' });
});

test('qrGeometry(text) gives null for a text that needs a larger code', () => {
  expect(qrGeometry('x'.repeat(400))).toBeNull();
});

test('wrapText(text) breaks lines between words and keeps every word', () => {
  const text = 'Validation looks lowest (35, gap), below Velocity (66) even at the edges of both bands.';
  const lines = wrapText(text, 40);
  expect(lines.join(' ')).toBe(text);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(40);
});
