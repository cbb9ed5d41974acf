import type { Entry } from '../model/entry.ts';
import { citedClaimIds } from '../model/entry-body.ts';

/** The ids of all claims that an entry uses, in its text and in its data. */
export function claimsOf(entry: Entry): string[] {
  return [
    ...new Set([
      ...citedClaimIds(entry.body),
      ...entry.variables.flatMap(({ claims }) => claims),
      ...entry.figures.map(({ claim }) => claim),
      ...(entry.changed?.claims ?? []),
    ]),
  ];
}
