import type { VariableId } from '../../core/model/ids.ts';
import type { GroupPack, Site } from './view-data.ts';

/** Each V has a shape beside its colour: a circle, a square, a triangle around the middle. */
const shapes: Record<VariableId, string> = {
  velocity: 'M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z',
  validation: 'M-4.5,-4.5H4.5V4.5H-4.5Z',
  versioning: 'M0,-5.5L5.5,4.5H-5.5Z',
};

/** The mark of a V at a place of a drawing. */
export function Mark({ variable, x, y }: { variable: VariableId; x: number; y: number }) {
  return <path class={`mark-of v-${variable}`} d={shapes[variable]} transform={`translate(${x} ${y})`} />;
}

/** Which shape and colour stands for which V. */
export function MarkKey({ pack }: { pack: GroupPack }) {
  return (
    <ul class="mark-key">
      {pack.variables.map(({ id, name }) => (
        <li key={id}>
          <svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
            <Mark variable={id} x={0} y={0} />
          </svg>{' '}
          {name}
        </li>
      ))}
    </ul>
  );
}

export const nameOf = (pack: GroupPack, id: string): string =>
  pack.variables.find((each) => each.id === id)?.name ?? id;
export const itemOf = (pack: GroupPack, id: string) => pack.items.find((item) => item.id === id);
export const titleIn = (pack: GroupPack, id: string): string => itemOf(pack, id)?.title ?? id;
/** A place among the five answers, counted from 1. */
export const placeText = ({ t }: Site, level: number): string => t('side.place', { n: level + 1 });
