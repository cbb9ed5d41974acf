import type { Depth, VariableId } from '../../core/model/ids.ts';
import type { Pack } from '../../core/model/pack.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import type { SheetColumnId } from '../../core/report/sheet-lines.ts';
import type { Rollup } from '../../core/rollup/rollup.ts';
import type { ItemSummary } from '../../core/rollup/tally.ts';
import { formatAnswerNumber } from '../../core/text/format.ts';
import type { Strings } from '../../i18n/translate.ts';
import { entryPath, type Site } from '../shared/view-data.ts';

/** The data file of the page. */
export interface TeamsData {
  language: string;
  pack: Pack;
  strings: Strings;
}

/** What a person has chosen to see. */
export interface TeamsSettings {
  depth: Depth;
  anonymous: boolean;
  /** The V that teams are ranked by; undefined until ranking is switched on. */
  rankedBy: VariableId | undefined;
}

/** Files that the page can save. */
export type ExportKind = 'items' | 'teams' | 'answers' | 'counts';

/** What every part of the rollup gets. */
export interface TeamsProps {
  site: Site;
  data: TeamsData;
  rollup: Rollup;
}

/** The title of a question; for a practice, a link to its entry. */
export function ItemTitle({ props, item }: { props: TeamsProps; item: string }) {
  const index = packIndex(props.data.pack);
  const title = index.title(item);
  const question = index.item(item);
  if (question?.kind !== 'practice') return <>{title}</>;
  return (
    <>
      <span class={`key v-${question.variable}`} aria-hidden="true" />
      <a href={props.site.link(entryPath(item))}>{title}</a>
    </>
  );
}

/** The highest answer to a practice that counts as a gap, from 1 to 5. */
export const highestGap = ({ pack }: TeamsData): string => formatAnswerNumber(pack.constants.moves.unsafeLevel);

/** The name of a column of the practice sheet. */
export const columnName = ({ site, data }: TeamsProps, id: SheetColumnId): string =>
  id === 'symptoms' ? site.t('report.sheet-symptoms') : packIndex(data.pack).variableName(id);

/** How many teams gave which answer to a question, in words. */
export function countsText({ site: { t } }: TeamsProps, { levels, dk, unanswered, na }: ItemSummary): string {
  if (!levels) return t('teams.suppressed');
  return t('teams.bar-alt', {
    levels: levels.map((count, level) => t('teams.bar-level', { n: formatAnswerNumber(level), count })).join(', '),
    unknown: dk + unanswered,
    na,
  });
}

/** A count, or why there is none. `known` is the number of teams that the count would be about. */
export const countText = ({ site }: TeamsProps, count: number | null, knownCount: number): string =>
  count === null ? (knownCount > 0 ? site.t('teams.suppressed') : '–') : String(count);
