import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MeetingTimer } from './meeting-timer.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a timer is off until started, counts down and is up once', () => {
  const timer = new MeetingTimer().forQuestion('a');
  const states: string[] = [];
  timer.onTick(() => states.push(timer.state));
  vi.advanceTimersByTime(600_000);
  expect([timer.state, states]).toEqual(['off', []]);
  timer.start(2);
  vi.advanceTimersByTime(30_000);
  expect([timer.state, timer.secondsLeft]).toEqual(['running', 90]);
  vi.advanceTimersByTime(300_000);
  expect([timer.state, timer.secondsLeft]).toEqual(['up', 0]);
  expect(states.filter((state) => state === 'up')).toHaveLength(1);
});

test('stopping it or moving to another question turns it off; a new start counts from the beginning', () => {
  const timer = new MeetingTimer().forQuestion('a');
  timer.start(3);
  expect(timer.forQuestion('a').state).toBe('running');
  expect(timer.forQuestion('b').state).toBe('off');
  timer.start(1);
  vi.advanceTimersByTime(40_000);
  timer.stop();
  timer.start(1);
  vi.advanceTimersByTime(30_000);
  expect([timer.state, timer.secondsLeft, timer.minutes]).toEqual(['running', 30, 1]);
});

test('minutes out of range start nothing', () => {
  const timer = new MeetingTimer().forQuestion('a');
  for (const minutes of [0, -1, 61, Number.NaN]) {
    timer.start(minutes);
    expect(timer.state).toBe('off');
  }
});

test.for([
  -3_600_000, 3_600_000,
])('setting the clock by %i ms neither ends the countdown nor lengthens it', (change) => {
  const timer = new MeetingTimer().forQuestion('a');
  timer.start(2);
  vi.advanceTimersByTime(30_000);
  vi.setSystemTime(Date.now() + change);
  vi.advanceTimersByTime(10_000);
  expect([timer.state, timer.secondsLeft]).toEqual(['running', 80]);
});
