import type { Depth, VariableId } from '../../core/model/ids.ts';
import { fewest } from '../../core/rollup/suppress.ts';
import type { ItemSummary } from '../../core/rollup/tally.ts';
import { formatDate } from '../../i18n/dates.ts';
import { ImportList, type ImportListProps } from '../import/ImportList.tsx';
import { FieldLabel, namedBy } from '../shared/FieldLabel.tsx';
import { Folded } from '../shared/Folded.tsx';
import type { Site } from '../shared/view-data.ts';
import { AllNumbers, BarKey, Distribution, printed } from './Practices.tsx';
import { TeamLines, Variables } from './Scores.tsx';
import { TeamSignals } from './TeamSignals.tsx';
import { nameOfVariable, type TeamsProps } from './teams-data.tsx';

/** What a person has chosen to see. */
export interface TeamsSettings {
  depth: Depth;
  anonymous: boolean;
  /** The V by which teams are ranked; nothing until a ranking is switched on. */
  rankedBy: VariableId | undefined;
}

/** What can be taken away as a file. */
export type TeamsFile = 'items' | 'teams' | 'answers' | 'counts';

export interface TeamsActions {
  set(change: Partial<TeamsSettings>): void;
  download(file: TeamsFile): void;
  print(): void;
}

/** How far a page is drawn; of many teams the first sentence comes first, so that it is there at once. */
export type Drawn = 'headline' | 'shared' | 'everything';

type Props = TeamsProps & {
  settings: TeamsSettings;
  sameNames: readonly string[];
  actions: TeamsActions;
  /** How much is drawn: the first sentence, what teams share, or everything. */
  drawn: Drawn;
  /** The day, for what is printed. */
  today: string;
};

/** The first sentence: what most teams share, and what to know about these counts. */
function Headline({ props }: { props: Props }) {
  const { site, data, made, sameNames } = props;
  const { t } = site;
  const first = made.items.find(({ item }) => item === made.sharedGaps[0]);
  const older = made.versions
    .filter(({ version }) => version !== '' && version !== data.pack.version)
    .reduce((total, { teams }) => total + teams, 0);
  const title = data.pack.items.find(({ id }) => id === first?.item)?.title ?? '';
  return (
    <header>
      <h2 id="result">{made.teams === 1 ? t('teams.result-one') : t('teams.result', { count: made.teams })}</h2>
      <p class="lead">
        {first ? t('teams.first-gap', { title, hurting: first.hurting ?? 0, known: first.known }) : t('teams.no-gap')}
      </p>
      <p class="muted caption">{t('teams.no-norm')}</p>
      <p class="muted print-only">
        {t('teams.counted', { date: formatDate(props.today, site.language), version: made.pack.version })}
      </p>
      {older > 0 ? <p class="muted">{t('teams.older', { count: older })}</p> : null}
      {made.rereading > 0 ? <p class="muted">{t('teams.rereading', { count: made.rereading })}</p> : null}
      {sameNames.length > 0 && !made.anonymous ? (
        <p class="muted">{t('teams.same-name', { names: sameNames.join(', ') })}</p>
      ) : null}
    </header>
  );
}

