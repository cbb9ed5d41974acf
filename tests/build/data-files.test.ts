import { expect, test } from 'vitest';
import { dataFiles } from '../../src/build/data-files.ts';

const files = dataFiles();

test('no two data files have the same path, and each is a plain path below the base', () => {
  const paths = files.map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(300);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => !/^[a-z][\w-]*(\/[\w-]+)*\.[a-z]+$/i.test(path))).toEqual([]);
});

test('each has a text, and those that are JSON can be read', () => {
  for (const { path, text } of files) {
    expect(text().length, path).toBeGreaterThan(20);
    if (path.endsWith('.json')) expect(() => JSON.parse(text()), path).not.toThrow();
  }
});

test('files for our scripts have no line breaks, those of the data end with one', () => {
  const textsBelow = (folder: string) => files.filter(({ path }) => path.startsWith(folder)).map(({ text }) => text());
  expect(textsBelow('search/').filter((text) => text.includes('\n'))).toEqual([]);
  expect(textsBelow('api/').filter((text) => !text.endsWith('\n'))).toEqual([]);
});
