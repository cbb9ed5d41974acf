import type { PlacedLine } from '../../../viz/practice-sheet.ts';
import { pressedKey } from '../../platform/keys.ts';
import { lineName, lineText } from './sheet-content.ts';
import type { Drawing } from './sheet-parts.ts';

/** Where a line without an answer starts from, so that the first step leads to the first position. */
const beforeFirst = -1;
/** How far each key moves an answer. */
const keySteps: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -4, End: 5 };

/** Attributes that make a line a slider with five positions. */
export function sliderProps({ props, setPosition }: Drawing, line: PlacedLine) {
  const { item, position } = line;
  return {
    role: 'slider' as const,
    tabindex: 0,
    'aria-label': lineName(props, line),
    'aria-valuemin': 1,
    'aria-valuemax': line.steps.length,
    'aria-valuenow': position === null ? undefined : position + 1,
    'aria-valuetext': lineText(props, line),
    onClick: (event: MouseEvent) => {
      const pressed = (event.target as SVGElement).dataset['position'];
      if (pressed !== undefined) setPosition?.(item, Number(pressed));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = keySteps[pressedKey(event) ?? ''];
      if (!step) return;
      event.preventDefault();
      setPosition?.(item, Math.min(line.steps.length - 1, Math.max(0, (position ?? beforeFirst) + step)));
    },
  };
}

/** An area to press for each position of a slider. */
export function PositionAreas({ line }: { line: PlacedLine }) {
  const [first = 0, second = 0] = line.steps;
  const width = second - first;
  return (
    <>
      {line.steps.map((step, position) => (
        <rect
          key={step}
          x={step - width / 2}
          y={line.y - 12}
          width={width}
          height={24}
          fill="none"
          pointer-events="all"
          data-position={position}
        />
      ))}
    </>
  );
}
