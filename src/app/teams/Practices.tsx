import { levels } from '../../core/answers/levels.ts';
import type { ItemSummary } from '../../core/rollup/tally.ts';
import { formatAnswerNumber } from '../../core/text/format.ts';
import { levelBar } from '../../viz/level-bar.ts';
import { levelLabel } from '../shared/variable-marks.tsx';
import type { Site } from '../shared/view-data.ts';
import { countsText, countText, ItemTitle, type TeamsProps } from './teams-data.tsx';

/** Width and height of a bar in px, on a phone. Wider screens stretch the bar; its text keeps its size. */
const size = { width: 176, height: 24 };
const percent = (x: number): string => `${((x / size.width) * 100).toFixed(2)}%`;
type Kind = 'practice' | 'symptom';
/** The levels from trouble to none: a high answer to a practice is good, a high answer about a symptom is trouble. */
const fromTrouble = <T,>(kind: Kind, values: readonly T[]): readonly T[] =>
  kind === 'symptom' ? values.toReversed() : values;
/** Number of practices that fit on the printed page; the stylesheet hides the rest. */
export const maxPrintedItems = 10;

interface DistributionProps {
  props: TeamsProps;
  kind: Kind;
}

/**
 * Teams by level as one bar, trouble first and palest. Numbers that do not fit are still in its alternative text and in
 * the table of all numbers.
 */
function Bar({ props, kind: itemKind, summary }: DistributionProps & { summary: ItemSummary }) {
  const { levels: counts, dk, unanswered, na } = summary;
  const text = countsText(props, summary);
  if (!counts) return <>{text}</>;
  return (
    <svg class="level-bar" height={size.height} role="img" aria-label={text}>
      {levelBar(fromTrouble(itemKind, counts), dk + unanswered, na, size.width).map(
        ({ kind, x, width, count, hasLabel }) => (
          <g key={kind} class={`level-part part-${kind}`}>
            <rect x={percent(x)} y={1} width={percent(width)} height={size.height - 2} />
            {hasLabel ? (
              <text x={percent(x + width / 2)} y={16.5} text-anchor="middle">
                {count}
              </text>
            ) : null}
          </g>
        ),
      )}
    </svg>
  );
}

function Row({ props, kind, summary }: DistributionProps & { summary: ItemSummary }) {
  const { t } = props.site;
  const { item, known, hurting, median, min, max, below } = summary;
  return (
    <tr>
      <th scope="row">
        <ItemTitle props={props} item={item} />
      </th>
      <td class="number">
        {countText(props, hurting, known)}
        {hurting === null ? null : <span class="muted"> {t('teams.of', { known })}</span>}
      </td>
      <td class="drawn">
        <Bar props={props} kind={kind} summary={summary} />
      </td>
      <td class="number">{median === null ? countText(props, null, known) : formatAnswerNumber(median)}</td>
      <td class="number">
        {min === null || max === null
          ? '–'
          : t('teams.range-of', { min: formatAnswerNumber(min), max: formatAnswerNumber(max) })}
      </td>
      {kind === 'practice' ? <td class="number">{countText(props, below, known)}</td> : null}
    </tr>
  );
}

/** Questions with their teams by level. */
export function Distribution({ props, kind, items }: DistributionProps & { items: readonly ItemSummary[] }) {
  const { t } = props.site;
  return (
    <div
      class="scroll"
      role="region"
      aria-label={t(kind === 'practice' ? 'teams.shared' : 'teams.symptoms')}
      tabIndex={0}
    >
      <table class="item-counts">
        <thead>
          <tr>
            <th scope="col">{t(kind === 'practice' ? 'teams.practice' : 'teams.symptom')}</th>
            <th scope="col">{t('teams.hurting')}</th>
            <th scope="col">{t(kind === 'practice' ? 'teams.spread' : 'teams.spread-reversed')}</th>
            <th scope="col">{t('teams.median')}</th>
            <th scope="col">{t('teams.range')}</th>
            {kind === 'practice' ? <th scope="col">{t('teams.below')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {items.map((summary) => (
            <Row key={summary.item} props={props} kind={kind} summary={summary} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Explains the parts of a bar. */
export function BarKey({ site, kind: itemKind }: { site: Site; kind: Kind }) {
  const { t } = site;
  const parts = [
    ...fromTrouble(itemKind, levels).map((level, place) => ({ kind: String(place), name: levelLabel(site, level) })),
    { kind: 'unknown', name: t('teams.unknown') },
    { kind: 'na', name: t('teams.na') },
  ];
  return (
    <ul class="bar-key" aria-label={t(itemKind === 'practice' ? 'teams.bar-key' : 'teams.bar-key-reversed')}>
      {parts.map(({ kind, name }) => (
        <li key={kind}>
          <svg class={`level-part part-${kind}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <rect x="1" y="1" width="14" height="14" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function NumbersRow({ props, summary }: { props: TeamsProps; summary: ItemSummary }) {
  const { item, known, levels: counts, dk, na, unanswered } = summary;
  return (
    <tr>
      <th scope="row">
        <ItemTitle props={props} item={item} />
      </th>
      <td class="number">{known}</td>
      {levels.map((level) => (
        <td class="number" key={level}>
          {countText(props, counts?.[level] ?? null, known)}
        </td>
      ))}
      <td class="number">{dk}</td>
      <td class="number">{na}</td>
      <td class="number">{unanswered}</td>
    </tr>
  );
}

/** Every count of every question, in the order of the pack. */
export function AllNumbers(props: TeamsProps) {
  const { site, rollup } = props;
  const { t } = site;
  return (
    <div class="scroll all-numbers" role="region" aria-label={t('teams.numbers')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('teams.question')}</th>
            <th scope="col">{t('teams.known')}</th>
            {levels.map((level) => (
              <th scope="col" key={level}>
                {levelLabel(site, level)}
              </th>
            ))}
            <th scope="col">{t('teams.dk')}</th>
            <th scope="col">{t('teams.na')}</th>
            <th scope="col">{t('teams.unanswered')}</th>
          </tr>
        </thead>
        <tbody>
          {rollup.items.map((summary) => (
            <NumbersRow key={summary.item} props={props} summary={summary} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
