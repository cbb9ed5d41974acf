import type { Comparison } from '../../core/assessment/compare.ts';
import { shelfGeometry, slopeGeometry } from '../../viz/slopes.ts';
import { points } from '../report/report-parts.tsx';
import { itemOf, Mark, nameOf, placeText, titleIn } from '../shared/marks.tsx';
import type { GroupPack, Site } from '../shared/view-data.ts';

/** What every part of a comparison gets. */
export interface ChangeProps {
  site: Site;
  pack: GroupPack;
  comparison: Comparison;
}

/** So many practices are drawn at most; the rest stands in the table only. */
export const mostLines = 15;

/** The three Vs before and now, from 0 to 100, with their numbers beside both ends. */
export function VariableSlopes({ site, pack, comparison }: ChangeProps) {
  const { t } = site;
  const drawn = comparison.variables.flatMap(({ id, before, now, change }) =>
    before === null || now === null ? [] : [{ id, before, now, change }],
  );
  const { lines, height } = slopeGeometry(drawn, { height: 140, margin: 34, label: 18, left: 118, right: 214 });
  const alt = drawn
    .map(({ id, before, now }) =>
      t('compare.slope-alt', { name: nameOf(pack, id), before: points(before), now: points(now) }),
    )
    .join(' ');
  return (
    <svg class="slopes of-variables" viewBox={`0 0 360 ${height - 20}`} role="img" aria-label={alt}>
      <path class="side" d={`M118,22V${height - 22}M214,22V${height - 22}`} />
      <text class="step" x={118} y={12} text-anchor="middle">
        {t('compare.before')}
      </text>
      <text class="step" x={214} y={12} text-anchor="middle">
        {t('compare.now')}
      </text>
      {drawn.map(({ id, before, now, change }, at) => {
        const line = lines[at];
        return line ? (
          <g key={id}>
            <path class={`slope v-${id}`} d={`M${line.from.x},${line.from.y}L${line.to.x},${line.to.y}`} />
            <Mark variable={id} x={line.from.x} y={line.from.y} />
            <Mark variable={id} x={line.to.x} y={line.to.y} />
            <text x={106} y={line.from.labelY + 4} text-anchor="end">{`${nameOf(pack, id)} ${points(before)}`}</text>
            <text x={226} y={line.to.labelY + 4}>{`${points(now)}, ${t(`compare.change-${change}`)}`}</text>
          </g>
        ) : null;
      })}
    </svg>
  );
}

/** The practices that changed most, from answer to answer, with their titles beside the end. */
export function PracticeSlopes({ site, pack, comparison }: ChangeProps) {
  const { t } = site;
  const drawn = comparison.practices.slice(0, mostLines);
  const { lines, shelves, height } = shelfGeometry(
    drawn.map(({ item, before, now }) => ({ id: item, before, now })),
    5,
    { row: 20, pad: 8, left: 84, right: 230 },
  );
  const alt = drawn
    .map(({ item, before, now }) =>
      t('compare.slope-alt', { name: titleIn(pack, item), before: placeText(site, before), now: placeText(site, now) }),
    )
    .join(' ');
  return (
    <svg class="slopes" viewBox={`0 0 560 ${height}`} role="img" aria-label={alt}>
      {shelves.map(({ level, top, bottom }) => (
        <g key={level}>
          {level % 2 === 0 ? <rect class="shelf" x={0} y={top} width={560} height={bottom - top} /> : null}
          <text class="step" x={4} y={(top + bottom) / 2 + 4}>
            {placeText(site, level)}
          </text>
        </g>
      ))}
      {lines.map(({ id, from, to }) => {
        const variable = itemOf(pack, id)?.variable ?? 'velocity';
        return (
          <g key={id}>
            <path class={`slope v-${variable}`} d={`M${from.x},${from.y}L${to.x},${to.y}`} />
            <Mark variable={variable} x={from.x} y={from.y} />
            <Mark variable={variable} x={to.x} y={to.y} />
            <text x={242} y={to.labelY + 4}>
              {titleIn(pack, id)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
