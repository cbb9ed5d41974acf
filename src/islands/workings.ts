import { type ComponentChild, h } from 'preact';
import { TryOut, type TryOutProps } from '../views/TryOut.tsx';
import { Workings, type WorkingsProps } from '../views/Workings.tsx';

/** The dialog that explains a number. */
export const workings = (props: WorkingsProps): ComponentChild => h(Workings, props);
/** The table to try other answers in. */
export const tryOut = (props: TryOutProps): ComponentChild => h(TryOut, props);
