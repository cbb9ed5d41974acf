import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, level, propsOf, storeDraft, stubBrowser } from '../../../tests/support/assess-page.ts';
import { agentProposal, proposalsOf } from '../../../tests/support/proposals.ts';
import { site } from '../../build/site.ts';
import { draftPrefix, proposalsPrefix } from '../platform/storage-keys.ts';
import type { PreviewProps } from '../proposals/ProposalsPreview.tsx';
import { OpenedProposals } from './opened-proposals.ts';

vi.mock('../platform/data-files.ts', () => ({
  appRoot: null,
  fetchQuestionnaire: () => Promise.resolve(dataOf.full),
  link: (path: string) => path,
}));
// Attempts to save again wait, and a second passes between two presses.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
  stubBrowser();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const { outline, items } = dataOf.full;
const [question] = items;
if (!question) throw new Error('The full assessment has a question.');
const proposals = proposalsOf(outline, [agentProposal(question.id, question.rev, 3)]);

/** Makes the browser refuse to store proposals. Returns what makes it store them again. */
function refuseProposals(): () => void {
  const storage = Object.getPrototypeOf(localStorage);
  const { setItem } = storage;
  storage.setItem = (key: string, text: string) => {
    if (key.startsWith(proposalsPrefix)) throw new DOMException('full', 'QuotaExceededError');
    setItem(key, text);
  };
  return () => {
    storage.setItem = setItem;
  };
}

const idsUnder = (prefix: string) =>
  Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []));

test('if the browser refuses the proposals, another press makes no second assessment', async () => {
  const earlier = await storeDraft({ system: 'Parcels', answers: [level(question, 1)] });
  const assign = vi.fn();
  vi.stubGlobal('location', { hash: '', assign });
  const page = { show: () => undefined, close: () => undefined };
  const opened = await OpenedProposals.open({ proposals, lost: [] }, site, page);
  const shown = () => propsOf<PreviewProps>(opened.view());
  const putNew = () => {
    shown().actions.putNew();
    return vi.advanceTimersByTimeAsync(1000);
  };
  const allow = refuseProposals();

  await putNew();
  expect(shown().problem).toBe('QuotaExceededError');
  const [made, ...others] = idsUnder(draftPrefix).filter((id) => id !== earlier);
  expect([made, ...others]).toEqual([expect.any(String)]);
  await putNew();
  expect(assign).not.toHaveBeenCalled();
  allow();
  await putNew();
  expect(idsUnder(draftPrefix).toSorted()).toEqual([earlier, made].toSorted());
  expect(idsUnder(proposalsPrefix)).toEqual([made]);
  expect(assign).toHaveBeenCalledOnce();
});
