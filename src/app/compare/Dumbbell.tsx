import type { VariableId } from '../../core/model/ids.ts';
import { dumbbellGeometry } from '../../viz/dumbbell.ts';
import { VariableMark } from '../shared/variable-marks.tsx';

const size = { width: 220, height: 24, margin: 36, mark: 6 };

interface Props {
  /** Undefined for a symptom. */
  variable: VariableId | undefined;
  before: number;
  now: number;
  /** Tick values of the scale, from left to right. */
  ticks: readonly number[];
  /** Formats a value for people. */
  format(value: number): string;
  /** Text alternative of the picture. */
  alt: string;
}

/** A value before (hollow) and now (filled), both labelled with their numbers. */
export function Dumbbell({ variable, before, now, ticks, format, alt }: Props) {
  const ends = dumbbellGeometry({ before, now }, ticks, size);
  const [first = 0, last = 0] = [ends.ticks[0], ends.ticks.at(-1)];
  return (
    <svg
      class={`dumbbell v-${variable ?? 'none'}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-label={alt}
    >
      <path class="scale" d={`M${first},${ends.y}H${last}`} />
      {ends.ticks.map((x) => (
        <path key={x} class="tick" d={`M${x},${ends.y - 4}v8`} />
      ))}
      {ends.line ? <path class={`change-line v-${variable ?? 'none'}`} d={ends.line} /> : null}
      <VariableMark variable={variable} x={ends.before.x} y={ends.y} isHollow />
      <VariableMark variable={variable} x={ends.now.x} y={ends.y} />
      {before === now ? null : <Label {...ends.before} y={ends.y} text={format(before)} />}
      <Label {...ends.now} y={ends.y} text={format(now)} />
    </svg>
  );
}

function Label({ labelX, anchor, y, text }: { labelX: number; anchor: 'start' | 'end'; y: number; text: string }) {
  return (
    <text x={labelX} y={y + 4.5} text-anchor={anchor}>
      {text}
    </text>
  );
}
