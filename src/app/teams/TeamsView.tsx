import { packIndex } from '../../core/model/pack-index.ts';
import { basisText } from '../../core/render/wording.ts';
import { basisOfTeams } from '../../core/rollup/basis-of-teams.ts';
import { minimumTeams } from '../../core/rollup/suppress.ts';
import type { ItemSummary } from '../../core/rollup/tally.ts';
import { isolate } from '../../core/text/isolate.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { ImportListProps } from '../import/ImportList.tsx';
import { ImportsAndResult } from '../import/ImportsAndResult.tsx';
import { Disclosure } from '../shared/Disclosure.tsx';
import type { Site } from '../shared/view-data.ts';
import { MadeUpNotice, MadeUpOffer } from './MadeUpTeams.tsx';
import { AllNumbers, BarKey, Distribution, maxPrintedItems } from './Practices.tsx';
import { TeamLines, Variables } from './Scores.tsx';
import { TeamSettings } from './TeamSettings.tsx';
import { TeamSignals } from './TeamSignals.tsx';
import { TeamsSheet } from './TeamsSheet.tsx';
import { type ExportKind, highestGap, type TeamsProps, type TeamsSettings } from './teams-data.tsx';

export interface TeamsActions {
  changeSettings(change: Partial<TeamsSettings>): void;
  download(kind: ExportKind): void;
  print(): void;
  hideMadeUp(): void;
}

/** How much of the result is rendered: the first sentence, what teams share, or everything. */
export type RenderedParts = 'headline' | 'shared' | 'everything';

export interface TeamsResultProps extends TeamsProps {
  settings: TeamsSettings;
  /** Names that more than one team has. */
  duplicateNames: readonly string[];
  actions: TeamsActions;
  renderedParts: RenderedParts;
  /** The date that is printed, as `2026-11-23`. */
  today: string;
  /** True for the made-up teams of the example. */
  isMadeUp: boolean;
}

function resultTitle({ t }: Site, count: number, isMadeUp: boolean): string {
  return isMadeUp ? t('teams.result-made-up', { count }) : t('teams.result', { count });
}

/** What most teams share, and what to know about these counts. */
function Headline({ site, data, rollup, duplicateNames, today, isMadeUp }: TeamsResultProps) {
  const { t, language } = site;
  const { teams, items, sharedGaps, versions, rereading, anonymous, pack } = rollup;
  const firstGap = items.find(({ item }) => item === sharedGaps[0]);
  const olderCount = versions
    .filter(({ version }) => version !== '' && version !== data.pack.version)
    .reduce((total, { teams: count }) => total + count, 0);
  return (
    <header>
      <h2 id="result" tabIndex={-1}>
        {resultTitle(site, teams, isMadeUp)}
      </h2>
      <p class="lead">
        {firstGap
          ? t('teams.first-gap', {
              title: packIndex(data.pack).title(firstGap.item),
              hurting: firstGap.hurting ?? 0,
              count: firstGap.known,
            })
          : t('teams.no-gap', { answer: highestGap(data) })}
      </p>
      <p class="muted caption">
        {t('teams.no-norm')} {basisText(t, { ...basisOfTeams(rollup), old: 0 })}
      </p>
      <p class="muted print-only">{t('teams.counted', { date: formatDate(today, language), version: pack.version })}</p>
      {olderCount > 0 ? <p class="muted">{t('teams.older', { count: olderCount })}</p> : null}
      {rereading > 0 ? <p class="muted">{t('teams.rereading', { count: rereading })}</p> : null}
      {duplicateNames.length > 0 && !anonymous ? (
        <p class="muted">{t('teams.same-name', { names: duplicateNames.map(isolate).join(', ') })}</p>
      ) : null}
    </header>
  );
}

function Downloads({ site: { t }, settings: { anonymous }, actions }: TeamsResultProps) {
  const kinds: ExportKind[] = anonymous ? ['items', 'counts'] : ['items', 'teams', 'answers', 'counts'];
  return (
    <section class="team-downloads">
      <h2>{t('teams.take')}</h2>
      <div class="steps">
        {kinds.map((kind) => (
          <button type="button" class="secondary" key={kind} onClick={() => actions.download(kind)}>
            {t(`teams.download-${kind}`)}
          </button>
        ))}
        <button type="button" class="secondary" onClick={actions.print}>
          {t('teams.print')}
        </button>
      </div>
      <p class="muted caption">{t(anonymous ? 'teams.take-without' : 'teams.take-means')}</p>
    </section>
  );
}

/** Questions of a kind, first those that hurt most teams; those that hurt none keep the order of the pack. */
function rankItems({ rollup, data }: TeamsProps, kind: 'practice' | 'symptom'): ItemSummary[] {
  const ranks = new Map(rollup.sharedGaps.map((id, index) => [id, index]));
  const rankOf = ({ item }: ItemSummary) => ranks.get(item) ?? Number.POSITIVE_INFINITY;
  return rollup.items
    .filter(({ item }) => packIndex(data.pack).item(item)?.kind === kind)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (b.hurting ?? -1) - (a.hurting ?? -1));
}

