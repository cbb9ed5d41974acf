import type { Answer } from '../answers/answers.ts';
import { fieldLimits } from '../answers/limits.ts';
import { withoutUndefined } from '../model/without-undefined.ts';

/** What an answer rests on. An answer has one field for it, which can name several places. */
export type Evidence = NonNullable<Answer['evidence']>;

const separator = '; ';
/** A text with the separator on both sides, so that a place is found only as a whole. */
const withSeparators = (text: string): string => `${separator}${text}${separator}`;

/** Whether evidence names a place. */
export const namesPlace = (evidence: Evidence | undefined, place: string): boolean =>
  withSeparators(evidence?.url ?? '').includes(withSeparators(place));

/** A place cut to the length of its field. */
export const cutPlace = (place: string): string => {
  const characters = [...place];
  return place.length <= fieldLimits.text ? place : `${characters.slice(0, fieldLimits.text / 2).join('')}…`;
};

/**
 * Adds a place that somebody can be shown. Evidence that is measured stays measured; its date becomes the later one.
 * A place for which there is no room left is not added.
 * @param date the day on which it was found, as `2026-11-23`
 */
export function withPlace(evidence: Evidence | undefined, place: string, date: string | undefined): Evidence {
  const urls = [evidence?.url, namesPlace(evidence, place) ? undefined : place].filter(Boolean).join(separator);
  const dates = [evidence?.date, date].filter((day) => day !== undefined).toSorted();
  return {
    ...evidence,
    kind: evidence?.kind === 'measured' ? 'measured' : 'shown',
    ...withoutUndefined({
      url: urls.length > fieldLimits.text ? evidence?.url : urls,
      date: dates.at(-1),
    }),
  };
}

/**
 * Removes a place. With its last place, evidence becomes what it was before anything was accepted, unless the person
 * has changed its kind since.
 * @param before the evidence before; undefined if there was none
 */
export function withoutPlace(
  evidence: Evidence | undefined,
  place: string,
  before: Evidence | undefined,
): Evidence | undefined {
  if (!evidence || !namesPlace(evidence, place)) return evidence;
  const url = withSeparators(evidence.url ?? '')
    .replace(withSeparators(place), () => separator)
    .slice(separator.length, -separator.length);
  const isBare = url === (before?.url ?? '');
  if (isBare && (evidence.kind === 'shown' || evidence.kind === before?.kind)) return before;
  const { url: _, ...rest } = evidence;
  return url === '' ? rest : { ...rest, url };
}
