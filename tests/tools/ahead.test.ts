import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { neededBy } from '../../tools/ahead.mjs';

test('what a script imports is needed, and what that imports; what it may load later is not', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'trivium-ahead-'));
  const files = {
    'page.1.js': 'import{a as t}from"./words.2.js";import"./side.3.js";const later=()=>import(`./late.4.js`);',
    'words.2.js': 'import {b} from "./words-of.5.js"; export const a = "from nothing";',
    'side.3.js': 'import"./page.1.js";',
    'words-of.5.js': 'export const b=1',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  try {
    expect(neededBy(folder, ['page.1.js'])).toEqual(['page.1.js', 'words.2.js', 'words-of.5.js', 'side.3.js']);
    expect(() => neededBy(folder, ['gone.js'])).toThrow('gone.js');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
