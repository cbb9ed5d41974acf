import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../core/model/result.ts';
import { pushPath, query, replacePath } from '../platform/browser.ts';
import { QueryAddress } from './query-address.ts';

vi.mock('../platform/browser.ts', () => ({
  pathname: () => '/entries/',
  query: vi.fn(() => new URLSearchParams()),
  pushPath: vi.fn(),
  replacePath: vi.fn(),
}));
const replaced = () => vi.mocked(replacePath).mock.calls.flat();
const pushed = () => vi.mocked(pushPath).mock.calls.flat();

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  vi.mocked(replacePath).mockReturnValue(success(undefined));
});
afterEach(() => vi.useRealTimers());

test('a key held for ten seconds changes the address a few times a second, at last to all that was typed', () => {
  const address = new QueryAddress();
  for (let press = 1; press <= 300; press += 1) {
    address.write(`q=${'a'.repeat(press)}`, false);
    vi.advanceTimersByTime(33);
  }
  vi.runAllTimers();
  expect(replaced()[0]).toBe('/entries/?q=a');
  expect(replaced().at(-1)).toBe(`/entries/?q=${'a'.repeat(300)}`);
  expect(replaced().length).toBeLessThan(50);
});

test('a step of the history comes after what was typed before it, and what waits does not follow it', () => {
  const address = new QueryAddress();
  for (const query of ['q=d', 'q=dr', 'q=dri']) address.write(query, false);
  address.write('q=dri&kind=pain', true);
  vi.runAllTimers();
  expect(replaced()).toEqual(['/entries/?q=d', '/entries/?q=dri']);
  expect(pushed()).toEqual(['/entries/?q=dri&kind=pain']);
});

test('what waits is in the address at once when the field is left', () => {
  const address = new QueryAddress();
  for (const query of ['q=d', 'q=dr']) address.write(query, false);
  address.flush();
  expect(replaced()).toEqual(['/entries/?q=d', '/entries/?q=dr']);
});

test('after going back, what was typed before does not come into the address', () => {
  const address = new QueryAddress();
  for (const query of ['q=d', 'q=dr']) address.write(query, false);
  address.discard();
  vi.runAllTimers();
  expect(replaced()).toEqual(['/entries/?q=d']);
});

test('a change that the browser refuses is made as soon as it may be', () => {
  const address = new QueryAddress();
  vi.mocked(replacePath).mockReturnValue(failure('SecurityError'));
  address.write('q=d', false);
  vi.advanceTimersByTime(1000);
  address.write('q=dr', false);
  vi.mocked(replacePath).mockClear().mockReturnValue(success(undefined));
  vi.runAllTimers();
  expect(replaced()).toEqual(['/entries/?q=dr']);
});

test('without parameters the address is the path alone, and parameters that are there make no step', () => {
  const address = new QueryAddress();
  address.write('', false);
  vi.mocked(query).mockReturnValue(new URLSearchParams('q=a+b'));
  address.write('q=a+b', true);
  address.write('', true);
  expect([replaced(), pushed()]).toEqual([['/entries/'], ['/entries/']]);
});
