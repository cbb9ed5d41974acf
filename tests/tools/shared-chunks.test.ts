import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { anyOf, bundlerModules, sharedChunks } from '../../tools/astro/shared-chunks.mjs';

const modules = ['src', 'node_modules/preact'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.(tsx?|m?js|astro)$/.test(file)),
);
const paths = sharedChunks.flatMap((chunk) => chunk.paths).filter((each) => !bundlerModules.includes(each));

test.each(paths)('%s names a module, so that pages do not need more files unnoticed', (named) => {
  expect(modules.filter((file) => anyOf([named]).test(file))).not.toEqual([]);
});

test('anyOf() takes a dot for the separator of paths', () => {
  expect(anyOf(['src.core.text']).test('src/core/text/fold-text.ts')).toBe(true);
  expect(anyOf(['src.core.text']).test('src\\core\\text\\fold-text.ts')).toBe(true);
  expect(anyOf(['src.core.text']).test('src/app/text.ts')).toBe(false);
});
