import { type ComponentChild, h } from 'preact';
import type { LostPart } from '../../core/answers/lost-part.ts';
import { downloadLost } from '../platform/download-lost.ts';
import { LostParts } from '../shared/LostParts.tsx';
import type { Site } from '../shared/view-data.ts';

/** Lists the parts of the opened answers that could not be read. */
export const lostNotice = (site: Site, lost: readonly LostPart[]): ComponentChild =>
  h(LostParts, { site, lost, download: () => downloadLost(lost) });
