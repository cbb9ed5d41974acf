import type { VariableId } from '../../core/model/ids.ts';
import type { Pack } from '../../core/model/pack.ts';
import { formatAnswerNumber } from '../../core/text/format.ts';
import type { Site } from './view-data.ts';

/** Each V has a shape as well as a colour: circle, square, triangle. A symptom has a diamond. Centred on the origin. */
const shapes: Record<VariableId | 'none', string> = {
  velocity: 'M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z',
  validation: 'M-4.5,-4.5H4.5V4.5H-4.5Z',
  versioning: 'M0,-5.5L5.5,4.5H-5.5Z',
  none: 'M0,-5.5L5.5,0L0,5.5L-5.5,0Z',
};

interface MarkProps {
  /** Undefined for anything that belongs to no V. */
  variable: VariableId | undefined;
  x: number;
  y: number;
  /** True for an earlier value. */
  isHollow?: boolean;
}

/** The mark of a V or a symptom, at a point of a drawing. */
export function VariableMark({ variable, x, y, isHollow = false }: MarkProps) {
  const id = variable ?? 'none';
  return (
    <path class={`mark-of v-${id}${isHollow ? ' hollow' : ''}`} d={shapes[id]} transform={`translate(${x} ${y})`} />
  );
}

/** Explains which shape and colour belongs to which V. */
export function VariableKey({ pack }: { pack: Pack }) {
  return (
    <ul class="mark-key">
      {pack.variables.map(({ id, name }) => (
        <li key={id}>
          <svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
            <VariableMark variable={id} x={0} y={0} />
          </svg>{' '}
          {name}
        </li>
      ))}
    </ul>
  );
}

/** A level as people count answers, from 1: "Answer 3" for level 2. */
export const levelLabel = ({ t }: Site, level: number): string => t('side.place', { n: formatAnswerNumber(level) });
