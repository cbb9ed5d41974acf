import { levels, positionOf } from '../../core/answers/levels.ts';
import type { MergedItem, Response } from '../../core/assessment/respondents.ts';
import { stripGeometry } from '../../viz/strip.ts';
import { levelLabel } from '../shared/variable-marks.tsx';
import type { Site } from '../shared/view-data.ts';

/** The place of a level from left to right, trouble on the left. */
const placeOf = ({ variable }: MergedItem, level: number): number =>
  positionOf(variable === null ? 'symptom' : 'practice', level);

/** Who chose what, in words: "Answer 2: 1, 3. I don't know: 2." */
export function responsesText(site: Site, { dots }: MergedItem): string {
  const peopleWith = (matches: (response: Response) => boolean) =>
    dots.filter(matches).map(({ respondent }) => respondent + 1);
  const answers = [
    ...levels.map((level) => ({
      name: levelLabel(site, level),
      people: peopleWith((response) => response.level === level),
    })),
    ...(['dk', 'na', 'unanswered'] as const).map((state) => ({
      name: site.t(`side.${state}`),
      people: peopleWith((response) => response.state === state),
    })),
  ];
  return answers
    .filter(({ people }) => people.length > 0)
    .map(({ name, people }) => site.t('side.chose', { name, who: people.join(', ') }))
    .join(' ');
}

/** A dot for each person above the answer that they chose, trouble on the left, and a mark below the median. */
export function DotStrip({ site, item }: { site: Site; item: MergedItem }) {
  const { width, height, dots, columns } = stripGeometry(
    item.dots.map(({ level }) => (level === null ? null : placeOf(item, level))),
    levels.length,
    { step: 30, dot: 20 },
  );
  return (
    <svg
      class="dot-strip"
      viewBox={`0 0 ${width} ${height + 6}`}
      width={width}
      height={height + 6}
      role="img"
      aria-label={responsesText(site, item)}
    >
      {columns.map(({ x, level }) => (
        <path
          key={level}
          class={item.value !== null && level === placeOf(item, item.value) ? 'median' : undefined}
          d={`M${x - 12},${height}H${x + 12}`}
        />
      ))}
      {dots.map(({ x, y, label }) => (
        <g key={label}>
          <circle cx={x} cy={y} r={9} />
          <text x={x} y={y + 4} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
