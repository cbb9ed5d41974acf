import { type PlacedLine, sheetDots } from '../../../viz/practice-sheet.ts';
import { unspoken } from '../../shared/sheet-style.ts';
import { PositionAreas, sliderProps } from './SheetSlider.tsx';
import { lineText, lineTitle } from './sheet-content.ts';
import { type Drawing, openerProps } from './sheet-parts.ts';

/** The number of the move on the answer, and the arrow to its goal. */
function MoveMarks({ line, colour, drawing }: { line: PlacedLine; colour: string; drawing: Drawing }) {
  const { colours, sizes } = drawing;
  const { arrow, number, move, y } = line;
  if (number === null || !move) return null;
  const tip = (arrow?.to ?? 0) - sheetDots.target - 1;
  return (
    <>
      {arrow ? (
        <>
          <path
            d={`M${arrow.from},${y}H${tip}M${tip - 4},${y - 3.5}L${tip},${y}L${tip - 4},${y + 3.5}`}
            stroke={colour}
            stroke-width={1.5}
            fill="none"
          />
          <circle cx={arrow.to} cy={y} r={sheetDots.target} fill={colours.paper} stroke={colour} stroke-width={1.5} />
        </>
      ) : null}
      <circle cx={number} cy={y} r={sheetDots.move} fill={colours.ink} stroke={colours.paper} />
      <text
        x={number}
        y={y + sizes.mark / 3}
        text-anchor="middle"
        font-size={sizes.mark}
        font-weight={700}
        fill={colours.paper}
      >
        {move.place}
      </text>
    </>
  );
}

/** What the answer rests on: a ring if someone can show it, a box if it is measured; dashed if that is old. */
function ProofMark({ line: { proof, dot, move, y }, colour }: { line: PlacedLine; colour: string }) {
  if (!proof || dot === null) return null;
  const reach = (move ? sheetDots.move : sheetDots.answer) + sheetDots.proof;
  const stroke = { fill: 'none', stroke: colour, 'stroke-dasharray': proof.isOld ? '2 2' : undefined };
  return proof.kind === 'shown' ? (
    <circle class="proof" cx={dot} cy={y} r={reach} {...stroke} />
  ) : (
    <rect class="proof" x={dot - reach} y={y - reach} width={2 * reach} height={2 * reach} {...stroke} />
  );
}

/** The answer of a line on its five positions, the lowest and highest of several people, and the earlier answer. */
function Answer({ drawing, line }: { drawing: Drawing; line: PlacedLine }) {
  const { colours } = drawing;
  const { steps, y, dot, earlier, people, move } = line;
  const colour = colours[line.column];
  const [first = 0, last = 0] = [steps[0], steps.at(-1)];
  return (
    <>
      <path d={`M${first},${y}H${last}`} stroke={colours.hairline} />
      <path
        d={steps.map((step) => `M${step},${y}h0`).join('')}
        stroke={colours.line}
        stroke-width={2}
        stroke-linecap="round"
      />
      {people ? (
        <>
          <path d={`M${people.min},${y}H${people.max}`} stroke={colour} stroke-width={1.5} />
          <path
            d={`M${people.min},${y}h0M${people.max},${y}h0`}
            stroke={colour}
            stroke-width={5.5}
            stroke-linecap="round"
          />
        </>
      ) : null}
      {earlier !== null && dot !== null ? (
        <>
          <path d={`M${earlier},${y}H${dot}`} stroke={colour} opacity={0.6} />
          <circle cx={earlier} cy={y} r={3} fill={colours.paper} stroke={colour} opacity={0.8} />
        </>
      ) : null}
      {dot === null || move ? null : <circle cx={dot} cy={y} r={sheetDots.answer} fill={colour} />}
      <MoveMarks line={line} colour={colour} drawing={drawing} />
      <ProofMark line={line} colour={colour} />
    </>
  );
}

/** Why a line has no answer, with a dashed line if it may still get one, and the number of the move that finds out. */
function NoAnswer({ drawing, line }: { drawing: Drawing; line: PlacedLine }) {
  const { props, colours, sizes } = drawing;
  const { steps, y, state, move } = line;
  const [first = 0, last = 0] = [steps[0], steps.at(-1)];
  return (
    <>
      {state === 'na' ? null : (
        <path d={`M${first},${y + sizes.note * 0.7}H${last}`} stroke={colours.line} stroke-dasharray="3 3" />
      )}
      <text
        x={last + sheetDots.answer}
        y={y + sizes.note * 0.35}
        text-anchor="end"
        font-size={sizes.note}
        fill={colours.muted}
      >
        {props.site.t(`report.sheet-${move ? 'find-out' : state}`)}
      </text>
      <MoveMarks line={line} colour={colours.line} drawing={drawing} />
    </>
  );
}

/** The letters of a line's tensions, at the end of the only column. */
function Letters({ drawing: { letters, colours, geometry, sizes }, line }: { drawing: Drawing; line: PlacedLine }) {
  const text = letters?.get(line.item);
  if (!text) return null;
  return (
    <text
      x={geometry.width}
      y={line.y + 4.5}
      text-anchor="end"
      font-size={sizes.mark}
      font-weight={700}
      fill={colours.ink}
    >
      {text}
    </text>
  );
}

/** One question: its short title, and its answer or why it has none. Pressing it opens the answer. */
export function SheetLineView({ drawing, line }: { drawing: Drawing; line: PlacedLine }) {
  const { props, colours, sizes, geometry } = drawing;
  const { item, x, y, isLow, dot } = line;
  const width = (geometry.heads[0]?.width ?? 0) + 8;
  const height = sizes.title + 7;
  const acts = drawing.setPosition
    ? sliderProps(drawing, line)
    : openerProps(props, { kind: 'answer', id: item }, lineText(props, line));
  return (
    <>
      <g class="sheet-line" data-item={item} {...acts}>
        {drawing.setPosition || props.explain ? (
          <rect
            class="press-area"
            x={x - 4}
            y={y - height / 2}
            width={width}
            height={height}
            rx={3}
            fill="none"
            pointer-events="all"
          />
        ) : null}
        <text
          x={x}
          y={y + sizes.title * 0.35}
          font-size={sizes.title}
          font-weight={isLow ? 700 : 400}
          fill={colours.ink}
        >
          {lineTitle(props, line)}
        </text>
        {drawing.setPosition ? <PositionAreas line={line} /> : null}
      </g>
      <g pointer-events="none" {...unspoken}>
        {dot === null ? <NoAnswer drawing={drawing} line={line} /> : <Answer drawing={drawing} line={line} />}
        <Letters drawing={drawing} line={line} />
      </g>
    </>
  );
}
