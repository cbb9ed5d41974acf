import { expect, test } from 'vitest';
import { profileCard, wrapText } from '../../src/viz/profile-card.ts';
import { qrGeometry } from '../../src/viz/qr.ts';
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

const card = {
  name: 'A & B <i>, 16 Nov 2026',
  alt: 'alt "text"',
  verdict: 'Validation looks lowest (35, gap), below Velocity (66) even at the edges of both bands.',
  note: 'note',
  cuts: [
    { word: 'gap', from: 0, label: 'gap' },
    { word: 'mixed', from: 0.45, label: 'mixed' },
    { word: 'strong', from: 0.65, label: 'strong' },
  ],
  rows: [
    { id: 'velocity', name: 'Velocity', point: 0.66, low: 0.6, high: 0.7, word: 'strong' },
    { id: 'validation', name: 'Validation', point: null, low: 0.1, high: 0.9, word: 'not enough known' },
    { id: 'versioning', name: 'Versioning', point: null, low: null, high: null, word: 'does not apply' },
  ],
} as const;

test('profileCard(card) is self-contained: attributes only, nothing from elsewhere, texts escaped', () => {
  const svg = profileCard(card);
  expect(svg).not.toMatch(/\bstyle=|<style|class=|href=|url\(|<script|<image|var\(/);
  expect(svg).toContain('A &amp; B &lt;i&gt;, 16 Nov 2026');
  expect(svg).toContain('>66<');
  expect(svg).toContain('60–70');
  expect(svg).toContain('10–90');
  expect(svg.match(/stroke-width="8"/g)).toHaveLength(2);
});

test('wrapText(text) breaks lines between words and keeps every word', () => {
  const lines = wrapText(card.verdict, 40);
  expect(lines.join(' ')).toBe(card.verdict);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(40);
});
