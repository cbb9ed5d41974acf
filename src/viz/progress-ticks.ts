/** The state of a question; `unknown` is the answer "I don't know". */
export type TickState = 'answered' | 'unknown' | 'open';

export interface ProgressTicks {
  width: number;
  height: number;
  /** The outline of all ticks in a state, as one SVG path; empty if there are none. */
  outlines: Record<TickState, string>;
  /** The line under the current question; empty if there is none. */
  current: string;
}

/** Widths of a tick, the gap after it, the gap between stages, and the least of all: two ticks must not become two bars. */
const size = { tick: 10, gap: 3, stageGap: 13, least: 195 };
/** Top and bottom of each part: an answered question is a full tick, an open one a thin line. */
const rows = { full: [0, 8], thin: [6, 8], current: [10, 12] } as const;

/** Boxes, each relative to the one before: on a page, equal texts compress to little. */
const boxes = (starts: readonly number[], [top, bottom]: readonly [number, number]): string =>
  starts
    .map((x, at) => `m${x - (starts[at - 1] ?? 0)} ${at === 0 ? top : 0}h${size.tick}v${bottom - top}h${-size.tick}z`)
    .join('');

/**
 * Draws one tick for each question, in order, with a wider gap where a stage ends. Pages stretch its width to fit.
 * @param current the index of the current question
 */
export function progressTicks(
  questions: readonly { stage: string; state: TickState }[],
  current: number,
): ProgressTicks {
  const starts: number[] = [];
  questions.forEach(({ stage }, index) => {
    const gap = questions[index - 1]?.stage === stage ? size.gap : size.stageGap;
    starts.push(index === 0 ? 0 : (starts[index - 1] ?? 0) + size.tick + gap);
  });
  const outlineOf = (state: TickState) =>
    boxes(
      starts.filter((_, index) => questions[index]?.state === state),
      state === 'open' ? rows.thin : rows.full,
    );
  return {
    width: Math.max(size.least, (starts.at(-1) ?? 0) + size.tick),
    height: rows.current[1],
    outlines: { answered: outlineOf('answered'), unknown: outlineOf('unknown'), open: outlineOf('open') },
    current: boxes(starts.slice(current, current + 1), rows.current),
  };
}
