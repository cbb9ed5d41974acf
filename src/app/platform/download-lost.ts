import type { LostPart } from '../../core/answers/lost-part.ts';
import { download } from './browser.ts';

/** Downloads the unreadable parts of answers, unchanged. */
export const downloadLost = (lost: readonly LostPart[]): void =>
  download('trivium-not-read.json', `${JSON.stringify(lost, null, 2)}\n`);
