import type { PlacedStage } from '../../viz/sheet-grid.ts';
import { type SheetColours, serif, type TextSizes } from './sheet-style.ts';

interface Props {
  stage: PlacedStage;
  name: string;
  /** The text of a cell without a question. */
  notAsked: string;
  /** Width of the drawing. */
  width: number;
  sizes: TextSizes;
  colours: SheetColours;
}

/** A stage of a practice sheet: a rule, its name, and which of its cells are empty. */
export function SheetStage({ stage, name, notAsked, width, sizes, colours }: Props) {
  return (
    <g>
      <path d={`M0,${stage.ruleY}H${width}`} stroke={colours.line} stroke-width={0.75} />
      <text
        x={0}
        y={stage.nameY}
        font-family={serif}
        font-size={sizes.title + 1}
        font-style="italic"
        fill={colours.muted}
      >
        {name}
      </text>
      {stage.empty.map(({ column, x, y }) => (
        <text key={column} x={x} y={y + 4} font-size={sizes.note} fill={colours.muted}>
          {notAsked}
        </text>
      ))}
    </g>
  );
}
