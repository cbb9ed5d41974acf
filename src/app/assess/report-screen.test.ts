import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { htmlOf, openPage, storeDraft, stubBrowser, textOf } from '../../../tests/support/assess-page.ts';
import { site } from '../../build/site.ts';
import { NamePrompt } from './NamePrompt.tsx';
import { asksForName } from './report-screen.ts';

vi.mock('../platform/data-files.ts', () => ({ appRoot: null, basePath: '', link: (path: string) => path }));
beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

test('a report without a name asks for one, even while it is being typed; a report with a name does not', async () => {
  const { context } = await openPage();
  context.session.edit(() => ({ system: '\u2800 ' }));
  expect(asksForName(context)).toBe(true);
  context.session.edit(() => ({ system: 'P' }));
  expect(asksForName(context)).toBe(true);
  await storeDraft({ system: 'Parcel times' });
  expect(asksForName((await openPage()).context)).toBe(false);
});

test('the field says that a name is optional, and does not require one', () => {
  const prompt = NamePrompt({ site, name: '', save: () => undefined });
  expect(textOf(prompt)).toContain(site.t('drafts.name-hint'));
  expect(htmlOf(prompt)).not.toContain('required');
});