function Settings({ props }: { props: Props }) {
  const { site, data, settings, actions } = props;
  const { t } = site;
  const { depth, anonymous, rankedBy } = settings;
  return (
    <fieldset class="team-settings">
      <legend>{t('teams.settings')}</legend>
      <label class="field">
        {t('teams.depth')}
        <select value={depth} onChange={(event) => actions.set({ depth: event.currentTarget.value as Depth })}>
          <option value="full">{t('teams.depth-full')}</option>
          <option value="quick">{t('teams.depth-quick')}</option>
        </select>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          {...namedBy('without-names')}
          checked={anonymous}
          onChange={(event) => actions.set({ anonymous: event.currentTarget.checked })}
        />
        <span>
          <FieldLabel id="without-names" name={t('teams.without-names')} hint={t('teams.without-names-means')} />
        </span>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={rankedBy !== undefined}
          onChange={(event) =>
            actions.set({ rankedBy: event.currentTarget.checked ? data.pack.variables[0]?.id : undefined })
          }
        />
        <span>{t('teams.rank')}</span>
      </label>
      <div role="status">{rankedBy ? <p class="notice">{t('teams.rank-warning')}</p> : null}</div>
      {rankedBy ? (
        <label class="field">
          {t('teams.rank-by')}
          <select
            value={rankedBy}
            onChange={(event) => actions.set({ rankedBy: event.currentTarget.value as VariableId })}
          >
            {data.pack.variables.map(({ id }) => (
              <option key={id} value={id}>
                {nameOfVariable(props, id)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </fieldset>
  );
}

function Take({ props }: { props: Props }) {
  const { site, settings, actions } = props;
  const { t } = site;
  const file = (kind: TeamsFile, text: string) => (
    <button type="button" class="secondary" onClick={() => actions.download(kind)}>
      {text}
    </button>
  );
  return (
    <section class="take">
      <h2>{t('teams.take')}</h2>
      <div class="steps">
        {file('items', t('teams.download-items'))}
        {settings.anonymous ? null : file('teams', t('teams.download-teams'))}
        {settings.anonymous ? null : file('answers', t('teams.download-answers'))}
        {file('counts', t('teams.download-counts'))}
        <button type="button" class="secondary" onClick={actions.print}>
          {t('teams.print')}
        </button>
      </div>
      <p class="muted caption">{t(settings.anonymous ? 'teams.take-without' : 'teams.take-means')}</p>
    </section>
  );
}

/** Questions of a kind, those first that hurt most teams; those that nobody is hurt by in the order of the pack. */
function inOrder({ made, data }: TeamsProps, kind: 'practice' | 'symptom'): ItemSummary[] {
  const kinds = new Map(data.pack.items.map((item) => [item.id, item.kind]));
  const place = new Map(made.sharedGaps.map((id, at) => [id, at]));
  return made.items
    .filter(({ item }) => kinds.get(item) === kind)
    .toSorted(
      (a, b) =>
        (place.get(a.item) ?? Number.POSITIVE_INFINITY) - (place.get(b.item) ?? Number.POSITIVE_INFINITY) ||
        (b.hurting ?? -1) - (a.hurting ?? -1),
    );
}

function Sections({ props }: { props: Props }) {
  const { t } = props.site;
  const practices = inOrder(props, 'practice');
  return (
    <>
      <section class="shared-gaps">
        <h2>{t('teams.shared')}</h2>
        <p class="muted caption">{t('teams.shared-lead')}</p>
        <BarKey props={props} />
        <Distribution props={props} kind="practice" items={practices} />
        <p class="muted print-only">{t('teams.print-first', { shown: printed, count: practices.length })}</p>
        <Folded summary={t('teams.numbers')}>{() => <AllNumbers props={props} />}</Folded>
      </section>
      <section class="scores">
        <h2>{t('teams.scores')}</h2>
        <p class="muted caption">{t('teams.scores-lead')}</p>
        <Variables {...props} />
      </section>
      {props.drawn === 'everything' ? <Details props={props} /> : null}
    </>
  );
}

/** What follows: every team, signals and symptoms. */
function Details({ props }: { props: Props }) {
  const { site, made, settings } = props;
  const { t } = site;
  const lead = settings.rankedBy
    ? 'teams.rank-warning'
    : made.anonymous
      ? 'teams.each-lead-without'
      : 'teams.each-lead';
  return (
    <>
      <section class="each-team">
        <h2>{t('teams.each')}</h2>
        <p class="muted caption">{t(lead)}</p>
        <TeamLines props={props} rankedBy={settings.rankedBy} />
      </section>
      <section class="signals-shared">
        <h2>{t('teams.signals')}</h2>
        <p class="muted caption">{t('teams.signals-lead')}</p>
        <TeamSignals {...props} />
      </section>
      <section class="symptoms-shared">
        <h2>{t('teams.symptoms')}</h2>
        <p class="muted caption">{t('teams.symptoms-lead')}</p>
        <Distribution props={props} kind="symptom" items={inOrder(props, 'symptom')} />
      </section>
    </>
  );
}

/** What many teams share: the gaps first, then scores, every team, signals and symptoms. */
export function TeamsResult(props: Props) {
  const { t } = props.site;
  const tooFew = props.settings.anonymous && props.made.teams < fewest;
  return (
    <div class="teams-result">
      <Settings props={props} />
      {tooFew ? (
        <p class="notice">{t('teams.few')}</p>
      ) : (
        <>
          <Headline props={props} />
          {props.drawn === 'headline' ? null : (
            <>
              <Sections props={props} />
              <Take props={props} />
            </>
          )}
        </>
      )}
    </div>
  );
}

export interface TeamsPageProps extends Pick<ImportListProps, 'good' | 'bad' | 'actions'> {
  site: Site;
  /** What many teams share; absent until there is one. */
  result: Props | undefined;
}

/** The whole page below its heading. */
export function TeamsView({ site, result, ...intake }: TeamsPageProps) {
  return (
    <>
      <ImportList site={site} {...intake} />
      {result ? <TeamsResult {...result} /> : null}
    </>
  );
}
