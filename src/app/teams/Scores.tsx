import type { VariableId } from '../../core/model/ids.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { rankTeams } from '../../core/rollup/rank-teams.ts';
import type { ListedTeam } from '../../core/rollup/rollup.ts';
import type { VariableRow } from '../../core/rollup/rows.ts';
import type { VariableSummary } from '../../core/rollup/tally.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { formatDate } from '../../i18n/dates.ts';
import { smallRow } from '../../viz/small-row.ts';
import { countText, type TeamsProps } from './teams-data.tsx';

/** At most this many teams are rendered; more would be slow, and nobody reads them. */
const maxTeamLines = 500;

/** The number of teams at each word, from low to high; words that are not on the scale come last. */
function wordCountsText({ site, data }: TeamsProps, words: readonly { word: string; teams: number }[]): string {
  const scale = data.pack.constants.word.cuts.map(({ word }) => word);
  const rankOf = (word: string) => (scale.includes(word) ? scale.indexOf(word) : scale.length);
  return words
    .toSorted((a, b) => rankOf(a.word) - rankOf(b.word))
    .map(({ word, teams: count }) => site.t('teams.word-count', { word: site.t(`report.word-${word}`), count }))
    .join(' · ');
}

function VariableSummaryRow({ props, summary }: { props: TeamsProps; summary: VariableSummary }) {
  const { site, data } = props;
  const { t } = site;
  const { variable, scored, median, min, max, words, lowest } = summary;
  return (
    <tr>
      <th scope="row">
        <span class={`key v-${variable}`} aria-hidden="true" />
        {packIndex(data.pack).variableName(variable)}
      </th>
      <td class="number">{scored}</td>
      <td class="number">{countText(props, median, scored)}</td>
      <td class="number">{min === null || max === null ? '–' : t('teams.range-of', { min, max })}</td>
      <td>{words ? wordCountsText(props, words) : t('teams.suppressed')}</td>
      <td class="number">{countText(props, lowest, scored)}</td>
    </tr>
  );
}

/** The three Vs over all teams. */
export function Variables(props: TeamsProps) {
  const { t } = props.site;
  return (
    <div class="scroll" role="region" aria-label={t('teams.scores')} tabIndex={0}>
      <table class="variable-scores">
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
          {props.rollup.variables.map((summary) => (
            <VariableSummaryRow key={summary.variable} props={props} summary={summary} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function bandText({ site: { t } }: TeamsProps, { low, high, word }: VariableRow): string {
  if (low === null || high === null) return t('teams.does-not-apply');
  return word === 'not-enough-known' ? t('teams.no-score') : t('teams.band', { low, high });
}

function ProfileCell({ props, profile }: { props: TeamsProps; profile: VariableRow | undefined }) {
  if (!profile) return <td />;
  const { variable, point } = profile;
  const { width, height, zone, band, dot } = smallRow(profile, props.data.pack.constants.word.cuts);
  return (
    <td class={`team-score v-${variable}`}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path class="zone" d={zone} />
        {band ? <path class="band" d={band} /> : null}
        {dot === null ? null : <circle class="dot" cx={dot} cy={height / 2} r="5" />}
      </svg>
      <span class="number">
        <strong>{point ?? '–'}</strong> <span class="muted">{bandText(props, profile)}</span>
      </span>
    </td>
  );
}

function TeamLine({ props, team }: { props: TeamsProps; team: ListedTeam }) {
  const { t, language } = props.site;
  const { name, number, date, profiles } = team;
  return (
    <tr>
      <th scope="row">
        <bdi>{name === null ? t('teams.number', { n: number }) : nameOf(name) || t('teams.unnamed')}</bdi>
        {date ? <span class="muted"> {formatDate(date, language)}</span> : null}
      </th>
      {props.data.pack.variables.map(({ id }) => (
        <ProfileCell key={id} props={props} profile={profiles.find(({ variable }) => variable === id)} />
      ))}
    </tr>
  );
}

/** Every team on one scale: a dot and a band for each V, with their numbers. The table is also the chart. */
export function TeamLines({ props, rankedBy }: { props: TeamsProps; rankedBy: VariableId | undefined }) {
  const { t } = props.site;
  const teams = props.rollup.list ?? [];
  const sortedTeams = rankedBy ? rankTeams(teams, rankedBy) : teams;
  return (
    <>
      {teams.length > maxTeamLines ? (
        <p class="muted">{t('teams.each-more', { shown: maxTeamLines, count: teams.length })}</p>
      ) : null}
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
            {sortedTeams.slice(0, maxTeamLines).map((team) => (
              <TeamLine key={team.number} props={props} team={team} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
