import type { Context } from '../../core/answers/answers.ts';
import type { PromiseOutcome, Promises } from '../../core/assessment/promises.ts';
import type { Pack } from '../../core/model/pack.ts';
import { promiseFacts } from '../../core/render/promise-facts.ts';
import {
  carriedCountText,
  promiseChange,
  promisesHeading,
  promisesTally,
  promiseTitle,
} from '../../core/render/promise-texts.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Site } from './view-data.ts';

export interface PromisesProps {
  site: Pick<Site, 't' | 'language'>;
  pack: Pack;
  /** Decides the words for moves. */
  context: Context;
  promises: Promises;
}

const wordingOf = ({ site: { t, language } }: PromisesProps) => ({
  t,
  day: (date: string) => formatDate(date, language),
});

/** The heading of the promises: which assessment they are from. */
export const promisesTitle = (props: PromisesProps): string => promisesHeading(props.promises, wordingOf(props));

function PromiseLine({ props, outcome }: { props: PromisesProps; outcome: PromiseOutcome }) {
  const { t } = props.site;
  return (
    <li data-status={outcome.status}>
      <strong>{t('promises.labelled', { status: t(`promises.${outcome.status}`) })}</strong>{' '}
      {promiseTitle(outcome, props.context, props.pack, t)}{' '}
      <span class="muted">
        {promiseFacts(outcome, wordingOf(props))}.{' '}
        {outcome.goal ? `${t('promises.goal', { goal: outcome.goal })} ` : ''}
        {promiseChange(outcome, t)}
      </span>
    </li>
  );
}

/** What became of each promised move, without a heading. */
export function PromisesList(props: PromisesProps) {
  const { t } = props.site;
  const { promises } = props;
  return (
    <>
      <p class="muted">
        {[`${promisesTally(promises, t)}.`, carriedCountText(promises, t), t('promises.numbering')]
          .filter(Boolean)
          .join(' ')}
      </p>
      <ul>
        {promises.outcomes.map((outcome) => (
          <PromiseLine key={outcome.practice} props={props} outcome={outcome} />
        ))}
      </ul>
    </>
  );
}

/** What became of each promised move, as a part of a page. */
export function PromisesView(props: PromisesProps) {
  return (
    <section class="promises" aria-labelledby="promises">
      <h2 id="promises">{promisesTitle(props)}</h2>
      <PromisesList {...props} />
    </section>
  );
}

/** How many overdue promises the page for leadership names, so that it stays one page. */
const namedInShort = 2;

/** The same in a paragraph, for the page for leadership: how many ended how, and the first that are overdue. */
export function PromisesInShort(props: PromisesProps) {
  const { promises, pack, context, site } = props;
  const { t } = site;
  const wording = wordingOf(props);
  const overdueTexts = promises.outcomes
    .filter(({ isOverdue }) => isOverdue)
    .slice(0, namedInShort)
    .map((outcome) =>
      t('promises.in-short', {
        status: t(`promises.${outcome.status}`),
        move: promiseTitle(outcome, context, pack, t),
        facts: promiseFacts(outcome, wording),
      }),
    );
  return (
    <p class="promised">
      <strong>{t('promises.labelled', { status: promisesTitle(props) })}</strong>{' '}
      {[promisesTally(promises, t), ...(overdueTexts.length > 0 ? [overdueTexts.join('; ')] : [])].join('. ')}.
    </p>
  );
}
