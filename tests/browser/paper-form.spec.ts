import { expect, type Page, test } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text with single spaces and without hyphens, which may be lost where a line ends. */
const flat = (text: string) => text.replace(/-\s*/g, '').replace(/\s+/g, ' ');
const textOf = (pieces: readonly { str: string; hasEOL: boolean }[]) =>
  flat(pieces.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));

/** The pages of a printed form: their size in points, their text from top to bottom, and that of each column. */
async function printed(page: Page, depth: string, format: 'A4' | 'Letter') {
  await page.goto(`/assess/${depth}/`);
  const pdf = await page.pdf({ format, preferCSSPageSize: true, tagged: true });
  const reading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await reading.promise;
  const pages: { size: number[]; text: string; columns: string[] }[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const sheet = await document.getPage(n);
    const { items } = await sheet.getTextContent();
    const size = sheet.view.slice(2).map(Math.round);
    const pieces = items.filter((item) => 'str' in item);
    const isRight = (x: number) => x > (size[0] ?? 0) / 2;
    const columns = [false, true].map((right) =>
      textOf(pieces.filter(({ transform }) => isRight(transform[4]) === right)),
    );
    pages.push({ size, text: textOf(pieces), columns });
  }
  await reading.destroy();
  return pages;
}

/** The most pages that each form may take. */
const limits = { quick: 4, full: 10 };
const sizes = { A4: [595, 842], Letter: [612, 792] } as const;
const often = (text: string, part: string) => text.split(part).length - 1;

for (const depth of ['quick', 'full'] as const) {
  for (const format of ['A4', 'Letter'] as const) {
    test(`the ${depth} questionnaire prints as a form on ${format}`, async ({ page }) => {
      const pages = await printed(page, depth, format);
      const { items, stages, naReasons } = await (await page.request.get(`/assess/${depth}.json`)).json();
      for (const { size } of pages)
        expect(Math.max(...size.map((side, at) => Math.abs(side - (sizes[format][at] ?? 0))))).toBeLessThanOrEqual(1);

      // The first page has whose form it is, how to fill it in, and the reasons by letter.
      const first = pages[0]?.text ?? '';
      for (const word of ['System', 'Answered by', 'Date', 'Tick one box']) expect(first).toContain(word);
      for (const { label } of naReasons) expect(first).toContain(flat(label));

      // Every question, with its number and all that is ticked or written, is whole in one column of one page, in order.
      expect(pages.length).toBeLessThanOrEqual(limits[depth]);
      const columns = pages.flatMap((sheet) => sheet.columns);
      let last = 0;
      for (const [at, { question, anchors }] of (items as { question: string; anchors: string[] }[]).entries()) {
        const sheet = columns.findIndex((text) => text.includes(flat(`${at + 1}. ${question}`)));
        expect(sheet, `column of question ${at + 1}`).toBeGreaterThanOrEqual(last);
        last = sheet;
        for (const anchor of anchors) expect(columns[sheet], `question ${at + 1}`).toContain(flat(anchor));
      }
      for (const text of columns) {
        const questions = items.filter(({ question }: { question: string }) => text.includes(flat(question))).length;
        for (const part of ["I don't know", 'Does not apply, reason', 'How sure?', 'Note:'])
          expect(often(text, part), part).toBe(questions);
      }

      // A heading of a stage is followed by its first question on the same page.
      for (const { id, name } of stages as { id: string; name: string }[]) {
        const at = items.findIndex(({ stage }: { stage: string }) => stage === id);
        expect(pages.some(({ text }) => text.includes(flat(`${name} ${at + 1}. ${items[at].question}`)))).toBe(true);
      }

      for (const [at, { text }] of pages.entries()) expect(text).toContain(`${at + 1} / ${pages.length}`);
      expect(pages.map(({ text }) => text).join(' ')).not.toMatch(/Look it up|No account, no cookie/);
    });
  }
}

test('the form has a box to tick for every answer, and room to write', async ({ page }) => {
  await page.goto('/assess/full/');
  await page.emulateMedia({ media: 'print' });
  const question = page.locator('.questions > li').first();
  await expect(question.locator('.blanks')).toBeVisible(); // on paper only
  const drawn = await question.locator('.box').evaluateAll((boxes) =>
    boxes.map((box) => {
      const { width, height, borderTopWidth, borderTopStyle } = getComputedStyle(box, '::before');
      return { square: width === height, large: Number.parseFloat(width) >= 12, borderTopStyle, borderTopWidth };
    }),
  );
  expect(drawn).toHaveLength(5 + 2 + 3);
  for (const box of drawn)
    expect(box).toEqual({ square: true, large: true, borderTopStyle: 'solid', borderTopWidth: '1px' });
  const lines = await question.locator('.blanks i').evaluateAll((all) => all.map((line) => line.clientWidth));
  expect(lines).toHaveLength(2);
  expect(Math.min(...lines)).toBeGreaterThan(200);
});
