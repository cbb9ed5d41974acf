/** A dot of a strip plot, with the label inside it. */
export interface StripDot {
  x: number;
  y: number;
  label: string;
}

/**
 * Puts a dot for each person above the step that they chose; dots on the same step are stacked.
 * @param choices the step of each person, from 0; null for no step
 * @param size width of a step and height of a dot
 */
export function stripGeometry(
  choices: readonly (number | null)[],
  stepCount: number,
  size: { step: number; dot: number },
): { width: number; height: number; dots: StripDot[]; columns: { x: number; level: number }[] } {
  const stackHeights = new Map<number, number>();
  const dots = choices.flatMap((level, person) => {
    if (level === null) return [];
    const below = stackHeights.get(level) ?? 0;
    stackHeights.set(level, below + 1);
    return [{ level, below, label: String(person + 1) }];
  });
  const height = Math.max(1, ...stackHeights.values()) * size.dot + 6;
  const xOf = (level: number) => (level + 0.5) * size.step;
  return {
    width: stepCount * size.step,
    height,
    dots: dots.map(({ level, below, label }) => ({ x: xOf(level), y: height - 4 - (below + 0.5) * size.dot, label })),
    columns: Array.from({ length: stepCount }, (_, level) => ({ x: xOf(level), level })),
  };
}
