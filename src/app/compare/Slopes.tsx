import { formatPoints } from '../../core/assessment/score.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { type SlopeLine, slopeGeometry, stepSlopeGeometry } from '../../viz/slopes.ts';
import { levelLabel, VariableMark } from '../shared/variable-marks.tsx';
import type { ChangeProps } from './change-text.ts';

/** At most this many practices are drawn; the table shows the rest. */
export const maxPracticeSlopes = 15;

const linePath = ({ from, to }: SlopeLine): string => `M${from.x},${from.y}L${to.x},${to.y}`;

/** The three Vs before and now, from 0 to 100, with their numbers at both ends. */
export function VariableSlopes({ site, pack, comparison }: ChangeProps) {
  const { t } = site;
  const { variableName } = packIndex(pack);
  const slopes = comparison.variables.flatMap(({ id, before, now, change }) =>
    before === null || now === null ? [] : [{ id, before, now, change }],
  );
  const { lines, height } = slopeGeometry(slopes, { height: 140, margin: 34, label: 18, left: 118, right: 214 });
  const alt = slopes
    .map(({ id, before, now }) =>
      t('compare.slope-alt', { name: variableName(id), before: formatPoints(before), now: formatPoints(now) }),
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
      {lines.map((line) => {
        const { id, from, to, before, now, change } = line;
        return (
          <g key={id}>
            <path class={`slope v-${id}`} d={linePath(line)} />
            <VariableMark variable={id} x={from.x} y={from.y} />
            <VariableMark variable={id} x={to.x} y={to.y} />
            <text x={106} y={from.labelY + 4} text-anchor="end">{`${variableName(id)} ${formatPoints(before)}`}</text>
            <text x={226} y={to.labelY + 4}>{`${formatPoints(now)}, ${t(`compare.change-${change}`)}`}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** The practices that changed most, from answer to answer, each with its title at the end. */
export function PracticeSlopes({ site, pack, comparison }: ChangeProps) {
  const { t } = site;
  const { title, item: itemOf } = packIndex(pack);
  const slopes = comparison.practices
    .slice(0, maxPracticeSlopes)
    .map(({ item, before, now }) => ({ id: item, before, now }));
  const { lines, steps, height } = stepSlopeGeometry(slopes, 5, { row: 20, padding: 8, left: 84, right: 230 });
  const alt = slopes
    .map(({ id, before, now }) =>
      t('compare.slope-alt', { name: title(id), before: levelLabel(site, before), now: levelLabel(site, now) }),
    )
    .join(' ');
  return (
    <svg class="slopes" viewBox={`0 0 560 ${height}`} role="img" aria-label={alt}>
      {steps.map(({ level, top, bottom }) => (
        <g key={level}>
          {level % 2 === 0 ? <rect class="shelf" x={0} y={top} width={560} height={bottom - top} /> : null}
          <text class="step" x={4} y={(top + bottom) / 2 + 4}>
            {levelLabel(site, level)}
          </text>
        </g>
      ))}
      {lines.map((line) => {
        const { id, from, to } = line;
        const variable = itemOf(id)?.variable ?? 'velocity';
        return (
          <g key={id}>
            <path class={`slope v-${variable}`} d={linePath(line)} />
            <VariableMark variable={variable} x={from.x} y={from.y} />
            <VariableMark variable={variable} x={to.x} y={to.y} />
            <text x={242} y={to.labelY + 4}>
              {title(id)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