/** What teams share: the practice sheet of all of them, then practices, and the scores of the three Vs. */
function SharedSections(props: TeamsResultProps) {
  const { t } = props.site;
  const practices = rankItems(props, 'practice');
  return (
    <>
      <TeamsSheet {...props} />
      <section class="shared-gaps">
        <h2>{t('teams.shared')}</h2>
        <p class="muted caption">{t('teams.shared-lead', { answer: highestGap(props.data) })}</p>
        <BarKey site={props.site} kind="practice" />
        <Distribution props={props} kind="practice" items={practices} />
        <p class="muted print-only">{t('teams.print-first', { shown: maxPrintedItems, count: practices.length })}</p>
        <Disclosure summary={t('teams.numbers')}>{() => <AllNumbers {...props} />}</Disclosure>
      </section>
      <section class="scores">
        <h2>{t('teams.scores')}</h2>
        <p class="muted caption">{t('teams.scores-lead')}</p>
        <Variables {...props} />
      </section>
    </>
  );
}

function teamsLeadKey({ rollup, settings }: TeamsResultProps): string {
  if (settings.rankedBy) return 'teams.rank-warning';
  return rollup.anonymous ? 'teams.each-lead-without' : 'teams.each-lead';
}

/** Every team, signals and symptoms. */
function DetailSections(props: TeamsResultProps) {
  const { t } = props.site;
  return (
    <>
      <section class="each-team">
        <h2>{t('teams.each')}</h2>
        <p class="muted caption">{t(teamsLeadKey(props))}</p>
        <TeamLines props={props} rankedBy={props.settings.rankedBy} />
      </section>
      <section class="signals-shared">
        <h2>{t('teams.signals')}</h2>
        <p class="muted caption">{t('teams.signals-lead')}</p>
        <TeamSignals {...props} />
      </section>
      <section class="symptoms-shared">
        <h2>{t('teams.symptoms')}</h2>
        <p class="muted caption">{t('teams.symptoms-lead')}</p>
        <BarKey site={props.site} kind="symptom" />
        <Distribution props={props} kind="symptom" items={rankItems(props, 'symptom')} />
      </section>
    </>
  );
}

/** The sections rendered so far. Made-up counts cannot be downloaded. */
function ResultSections(props: TeamsResultProps) {
  const { renderedParts, isMadeUp } = props;
  if (renderedParts === 'headline') return null;
  return (
    <>
      <SharedSections {...props} />
      {renderedParts === 'everything' ? <DetailSections {...props} /> : null}
      {isMadeUp ? null : <Downloads {...props} />}
    </>
  );
}

/** What many teams share: gaps first, then scores, every team, signals and symptoms. */
function TeamsResult(props: TeamsResultProps) {
  const { site, settings, rollup, actions, isMadeUp } = props;
  const isTooFew = settings.anonymous && rollup.teams < minimumTeams;
  return (
    <div class={isMadeUp ? 'teams-result made-up' : 'teams-result'}>
      {isMadeUp ? <MadeUpNotice site={site} count={rollup.teams} hide={actions.hideMadeUp} /> : null}
      {isTooFew ? <p class="notice">{site.t('teams.few')}</p> : <Headline {...props} />}
      <TeamSettings {...props} change={actions.changeSettings} />
      {isTooFew ? null : <ResultSections {...props} />}
    </div>
  );
}

export interface TeamsViewProps {
  importList: ImportListProps;
  /** Absent while there is no team. */
  result: TeamsResultProps | undefined;
  /** Shows the made-up teams; absent at build time. */
  showMadeUp: (() => void) | undefined;
}

/** The list of what was read, without systems if names are left out, and without made-up teams. */
function listFor({ importList, result }: TeamsViewProps): ImportListProps {
  const { imports } = importList;
  if (result?.isMadeUp) return { ...importList, imports: [] };
  if (!result?.settings.anonymous) return importList;
  return { ...importList, imports: imports.map(({ name }) => ({ name, summary: '' })) }; // lost parts may hold names
}

/** The page below its heading. Made-up teams stay below the fields, which still wait for the first real team. */
export function TeamsView(props: TeamsViewProps) {
  const { importList, result, showMadeUp } = props;
  const resultView = result ? <TeamsResult {...result} /> : undefined;
  const offer = showMadeUp ? <MadeUpOffer site={importList.site} show={showMadeUp} /> : null;
  const isReal = result?.isMadeUp === false;
  return (
    <>
      <ImportsAndResult importList={listFor(props)} result={isReal ? resultView : undefined} />
      {isReal ? null : (resultView ?? offer)}
    </>
  );
}
