import type { Pack } from '../../core/model/pack.ts';
import type { Rollup } from '../../core/rollup/rollup.ts';
import type { Strings } from '../../i18n/translate.ts';
import { entryPath, type Site } from '../shared/view-data.ts';

/** What the page of many teams needs; loaded with it. */
export interface TeamsData {
  language: string;
  pack: Pack;
  strings: Strings;
}

/** What every part of the roll-up gets. */
export interface TeamsProps {
  site: Site;
  data: TeamsData;
  made: Rollup;
}

/** The title of a question, leading to its entry where it is a practice. */
export function ItemTitle({ props, item }: { props: TeamsProps; item: string }) {
  const found = props.data.pack.items.find(({ id }) => id === item);
  const title = found?.title ?? item;
  if (found?.kind !== 'practice') return <>{title}</>;
  return (
    <>
      <span class={`key v-${found.variable}`} aria-hidden="true" />
      <a href={props.site.link(entryPath(item))}>{title}</a>
    </>
  );
}

/** The name of a V. */
export const nameOfVariable = ({ data }: TeamsProps, id: string): string =>
  data.pack.variables.find((each) => each.id === id)?.name ?? id;

/** A number, or why there is none. */
export const numberOr = ({ site }: TeamsProps, value: number | null, known: number): string =>
  value === null ? (known > 0 ? site.t('teams.suppressed') : '–') : String(value);
