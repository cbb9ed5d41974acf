import { type ComponentChild, h } from 'preact';
import type { Site } from '../../shared/view-data.ts';
import { MeetingTimer } from './meeting-timer.ts';
import { TimerView } from './TimerView.tsx';

/** Creates the timer of a meeting. The function returned gives its view for a question; another question stops it. */
export function createTimer(site: Site): (item: string) => ComponentChild {
  const timer = new MeetingTimer();
  return (item) => h(TimerView, { timer: timer.forQuestion(item), site });
}
