import type { MergedItem } from '../../core/assessment/respondents.ts';
import { stripGeometry } from '../../viz/strip.ts';
import { placeText } from '../shared/marks.tsx';
import type { Site } from '../shared/view-data.ts';

/** What people chose, in words: "Answer 2: 1 and 3." */
export function choicesText({ t }: Site, { dots }: MergedItem): string {
  const of = (wanted: (dot: MergedItem['dots'][number]) => boolean) =>
    dots.filter(wanted).map(({ respondent }) => respondent + 1);
  const levels = [0, 1, 2, 3, 4].map((level) => ({
    name: placeText({ t } as Site, level),
    who: of((dot) => dot.level === level),
  }));
  const others = (['dk', 'na', 'unanswered'] as const).map((state) => ({
    name: t(`side.${state}`),
    who: of((dot) => dot.state === state),
  }));
  return [...levels, ...others]
    .filter(({ who }) => who.length > 0)
    .map(({ name, who }) => t('side.chose', { name, who: who.join(', ') }))
    .join(' ');
}

/** One dot for each person over the answer that they chose; the median is marked below. */
export function DotStrip({ site, item }: { site: Site; item: MergedItem }) {
  const { width, height, dots, columns } = stripGeometry(
    item.dots.map(({ level }) => level),
    5,
    { step: 30, dot: 17 },
  );
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${width} ${height + 6}`}
      width={width}
      height={height + 6}
      role="img"
      aria-label={choicesText(site, item)}
    >
      {columns.map(({ x, level }) => (
        <path key={level} class={level === item.value ? 'middle' : 'side'} d={`M${x - 12},${height}H${x + 12}`} />
      ))}
      {dots.map(({ x, y, label }) => (
        <g key={label}>
          <circle class="person" cx={x} cy={y} r={8} />
          <text x={x} y={y + 4} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
