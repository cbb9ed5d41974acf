import { z } from 'zod';
import * as messages from '#messages/overlay.ts';
import { packFile } from '../model/pack-schema.ts';
import { id, text } from '../model/vocabulary.ts';

/** Maximum number of characters of a mark: it follows titles, also in the narrow lines of the practice sheet. */
const longestMark = 8;

/** overlay.yaml: whose pack this is. */
export const overlayFile = z
  .strictObject({
    /** Who answers for the pack, as pages name it. */
    organisation: text.max(60),
    /** The same in a few letters. It follows the title of everything of theirs. Absent: the organisation. */
    mark: text.max(longestMark).optional(),
    /** The id of the pack, which no other pack has. */
    id,
    version: packFile.shape.version,
    changelog: packFile.shape.changelog,
  })
  .refine(({ organisation, mark }) => mark !== undefined || organisation.length <= longestMark, {
    path: ['organisation'],
    error: messages.longMark(longestMark),
  });
export type OverlayFile = z.output<typeof overlayFile>;
