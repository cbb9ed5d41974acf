import type { ComponentChild } from 'preact';
import type { Comparison } from '../../core/assessment/compare.ts';
import type { Trend } from '../../core/assessment/trend.ts';
import type { Pack } from '../../core/model/pack.ts';
import { type ImportListProps, staticImportList } from '../import/ImportList.tsx';
import { ImportsAndResult } from '../import/ImportsAndResult.tsx';
import { DownloadButtons } from '../shared/DownloadButtons.tsx';
import type { Site } from '../shared/view-data.ts';
import { ChangeView } from './ChangeView.tsx';
import { TrendView } from './TrendView.tsx';

export type Side = 'before' | 'now';
/** The key of the choice on each side; undefined if none is chosen. */
export type SideChoices = Record<Side, string | undefined>;

export interface CompareActions {
  /** Chooses an assessment for a side; an empty key chooses none. */
  chooseSide(side: Side, key: string): void;
  swap(): void;
  download(format: 'json' | 'md'): void;
}

export interface CompareProps {
  site: Site;
  /** Absent at build time, like `actions`. */
  pack: Pack | undefined;
  importList: ImportListProps;
  /** Assessments that can be chosen: kept in this browser or imported. */
  choices: readonly { key: string; label: string }[];
  sides: SideChoices;
  /** Nothing was requested for before, and no choice is an earlier assessment of the system that is now. */
  lacksEarlier?: boolean;
  comparison: Comparison | undefined;
  /** What became of the moves that the team had decided to do, once loaded. */
  promised?: ComponentChild;
  /** Present with three or more dated assessments of the system. */
  trend: Trend | undefined;
  actions: CompareActions | undefined;
}

/** The page at build time, before its script runs. */
export const staticCompareProps = (site: Site): CompareProps => ({
  site,
  pack: undefined,
  importList: staticImportList(site),
  choices: [],
  sides: { before: undefined, now: undefined },
  comparison: undefined,
  trend: undefined,
  actions: undefined,
});

function SideFields({ site, choices, sides, actions }: CompareProps) {
  const { t } = site;
  if (!actions || choices.length === 0) return null;
  return (
    <div class="two-sides">
      {(['before', 'now'] as const).map((side) => (
        <label class="field" key={side}>
          {t(`compare.choose-${side}`)}
          <select value={sides[side] ?? ''} onChange={(event) => actions.chooseSide(side, event.currentTarget.value)}>
            <option value="">{t('compare.choose-none')}</option>
            {choices.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {sides.before && sides.now ? (
        <button type="button" class="link" onClick={() => actions.swap()}>
          {t('compare.swap')}
        </button>
      ) : null}
    </div>
  );
}

/** What is missing before there is something to compare; empty if nothing is. */
function missingText({ site: { t }, choices, sides, comparison, lacksEarlier }: CompareProps): string {
  if (choices.length < 2) return t('compare.too-few');
  if (sides.before && sides.before === sides.now) return t('compare.same-one');
  if (lacksEarlier) return t('compare.no-earlier');
  return comparison ? '' : t('compare.choose-two');
}

function Downloads({ site: { t }, comparison, actions }: CompareProps) {
  if (!comparison || !actions) return null;
  return (
    <div class="button-row">
      <DownloadButtons t={t} download={actions.download} />
    </div>
  );
}

function Result(props: CompareProps) {
  const { site, pack, comparison, promised, trend } = props;
  return (
    <>
      {comparison && pack ? <ChangeView site={site} pack={pack} comparison={comparison} promised={promised} /> : null}
      {trend && pack ? <TrendView site={site} pack={pack} trend={trend} /> : null}
      <Downloads {...props} />
    </>
  );
}

/** Compares two assessments of one system, and shows three or more over time. */
export function CompareView(props: CompareProps) {
  const { site, importList, choices, actions } = props;
  const { t } = site;
  const result = choices.length < 2 ? undefined : <Result {...props} />;
  return (
    <div class="side-by-side">
      <h1 tabIndex={-1}>{t('compare.title')}</h1>
      <p class="lead">{t('compare.lead')}</p>
      <SideFields {...props} />
      {actions ? <p role="status">{missingText(props)}</p> : null}
      <ImportsAndResult importList={importList} result={result} />
    </div>
  );
}
