import { expect, test, vi } from 'vitest';
import { download } from '../platform/browser.ts';
import { downloadResult } from './download-result.ts';

vi.mock('../platform/browser.ts', () => ({ download: vi.fn() }));

test.for([
  ['Поиск', 'trivium-поиск-2026-11-23-comparison.md'],
  ['検索', 'trivium-検索-2026-11-23-comparison.md'],
  ['Überweisung', 'trivium-überweisung-2026-11-23-comparison.md'],
  ['Parcels / EU', 'trivium-parcels-eu-2026-11-23-comparison.md'],
  ['', 'trivium-assessment-2026-11-23-comparison.md'],
])('downloadResult() names the file of "%s" %s', ([system = '', name]) => {
  downloadResult('comparison', { system, date: '2026-11-23' }, 'md', '# Text');
  expect(download).toHaveBeenLastCalledWith(name, '# Text');
});
