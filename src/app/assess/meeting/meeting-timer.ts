import { type ComponentChild, h } from 'preact';
import type { Site } from '../../shared/view-data.ts';
import { MeetingTimer } from './countdown.ts';
import { TimerView } from './TimerView.tsx';

const timer = new MeetingTimer();

/** The timer of one question; its field has the focus where somebody has just asked for it. */
export const timerFor = (item: string, site: Site): ComponentChild => h(TimerView, { timer: timer.at(item), site });
