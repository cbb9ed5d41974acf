import type { ItemSummary } from '../../core/rollup/tally.ts';
import { levelBar } from '../../viz/level-bar.ts';
import { placeText } from '../shared/marks.tsx';
import { ItemTitle, numberOr, type TeamsProps } from './teams-data.tsx';

const size = { width: 300, height: 24 };
const levelNumbers = [0, 1, 2, 3, 4];
/** The number by which people know a level: answers are counted from 1. */
const answerNumber = (level: number): number => level + 1;
/** How many practices a printed page holds. */
export const printed = 10;

/** Teams by level as one bar; the numbers that have no room in it stand in its name and in the table of all numbers. */
function Bar({ props, summary }: { props: TeamsProps; summary: ItemSummary }) {
  const { t } = props.site;
  const { levels, dk, unanswered, na } = summary;
  if (!levels) return <>{t('teams.suppressed')}</>;
  const alt = t('teams.bar-alt', {
    levels: levels.map((count, level) => t('teams.bar-level', { n: answerNumber(level), count })).join(', '),
    unknown: dk + unanswered,
    na,
  });
  return (
    <svg class="level-bar" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={alt}>
      {levelBar(levels, dk + unanswered, na, size.width).map(({ kind, x, width, count, labelled }) => (
        <g key={kind} class={`part part-${kind}`}>
          <rect x={x + 0.5} y={1} width={Math.max(1, width - 1)} height={size.height - 2} />
          {labelled ? (
            <text x={x + width / 2} y={16.5} text-anchor="middle">
              {count}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}

interface DistributionProps {
  props: TeamsProps;
  kind: 'practice' | 'symptom';
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
        {numberOr(props, hurting, known)}
        {hurting === null ? null : <span class="muted"> {t('teams.of', { known })}</span>}
      </td>
      <td class="drawn">
        <Bar props={props} summary={summary} />
      </td>
      <td class="number">{numberOr(props, median === null ? null : answerNumber(median), known)}</td>
      <td class="number">
        {min === null || max === null ? '–' : t('teams.range-of', { min: answerNumber(min), max: answerNumber(max) })}
      </td>
      {kind === 'practice' ? <td class="number">{numberOr(props, below, known)}</td> : null}
    </tr>
  );
}

/** Questions with their teams by level, those first that hurt most teams. */
export function Distribution({ props, kind, items }: DistributionProps & { items: readonly ItemSummary[] }) {
  const { t } = props.site;
  return (
    <div
      class="scroll"
      role="region"
      aria-label={t(kind === 'practice' ? 'teams.shared' : 'teams.symptoms')}
      tabIndex={0}
    >
      <table class="distribution">
        <thead>
          <tr>
            <th scope="col">{t(kind === 'practice' ? 'teams.practice' : 'teams.symptom')}</th>
            <th scope="col">{t('teams.hurting')}</th>
            <th scope="col">{t('teams.spread')}</th>
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

/** What the parts of a bar mean. */
export function BarKey({ props }: { props: TeamsProps }) {
  const { t } = props.site;
  const parts = levelNumbers.map((level) => ({
    kind: String(level),
    name: placeText(props.site, level),
  }));
  return (
    <ul class="bar-key" aria-label={t('teams.bar-key')}>
      {[...parts, { kind: 'unknown', name: t('teams.unknown') }, { kind: 'na', name: t('teams.na') }].map(
        ({ kind, name }) => (
          <li key={kind}>
            <svg class={`part part-${kind}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <rect x="1" y="1" width="14" height="14" />
            </svg>
            {name}
          </li>
        ),
      )}
    </ul>
  );
}

/** Every count of every question, in the order of the pack. */
export function AllNumbers({ props }: { props: TeamsProps }) {
  const { t } = props.site;
  return (
    <div class="scroll all-numbers" role="region" aria-label={t('teams.numbers')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('teams.question')}</th>
            <th scope="col">{t('teams.known')}</th>
            {levelNumbers.map((level) => (
              <th scope="col" key={level}>
                {placeText(props.site, level)}
              </th>
            ))}
            <th scope="col">{t('teams.dk')}</th>
            <th scope="col">{t('teams.na')}</th>
            <th scope="col">{t('teams.unanswered')}</th>
          </tr>
        </thead>
        <tbody>
          {props.made.items.map(({ item, known, levels: counts, dk, na, unanswered }) => (
            <tr key={item}>
              <th scope="row">
                <ItemTitle props={props} item={item} />
              </th>
              <td class="number">{known}</td>
              {levelNumbers.map((level) => (
                <td class="number" key={level}>
                  {numberOr(props, counts?.[level] ?? null, known)}
                </td>
              ))}
              <td class="number">{dk}</td>
              <td class="number">{na}</td>
              <td class="number">{unanswered}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
