import type { Comparison } from '../../core/assessment/compare.ts';
import type { Trend } from '../../core/assessment/trend.ts';
import { ImportList, type ImportListProps } from '../import/ImportList.tsx';
import type { GroupPack, Site } from '../shared/view-data.ts';
import { ChangeView } from './ChangeTable.tsx';
import { TrendView } from './TrendView.tsx';

export interface CompareProps {
  site: Site;
  /** Absent while the page is only read. */
  pack: GroupPack | undefined;
  intake: ImportListProps;
  /** What can be chosen: kept here, or taken in. */
  choices: readonly { key: string; label: string }[];
  chosen: { before: string | undefined; now: string | undefined };
  comparison: Comparison | undefined;
  /** With three dated assessments of the system or more. */
  trend: Trend | undefined;
  actions:
    | { choose(side: 'before' | 'now', key: string): void; swap(): void; download(format: 'json' | 'md'): void }
    | undefined;
}

function Choose({ site, choices, chosen, actions }: CompareProps) {
  const { t } = site;
  if (!actions || choices.length === 0) return null;
  return (
    <div class="two-sides">
      {(['before', 'now'] as const).map((side) => (
        <label class="field" key={side}>
          {t(`compare.choose-${side}`)}
          <select value={chosen[side] ?? ''} onChange={(event) => actions.choose(side, event.currentTarget.value)}>
            <option value="">{t('compare.choose-none')}</option>
            {choices.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {chosen.before && chosen.now ? (
        <button type="button" class="link" onClick={() => actions.swap()}>
          {t('compare.swap')}
        </button>
      ) : null}
    </div>
  );
}

/** Compares two assessments of one system, and shows three or more over time. */
export function CompareView(props: CompareProps) {
  const { site, pack, intake, choices, chosen, comparison, trend, actions } = props;
  const { t } = site;
  return (
    <div class="side-by-side">
      <h1 tabIndex={-1}>{t('compare.title')}</h1>
      <p class="lead">{t('compare.lead')}</p>
      <Choose {...props} />
      {actions ? (
        <p role="status">
          {choices.length < 2
            ? t('compare.too-few')
            : chosen.before && chosen.before === chosen.now
              ? t('compare.same-one')
              : comparison
                ? ''
                : t('compare.choose-two')}
        </p>
      ) : null}
      {actions && choices.length >= 2 ? (
        <details class="aside">
          <summary>{t('compare.more-files')}</summary>
          <ImportList {...intake} />
        </details>
      ) : (
        <ImportList {...intake} />
      )}
      {comparison && pack ? <ChangeView site={site} pack={pack} comparison={comparison} /> : null}
      {trend && pack ? <TrendView site={site} pack={pack} trend={trend} /> : null}
      {comparison && actions ? (
        <div class="bar">
          <button type="button" class="secondary" onClick={() => actions.download('md')}>
            {t('side.download-md')}
          </button>
          <button type="button" class="secondary" onClick={() => actions.download('json')}>
            {t('side.download-json')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
