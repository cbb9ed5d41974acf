import { expect, test } from 'vitest';
import { filesNeededBy } from '../../tools/astro/client-manifest.mjs';

const manifest = {
  'src/page.ts': { file: '_astro/page.1.js', imports: ['_shared.2.js'] },
  'src/part.ts': { file: '_astro/part.3.js', imports: ['_shared.2.js', '_words.4.js'] },
  '_shared.2.js': { file: '_astro/shared.2.js', imports: ['_words.4.js'] },
  '_words.4.js': { file: '_astro/words.4.js' },
};

test('filesNeededBy() lists the files of modules and of everything they import, each once', () => {
  expect(filesNeededBy(manifest, ['src/page.ts', 'src/part.ts'])).toEqual([
    '_astro/page.1.js',
    '_astro/shared.2.js',
    '_astro/words.4.js',
    '_astro/part.3.js',
  ]);
});

test('filesNeededBy() names a module that the build does not have', () => {
  expect(() => filesNeededBy(manifest, ['src/pgae.ts'])).toThrow('no file for src/pgae.ts');
});
