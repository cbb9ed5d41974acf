import { type ComponentChild, h } from 'preact';
import type { Site } from '../views/data.ts';
import { TimerView } from '../views/TimerView.tsx';
import { MeetingTimer } from './timer.ts';

const timer = new MeetingTimer();

/** The timer of one question; its field has the focus where somebody has just asked for it. */
export const timerFor = (item: string, site: Site): ComponentChild => h(TimerView, { timer: timer.at(item), site });
