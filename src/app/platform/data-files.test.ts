import { afterEach, expect, test, vi } from 'vitest';
import { questionnaireData, questionnaireFile } from '../../build/page-data/questionnaire.ts';
import { depthIds } from '../../core/model/ids.ts';
import { fetchQuestionnaire, loadStyles } from './data-files.ts';
import { LoadError, longestWaitMs } from './load-error.ts';

vi.hoisted(() => Object.assign(globalThis, { document: { getElementById: () => null } }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each(depthIds)('fetchQuestionnaire(%o) restores what its file leaves out', async (depth) => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(questionnaireFile(depth))));
  expect(await fetchQuestionnaire(depth)).toMatchObject(questionnaireData(depth));
});

/** A head that notes the stylesheets in it. */
function stubHead() {
  const sheets: EventTarget[] = [];
  const createElement = () =>
    Object.assign(new EventTarget(), {
      href: '',
      remove(this: EventTarget) {
        sheets.splice(sheets.indexOf(this), 1);
      },
    });
  const head = { append: (sheet: EventTarget) => sheets.push(sheet) };
  vi.stubGlobal('document', { createElement, head, querySelector: () => null });
  return sheets;
}

test('loadStyles(name) does not wait for ever, and asks again after a failure of any kind', async () => {
  vi.useFakeTimers();
  const sheets = stubHead();
  const silent = loadStyles('report');
  expect(loadStyles('report')).toBe(silent);
  const refused = expect(silent).rejects.toBeInstanceOf(LoadError);
  await vi.advanceTimersByTimeAsync(longestWaitMs);
  await refused;
  expect(sheets).toEqual([]);

  const failing = loadStyles('report');
  expect(sheets).toHaveLength(1);
  sheets[0]?.dispatchEvent(new Event('error'));
  await expect(failing).rejects.toBeInstanceOf(LoadError);
  expect(sheets).toEqual([]);

  const loading = loadStyles('report');
  sheets[0]?.dispatchEvent(new Event('load'));
  await loading;
  await vi.advanceTimersByTimeAsync(longestWaitMs);
  expect(sheets).toHaveLength(1);
  expect(loadStyles('report')).toBe(loading);
});
