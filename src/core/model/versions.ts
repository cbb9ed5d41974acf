/**
 * The three numbers of a version; undefined if the text is not a version. Missing numbers count as 0: `1.2` is `1.2.0`.
 */
export function versionNumbers(text: string): number[] | undefined {
  if (!/^\d{1,6}(\.\d{1,6}){0,2}$/.test(text)) return undefined;
  const numbers = text.split('.').map(Number);
  return [0, 1, 2].map((index) => numbers[index] ?? 0);
}

/** Below 0 if version `a` is older than `b`, 0 if they are the same, above 0 if it is newer. */
export function compareVersions(a: string, b: string): number {
  const [aNumbers, bNumbers] = [versionNumbers(a) ?? [], versionNumbers(b) ?? []];
  const differences = [0, 1, 2].map((index) => (aNumbers[index] ?? 0) - (bNumbers[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
