/** A copy of a JSON value with all lists and keys sorted, for comparing without order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(sorted).map((part) => ({ part, text: JSON.stringify(part) }));
    return parts.toSorted((a, b) => (a.text < b.text ? -1 : 1)).map(({ part }) => part);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
