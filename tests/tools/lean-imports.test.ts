import { expect, test } from 'vitest';
import { leanImports } from '../../tools/lean-imports.mjs';

const helper = {
  type: 'chunk',
  fileName: '_astro/preload-helper.aB1-.js',
  moduleIds: ['\0vite/preload-helper.js'],
  code: 'var e=e=>e();export{e as t};',
};
const chunk = (fileName: string, code: string) => ({ type: 'chunk', fileName, moduleIds: [fileName], code });

test('the helper is written into each file that imports it, under the name that it has there, and its own file goes', () => {
  const bundle = {
    [helper.fileName]: helper,
    'a.js': chunk(
      'a.js',
      'import{t as $e}from"./preload-helper.aB1-.js";import{a}from"./b.js";$e(()=>import(`./c.js`),[]);',
    ),
    'b.js': chunk('b.js', 'import{t}from"./preload-helper.aB1-.js";t(()=>import(`./c.js`),[]);'),
    'c.js': chunk('c.js', 'export const c=1;'),
    'd.css': { type: 'asset', fileName: 'd.css' },
  };
  leanImports().generateBundle(undefined, bundle);
  expect(Object.keys(bundle)).toEqual(['a.js', 'b.js', 'c.js', 'd.css']);
  const { 'a.js': a, 'b.js': b, 'c.js': c } = bundle;
  expect(a.code).toBe('const $e=(load) => load();import{a}from"./b.js";$e(()=>import(`./c.js`),[]);');
  expect(b.code).toBe('const t=(load) => load();t(()=>import(`./c.js`),[]);');
  expect(c.code).toBe('export const c=1;');
});

test('an import of the helper that is written otherwise stops the build', () => {
  const bundle = { [helper.fileName]: helper, 'a.js': chunk('a.js', 'import*as all from"./preload-helper.aB1-.js";') };
  expect(() => leanImports().generateBundle(undefined, bundle)).toThrow('a.js imports preload-helper.aB1-.js');
});
