import type { VariableId } from '../../core/model/ids.ts';
import { ranked } from '../../core/rollup/ranked.ts';
import type { Listed } from '../../core/rollup/rollup.ts';
import type { VariableRow } from '../../core/rollup/rows.ts';
import { formatDate } from '../../i18n/dates.ts';
import { smallRow } from '../../viz/small-row.ts';
import { nameOfVariable, numberOr, type TeamsProps } from './teams-data.tsx';

/** How many teams are drawn; a page of more would be slow, and nobody reads it. */
const shown = 500;

/** Words with their teams, from low to high; what is no word of the scale comes last. */
function wordsInOrder({ site, data }: TeamsProps, words: readonly { word: string; teams: number }[]): string {
  const cuts = data.pack.constants.word.cuts.map(({ word }) => word);
  const place = (word: string) => (cuts.includes(word) ? cuts.indexOf(word) : cuts.length);
  return words
    .toSorted((a, b) => place(a.word) - place(b.word))
    .map(({ word, teams: count }) => site.t('teams.word-count', { word: site.t(`report.word-${word}`), count }))
    .join(' · ');
}

/** The three Vs over all teams. */
export function Variables(props: TeamsProps) {
  const { t } = props.site;
  return (
    <div class="scroll" role="region" aria-label={t('teams.scores')} tabIndex={0}>
      <table class="variables">
        <thead>
          <tr>
            <th scope="col">{t('teams.variable')}</th>
            <th scope="col">{t('teams.scored')}</th>
            <th scope="col">{t('teams.median')}</th>
            <th scope="col">{t('teams.range')}</th>
            <th scope="col">{t('teams.words')}</th>
            <th scope="col">{t('teams.looks-lowest')}</th>
          </tr>
        </thead>
        <tbody>
          {props.made.variables.map(({ variable, scored, median, min, max, words, lowest }) => (
            <tr key={variable}>
              <th scope="row">
                <span class={`key v-${variable}`} aria-hidden="true" />
                {nameOfVariable(props, variable)}
              </th>
              <td class="number">{scored}</td>
              <td class="number">{numberOr(props, median, scored)}</td>
              <td class="number">{min === null || max === null ? '–' : t('teams.range-of', { min, max })}</td>
              <td>{words ? wordsInOrder(props, words) : t('teams.suppressed')}</td>
              <td class="number">{numberOr(props, lowest, scored)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Profile({ props, profile }: { props: TeamsProps; profile: VariableRow | undefined }) {
  const { t } = props.site;
  if (!profile) return <td />;
  const { variable, point, low, high, word } = profile;
  const { width, height, zone, band, dot } = smallRow(profile, props.data.pack.constants.word.cuts);
  return (
    <td class={`small v-${variable}`}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path class="zone" d={zone} />
        {band ? <path class="band" d={band} /> : null}
        {dot === null ? null : <circle class="dot" cx={dot} cy={height / 2} r="5" />}
      </svg>
      <span class="number">
        <strong>{point ?? '–'}</strong>{' '}
        <span class="muted">
          {low === null || high === null
            ? t('teams.does-not-apply')
            : word === 'not-enough-known'
              ? t('teams.no-score')
              : t('teams.band', { low, high })}
        </span>
      </span>
    </td>
  );
}

function TeamLine({ props, team }: { props: TeamsProps; team: Listed }) {
  const { t, language } = props.site;
  const { name, number, date, profiles } = team;
  return (
    <tr>
      <th scope="row">
        {name === null ? t('teams.number', { n: number }) : name || t('teams.unnamed')}
        {date ? <span class="muted"> {formatDate(date, language)}</span> : null}
      </th>
      {props.data.pack.variables.map(({ id }) => (
        <Profile key={id} props={props} profile={profiles.find(({ variable }) => variable === id)} />
      ))}
    </tr>
  );
}

/** Every team on one scale: a dot and a band for each V, with their numbers. The table is the chart. */
export function TeamLines({ props, rankedBy }: { props: TeamsProps; rankedBy: VariableId | undefined }) {
  const { t } = props.site;
  const all = props.made.list ?? [];
  const list = rankedBy ? ranked(all, rankedBy) : all;
  return (
    <>
      {list.length > shown ? <p class="muted">{t('teams.each-more', { shown, count: list.length })}</p> : null}
      <div class="scroll" role="region" aria-label={t('teams.each')} tabIndex={0}>
        <table class="team-lines">
          <thead>
            <tr>
              <th scope="col">{t('teams.team')}</th>
              {props.data.pack.variables.map(({ id, name }) => (
                <th scope="col" key={id} aria-sort={rankedBy === id ? 'descending' : undefined}>
                  <span class={`key v-${id}`} aria-hidden="true" />
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.slice(0, shown).map((team) => (
              <TeamLine key={team.number} props={props} team={team} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
