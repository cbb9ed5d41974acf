import { type ComponentChild, h } from 'preact';
import type { Site } from '../../shared/view-data.ts';
import { MeetingTimer } from './countdown.ts';
import { TimerView } from './TimerView.tsx';

/** Makes the timer of a meeting. It gives the view of one question; at another question it is off again. */
export function openTimer(site: Site): (item: string) => ComponentChild {
  const timer = new MeetingTimer();
  return (item) => h(TimerView, { timer: timer.at(item), site });
}
