import { formatPoints } from '../../../core/assessment/score.ts';
import type { PlacedHead } from '../../../viz/practice-sheet.ts';
import { type SheetColours, serif, unspoken } from '../../shared/sheet-style.ts';
import { bandText, wordTextOf } from '../score-text.ts';
import { columnName } from './sheet-content.ts';
import { type Drawing, openerProps } from './sheet-parts.ts';

/** The slim scale of a V: its band, its dot, and a hairline wherever the word changes. */
function Scale({ head, colours }: { head: PlacedHead; colours: SheetColours }) {
  const { x, width, bandY, cuts, band, dot, id } = head;
  return (
    <>
      <path d={`M${x},${bandY}H${x + width}`} stroke={colours.hairline} stroke-width={1} />
      <path
        d={cuts.map((cut) => `M${cut},${bandY - 5}V${bandY + 5}`).join('')}
        stroke={colours.line}
        stroke-width={1}
      />
      {band ? (
        <path
          d={`M${band.from},${bandY}H${band.to}`}
          stroke={colours[id]}
          stroke-width={5}
          stroke-linecap="round"
          opacity={0.45}
        />
      ) : null}
      {dot === null ? null : <circle cx={dot} cy={bandY} r={5} fill={colours[id]} stroke={colours.paper} />}
    </>
  );
}

/** The head of a column: its name, score, word and scale. */
export function SheetHead({ drawing, head }: { drawing: Drawing; head: PlacedHead }) {
  const { props, colours, sizes } = drawing;
  const { id, x, point, noteLines, noteLine } = head;
  const name = columnName(props, id);
  const variable = props.report.variables.find((each) => each.id === id);
  const title = (score?: string) => (
    <text x={x} y={18} font-family={serif} font-size={sizes.title + 5} font-weight={600} fill={colours.ink}>
      {name} {score ? <tspan class="score">{score}</tspan> : null}
    </text>
  );
  const note = noteLines.map((line, index) => (
    <text key={line} x={x} y={37 + index * noteLine} font-size={sizes.note} fill={colours.muted}>
      {line}
    </text>
  ));
  if (!variable || id === 'symptoms') {
    return (
      <g>
        {title()}
        {note}
      </g>
    );
  }
  const score = point === null ? '–' : formatPoints(point);
  const rating = [wordTextOf(props, variable), bandText(props, variable)].filter(Boolean).join(', ');
  return (
    <>
      <g class="sheet-head" {...openerProps(props, { kind: 'variable', id }, `${name} ${score}: ${rating}.`)}>
        {props.explain ? (
          <rect x={x - 4} y={0} width={head.width + 8} height={head.bandY + 8} fill="none" pointer-events="all" />
        ) : null}
        {title(score)}
      </g>
      <g pointer-events="none" {...unspoken}>
        {note}
        <Scale head={head} colours={colours} />
      </g>
    </>
  );
}
