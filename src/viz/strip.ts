/** A dot of a strip plot, with what stands in it. */
export interface StripDot {
  x: number;
  y: number;
  label: string;
}

/**
 * Puts one dot for each person over the step that they chose; those on the same step stand above each other.
 * @param choices step of each person, from 0; null for those who chose none
 * @param size width of a step, and height that a dot takes
 */
export function stripGeometry(
  choices: readonly (number | null)[],
  steps: number,
  size: { step: number; dot: number },
): { width: number; height: number; dots: StripDot[]; columns: { x: number; level: number }[] } {
  const stacked = new Map<number, number>();
  const dots = choices.flatMap((level, person) => {
    if (level === null) return [];
    const below = stacked.get(level) ?? 0;
    stacked.set(level, below + 1);
    return [{ level, below, label: String(person + 1) }];
  });
  const most = Math.max(1, ...stacked.values());
  const height = most * size.dot + 6;
  const x = (level: number) => (level + 0.5) * size.step;
  return {
    width: steps * size.step,
    height,
    dots: dots.map(({ level, below, label }) => ({ x: x(level), y: height - 4 - (below + 0.5) * size.dot, label })),
    columns: Array.from({ length: steps }, (_, level) => ({ x: x(level), level })),
  };
}
