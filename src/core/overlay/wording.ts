import * as messages from '#messages/overlay.ts';
import { nearestId } from '../check/check-ids.ts';
import { isObject } from '../model/is-object.ts';
import { show } from '../model/problem.ts';
import type { SourceFile } from '../model/source-file.ts';
import { slotsOf } from '../text/fill-template.ts';
import type { FixedProblem } from './fixed.ts';
import type { Place } from './merge.ts';

/** The file of sentences of the interface. */
export const wordingPath = 'ui/en.yaml';

/** Why a sentence cannot replace another; undefined if it can. */
function sentenceProblem(official: string, overlay: unknown): string | undefined {
  if (typeof overlay !== 'string' || overlay.trim() === '') return messages.noText(show(overlay));
  const officialSlots = slotsOf(official);
  const unknown = slotsOf(overlay).find((slot) => !officialSlots.includes(slot));
  if (unknown === undefined) return undefined;
  return messages.noSlot(unknown, officialSlots);
}

/** The problem of one key: it is not one of ours, it should hold a group of sentences, or its sentence does not fit. */
function keyProblem(official: unknown, overlay: unknown, key: string, keys: readonly string[]): string | undefined {
  if (typeof official === 'string') return sentenceProblem(official, overlay);
  if (official !== undefined)
    return isObject(overlay) ? undefined : messages.noGroup(key, Object.keys(official as object).join(', '));
  const nearest = nearestId(key, keys);
  return messages.noSentence(key, nearest, keys);
}

function findIn(official: unknown, overlay: unknown, place: Place): FixedProblem[] {
  if (!isObject(official) || !isObject(overlay)) return [];
  return Object.entries(overlay).flatMap(([key, value]) => {
    const message = keyProblem(official[key], value, key, Object.keys(official));
    const keyPlace = [...place, key];
    return message === undefined ? findIn(official[key], value, keyPlace) : [{ place: keyPlace, message }];
  });
}

/** Lists what is wrong with the sentences of an overlay: keys that do not exist, and slots that nothing fills. */
export const findWordingProblems = (official: SourceFile | undefined, overlay: SourceFile): FixedProblem[] =>
  isObject(overlay.data)
    ? findIn(official?.data, overlay.data, [])
    : [
        {
          place: [],
          message: messages.noSentences,
        },
      ];
