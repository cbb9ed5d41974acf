import type { PlacedTeamsHead } from '../../viz/teams-sheet.ts';
import { pageColours as colours, serif, type TextSizes } from '../shared/sheet-style.ts';
import { columnName, type TeamsProps } from './teams-data.tsx';

/** The scale of a V: a tick for each score that a team has, and a hairline wherever the word changes. */
function Scale({ head }: { head: PlacedTeamsHead }) {
  const { id, x, width, bandY: y, cuts, ticks } = head;
  return (
    <>
      <path d={`M${x},${y}H${x + width}`} stroke={colours.hairline} />
      <path d={cuts.map((cut) => `M${cut},${y - 6}v12`).join('')} stroke={colours.line} />
      <path d={ticks.map((tick) => `M${tick},${y - 4}v8`).join('')} stroke={colours[id]} stroke-width={2} />
    </>
  );
}

interface Props {
  props: TeamsProps;
  head: PlacedTeamsHead;
  sizes: TextSizes;
}

/** The head of a column: its name, how many teams have a score, and the signs over the bars that are no answers. */
export function TeamsSheetHead({ props, head, sizes }: Props) {
  const { t } = props.site;
  const { id, x, signs } = head;
  const scored = props.rollup.variables.find(({ variable }) => variable === id)?.scored ?? 0;
  const note = id === 'symptoms' ? t('report.sheet-symptoms-scale') : t('teams.sheet-scored', { count: scored });
  return (
    <g>
      <text x={x} y={18} font-family={serif} font-size={sizes.title + 5} font-weight={600} fill={colours.ink}>
        {columnName(props, id)}
      </text>
      <g font-size={sizes.note} fill={colours.muted}>
        <text x={x} y={37}>
          {note}
        </text>
        <text x={signs.unknown} y={18} text-anchor="middle">
          ?
        </text>
        <text x={signs.na} y={18} text-anchor="middle">
          –
        </text>
      </g>
      {id === 'symptoms' ? null : <Scale head={head} />}
    </g>
  );
}
