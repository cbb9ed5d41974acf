import { packIndex } from '../../core/model/pack-index.ts';
import type { Bar, PlacedTeamsLine } from '../../viz/teams-sheet.ts';
import { pageColours as colours, imageProps, type TextSizes, unspoken } from '../shared/sheet-style.ts';
import { countsText, type TeamsProps } from './teams-data.tsx';

const outlineOf = ({ x, y, width, height }: Bar): string => `M${x},${y}h${width}v${height}h${-width}z`;

/** A bar for each position, then an outlined one for "not known" and a dotted one for "does not apply". */
function Bars({ line }: { line: PlacedTeamsLine }) {
  const { column, steps, footY, bars, unknownBar, naBar } = line;
  return (
    <>
      <path
        d={steps.map((step) => `M${step},${footY}h0`).join('')}
        stroke={colours.line}
        stroke-width={2}
        stroke-linecap="round"
      />
      <path d={bars.map(outlineOf).join('')} fill={colours[column]} />
      {unknownBar ? <path d={outlineOf(unknownBar)} fill="none" stroke={colours.muted} /> : null}
      {naBar ? <path d={outlineOf(naBar)} fill="none" stroke={colours.muted} stroke-dasharray="1.5 1.5" /> : null}
    </>
  );
}

interface Props {
  props: TeamsProps;
  line: PlacedTeamsLine;
  sizes: TextSizes;
}

/** One question: its short title, bold where it hurts most teams, and its teams at each position. */
export function TeamsSheetLine({ props, line, sizes }: Props) {
  const { t } = props.site;
  const { item, x, y, teams, known, hurtsMost, steps, footY } = line;
  const { title, shortTitle } = packIndex(props.data.pack);
  const summary = props.rollup.items.find((each) => each.item === item);
  const counts = summary ? countsText(props, summary) : '';
  return (
    <g {...imageProps(t('teams.sheet-line', { title: title(item), counts }))}>
      <g {...unspoken}>
        <text
          x={x}
          y={y + sizes.title * 0.35}
          font-size={sizes.title}
          font-weight={hurtsMost ? 700 : 400}
          fill={colours.ink}
        >
          {shortTitle(item)}
        </text>
        {teams || known === 0 ? null : (
          <text x={steps[0]} y={footY} font-size={sizes.note} fill={colours.muted}>
            {t('teams.sheet-few')}
          </text>
        )}
        <Bars line={line} />
      </g>
    </g>
  );
}
