/**
 * The three numbers of a version, or undefined where a text is none. Numbers left out count as 0: `1.2` is `1.2.0`.
 */
export function versionNumbers(text: string): number[] | undefined {
  if (!/^\d{1,6}(\.\d{1,6}){0,2}$/.test(text)) return undefined;
  const numbers = text.split('.').map(Number);
  return [0, 1, 2].map((place) => numbers[place] ?? 0);
}

/** Below 0 where `a` is the older version, 0 where both are the same, above 0 where `a` is the newer. */
export function compareVersions(a: string, b: string): number {
  const [ours, theirs] = [versionNumbers(a) ?? [], versionNumbers(b) ?? []];
  return [0, 1, 2].map((place) => (ours[place] ?? 0) - (theirs[place] ?? 0)).find((each) => each !== 0) ?? 0;
}
