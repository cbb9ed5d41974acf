import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MeetingTimer } from './countdown.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a timer is off until it is started, counts down, and is up once', () => {
  const timer = new MeetingTimer().at('a');
  const told: string[] = [];
  timer.watch(() => told.push(timer.state));
  vi.advanceTimersByTime(600_000);
  expect([timer.state, told]).toEqual(['off', []]);
  timer.start(2);
  vi.advanceTimersByTime(30_000);
  expect([timer.state, timer.left]).toEqual(['running', 90]);
  vi.advanceTimersByTime(300_000);
  expect([timer.state, timer.left]).toEqual(['up', 0]);
  expect(told.filter((state) => state === 'up')).toHaveLength(1);
});

test('another question, or stopping it, turns it off; a new start begins anew', () => {
  const timer = new MeetingTimer().at('a');
  timer.start(3);
  expect(timer.at('a').state).toBe('running');
  expect(timer.at('b').state).toBe('off');
  timer.start(1);
  vi.advanceTimersByTime(40_000);
  timer.stop();
  timer.start(1);
  vi.advanceTimersByTime(30_000);
  expect([timer.state, timer.left, timer.minutes]).toEqual(['running', 30, 1]);
});

test('minutes that are none start nothing', () => {
  const timer = new MeetingTimer().at('a');
  for (const minutes of [0, -1, 61, Number.NaN]) {
    timer.start(minutes);
    expect(timer.state).toBe('off');
  }
});
