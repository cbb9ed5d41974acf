import { expect, test } from 'vitest';
import { countTags, textOf } from '../../../tests/support/markup.ts';
import { site } from '../../build/site.ts';
import { ImportList, type ImportListProps, staticImportList } from './ImportList.tsx';
import { ImportsAndResult } from './ImportsAndResult.tsx';

const actions = {
  addFiles: () => undefined,
  addText: () => undefined,
  remove: () => undefined,
  downloadLost: () => undefined,
};
const list = (props: Partial<ImportListProps>) => (
  <ImportList {...staticImportList(site)} actions={actions} {...props} />
);
const rejections = [{ name: 'notes.txt', reason: 'It holds no answers.' }];
const imports = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `team-${index}.json`, summary: 'Parcels' }));

test('as it is built, the list asks for JavaScript and offers no fields', () => {
  const view = <ImportList {...staticImportList(site)} />;
  expect(textOf(view)).toBe(site.t('import.needs-script'));
  expect(countTags(view, /<(input|textarea|button)/)).toBe(0);
});

test('an empty list says nothing about results', () => {
  expect(countTags(list({}), /<input/)).toBe(1);
  expect(countTags(list({}), /class="import-list/)).toBe(0);
});

test('imports and rejections are named and explained', () => {
  const view = list({ imports: imports(2), rejections });
  expect(textOf(view)).toContain('team-0.json Parcels Remove team-0.json');
  expect(textOf(view)).toContain('notes.txt It holds no answers.');
  expect(countTags(view, /class="import-list refused"/)).toBe(1);
});

const page = (props: Partial<ImportListProps>, result?: string) => (
  <ImportsAndResult importList={{ ...staticImportList(site), actions, ...props }} result={result && <p>{result}</p>} />
);

test('the fields come first; once there is a result, they follow it', () => {
  const fields = site.t('import.files');
  expect(textOf(page({}))).toMatch(new RegExp(`^${fields}`));
  const text = textOf(page({ imports: imports(2) }, 'What they share'));
  expect(text).toMatch(/^2 were read\. Add or remove files and links What they share/);
  expect(text.indexOf(fields)).toBeGreaterThan(text.indexOf('What they share'));
});

test('rejections are counted at the top, and their reasons are unfolded below the result', () => {
  const view = page({ imports: imports(2), rejections }, 'What they share');
  expect(textOf(view)).toMatch(/^2 were read\. 1 was not\. See why/);
  expect(countTags(view, /<details[^>]* open/)).toBe(1);
  expect(countTags(page({ imports: imports(2) }, 'What they share'), /<details[^>]* open/)).toBe(0);
});

test('a list of more than 12 imports is folded', () => {
  expect(textOf(list({ imports: imports(12) }))).toContain('team-11.json');
  const view = list({ imports: imports(13) });
  expect(textOf(view)).toContain(site.t('import.show-good'));
  expect(textOf(view)).not.toContain('team-0.json');
});

test('parts of a file that could not be read are named, shown verbatim, and can be saved', () => {
  const lost = [{ place: 'decisions[0].due', about: 'fallback-models', problem: 'No day.', raw: '20266-11-28' }];
  const view = list({ imports: [{ name: 'a.json', summary: 'Parcels', lost }] });
  expect(textOf(view)).toContain(site.t('lost.given'));
  expect(textOf(view)).toMatch(/decisions\[0\]\.due \(fallback-models\)\s*: No day\.\s+20266-11-28/);
  expect(textOf(view)).toContain(site.t('lost.download'));
});

test('the list says so if the browser blocks access to storage', () => {
  expect(textOf(list({ storageProblem: 'SecurityError' }))).toContain(
    site.t('import.blocked', { problem: 'SecurityError' }),
  );
  expect(textOf(list({ storageProblem: null }))).toBe(textOf(list({})));
});

test('files that are being read are counted in a live region', () => {
  expect(countTags(list({}), /role="status"/)).toBe(1);
  expect(textOf(list({ reading: 2000 }))).toContain(site.t('import.reading', { count: 2000 }));
});
