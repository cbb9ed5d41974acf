import type { VariableScore } from '../../../core/assessment/rating.ts';
import { formatPoints } from '../../../core/assessment/score.ts';
import { profileGeometry } from '../../../viz/profile-rows.ts';
import { type PartProps, variableNameOf } from '../report-parts.tsx';
import { wordTextOf } from '../score-text.ts';

/** The chart of a V: a dot at its score and the band around it. */
export function VariableChart({ props, variable }: { props: PartProps; variable: VariableScore }) {
  const { site, data } = props;
  const { t } = site;
  const size = { width: 420, row: 40 };
  const { width, rows, zones } = profileGeometry([variable], data.pack.constants.word.cuts, size);
  const row = rows[0];
  const { point, low, high } = variable;
  const hasBand = point !== null && low !== null && high !== null;
  const name = variableNameOf(props, variable.id);
  const alt = hasBand
    ? t('report.profile-alt', {
        variable: name,
        score: formatPoints(point),
        low: formatPoints(low),
        high: formatPoints(high),
        word: wordTextOf(props, variable),
      })
    : t('report.profile-alt-none', { variable: name });
  return (
    <svg class={`row-chart v-${variable.id}`} viewBox={`0 0 ${width} ${size.row}`} role="img" aria-label={alt}>
      {zones.map(({ word, from, to }) => (
        <rect key={word} class={`zone zone-${word}`} x={from} y={12} width={to - from} height={16} />
      ))}
      <path
        class="cut"
        d={zones
          .slice(1)
          .map(({ from }) => `M${from},8v24`)
          .join('')}
      />
      {row?.bandPath ? <path class="band" d={row.bandPath} /> : null}
      {row && row.dot !== null ? (
        <path class="dot" d={row.dotPath} transform={`translate(${row.dot} ${row.y})`} />
      ) : null}
    </svg>
  );
}

/** The scale above the rows: its ends, its cuts and the words between them. Its text keeps its size at every width. */
export function Axis({ props }: { props: PartProps }) {
  const { cuts } = props.data.pack.constants.word;
  const { width, ticks, zones } = profileGeometry([], cuts, { width: 420, row: 40 });
  const percent = (x: number) => `${((x / width) * 100).toFixed(2)}%`;
  return (
    <svg class="axis" height={32} aria-hidden="true">
      {ticks.map(({ x, label }) => (
        <text key={label} x={percent(x)} y={12} text-anchor="middle">
          {label}
        </text>
      ))}
      {zones.map(({ word, from, to }) => (
        <text key={word} class="zone-name" x={percent((from + to) / 2)} y={28} text-anchor="middle">
          {props.site.t(`report.word-${word}`)}
        </text>
      ))}
    </svg>
  );
}
