import type { PromiseOutcome, Promises } from '../../core/assessment/promises.ts';
import type { Pack } from '../../core/model/pack.ts';
import {
  carriedText,
  promiseChange,
  promiseFacts,
  promisesHeading,
  promisesTally,
  promiseTitle,
} from '../../core/render/promise-texts.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Site } from './view-data.ts';

export interface PromisesProps {
  site: Pick<Site, 't' | 'language'>;
  pack: Pack;
  promises: Promises;
}

const wordingOf = ({ site: { t, language } }: PromisesProps) => ({
  t,
  day: (date: string) => formatDate(date, language),
});

function PromiseLine({ props, outcome }: { props: PromisesProps; outcome: PromiseOutcome }) {
  const { t } = props.site;
  return (
    <li data-status={outcome.status}>
      <strong>{t('promises.labelled', { status: t(`promises.${outcome.status}`) })}</strong>{' '}
      {promiseTitle(outcome, props.pack, t)}{' '}
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
        {[`${promisesTally(promises, t)}.`, carriedText(promises, t), t('promises.numbering')]
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
      <h2 id="promises">{promisesHeading(props.promises, wordingOf(props))}</h2>
      <PromisesList {...props} />
    </section>
  );
}

/** The same in a few lines, for the page for leadership: how many ended how, and each move with its outcome. */
export function PromisesInShort(props: PromisesProps) {
  const { promises, pack, site } = props;
  const { t } = site;
  return (
    <section>
      <h2>{promisesHeading(promises, wordingOf(props))}</h2>
      <p>{promisesTally(promises, t)}.</p>
      <ul class="findings">
        {promises.outcomes.map((outcome) => (
          <li key={outcome.practice}>
            <strong>{t('promises.labelled', { status: t(`promises.${outcome.status}`) })}</strong>{' '}
            {promiseTitle(outcome, pack, t)} ({promiseFacts(outcome, wordingOf(props))})
          </li>
        ))}
      </ul>
    </section>
  );
}
