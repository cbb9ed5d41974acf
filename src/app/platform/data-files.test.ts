import { afterEach, expect, test, vi } from 'vitest';
import { questionnaireData, questionnaireFile } from '../../build/page-data/questionnaire.ts';
import { depthIds } from '../../core/model/ids.ts';
import { fetchQuestionnaire } from './data-files.ts';

vi.hoisted(() => Object.assign(globalThis, { document: { getElementById: () => null } }));
afterEach(() => vi.unstubAllGlobals());

test.each(depthIds)('fetchQuestionnaire(%o) restores what its file leaves out', async (depth) => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(questionnaireFile(depth))));
  expect(await fetchQuestionnaire(depth)).toMatchObject(questionnaireData(depth));
});
