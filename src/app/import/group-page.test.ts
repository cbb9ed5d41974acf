import { expect, test, vi } from 'vitest';
import { fakeStorage } from '../../../tests/support/assess-page.ts';
import { eventually } from '../../../tests/support/eventually.ts';
import { generateTeam } from '../../../tests/support/teams.ts';
import { pack } from '../../build/pack.ts';
import { site } from '../../build/site.ts';
import { type GroupPage, ImportController } from './group-page.ts';

vi.mock('../platform/data-files.ts', () => ({ link: (path: string) => path }));
vi.stubGlobal('localStorage', fakeStorage());
vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint));

const page = { site, data: { outline: pack }, storageProblem: null } as unknown as GroupPage;
const fileOf = (seed: number) => new File([JSON.stringify(generateTeam(pack, seed))], `${seed}.json`);

test('a page says how many files are being read before the first is, and not once they are', async () => {
  const shown: (number | undefined)[] = [];
  const imported = vi.fn();
  const imports = new ImportController(page, () => shown.push(imports.props.reading), imported);
  const files = [fileOf(1), fileOf(2)];
  const read = files.map((file) => vi.spyOn(file, 'text'));
  imports.props.actions?.addFiles(files);
  expect(shown).toEqual([2]);
  expect(read.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  imports.props.actions?.addFiles([fileOf(3)]);
  expect(shown).toEqual([2, 3]);
  await eventually(() => expect(imported).toHaveBeenCalledTimes(2));
  expect(imports.props.reading).toBe(0);
  expect(imports.batch.imports).toHaveLength(3);
});
