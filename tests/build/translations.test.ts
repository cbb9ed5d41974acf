import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findTranslationProblems } from '../../src/build/translations.ts';

let folder = '';
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'translations-'));
  write(
    'ui/en.yaml',
    'start:\n  title: Assess {system}\n  weeks:\n    one: "{count} week"\n    other: "{count} weeks"\n  go: Go',
  );
  write('ui/privacy.yaml', 'promises: []');
  write(
    'messages/en/link.ts',
    "export const cutOff = 'It is cut off.';\nexport function list(): string {\n  return '';\n}\n",
  );
  write('messages/en/json.ts', "export const notJson = 'No JSON.';\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const found = () =>
  findTranslationProblems(folder).map(({ file, place, message }) => `${file} ${place}: ${message}`.replace(' :', ':'));

test('a content folder with English alone has nothing to translate', () => {
  expect(found()).toEqual([]);
});

test('a language that has begun lacks sentences, plural forms of its own, messages and words of the search', () => {
  write(
    'ui/pl.yaml',
    'start:\n  title: "Oceń {systm}"\n  weeks:\n    one: tydzień\n    few: "{count} tygodnie"\n  extra: Nic',
  );
  write('messages/pl/link.ts', "export const cutOff = 'Link jest ucięty.';\nexport const more = '';\n");
  expect(found()).toEqual([
    'content/ui/pl.yaml start.weeks.many: It is missing. Translate "{count} weeks".',
    'content/ui/pl.yaml start.weeks.other: It is missing. Translate "{count} weeks".',
    'content/ui/pl.yaml start.go: It is missing. Translate "Go".',
    'content/ui/pl.yaml start.extra: English has no such sentence. Correct the key or remove it.',
    'content/ui/pl.yaml start.title: It fills in {systm}; English fills in {system}. Use the same.',
    'content/messages/pl/json.ts: The file is missing. Translate content/messages/en/json.ts.',
    'content/messages/pl/link.ts: "list" is missing. Translate it from content/messages/en/link.ts.',
    'content/messages/pl/link.ts: English has no "more". Correct the name or remove it.',
    expect.stringContaining('The search knows the word forms of en only, so in "pl"'),
  ]);
});

test('a file that is no YAML is left to those who read content', () => {
  write('ui/pl.yaml', '} broken');
  expect(found().filter((each) => each.startsWith('content/ui/'))).toEqual([
    expect.stringContaining('The search knows'),
  ]);
});
