import type { LostPart } from '../../core/answers/lost-part.ts';
import { download } from './browser.ts';

/** Downloads the parts of answers that could not be read, each as it was. */
export const downloadLost = (lost: readonly LostPart[]): void =>
  download('trivium-not-read.json', `${JSON.stringify(lost, null, 2)}\n`);
