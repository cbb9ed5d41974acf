import { packIndex } from '../../core/model/pack-index.ts';
import { entryPath } from '../shared/view-data.ts';
import { Discussion } from './Discussion.tsx';
import { type MergeProps, personLabel } from './together-props.ts';

/** The first questions of the agenda are open; the rest is folded. */
const openCount = 3;

function Discussions({ props, ids }: { props: MergeProps; ids: readonly string[] }) {
  const { site, pack, merge, decisions, actions } = props;
  return (
    <ul class="group-agenda">
      {ids.map((id) => {
        const item = merge.items.find((candidate) => candidate.item === id);
        return item ? (
          <Discussion
            key={id}
            site={site}
            pack={pack}
            item={item}
            decision={decisions.find((decision) => decision.item === id)}
            personLabel={(respondent) => personLabel(props, respondent)}
            decide={actions.decide}
            undecide={actions.undecide}
          />
        ) : null;
      })}
    </ul>
  );
}

/** Signals that are themselves a disagreement. */
function SplitSignals({ site, pack, merge }: MergeProps) {
  const { t } = site;
  const { signalTitle, title } = packIndex(pack);
  const splitSignals = merge.signals.filter(({ status }) => status === 'split');
  return (
    <>
      {splitSignals.map(({ id, raisedBy }) => (
        <p class="notice" key={id}>
          <strong>{signalTitle(id)}.</strong> {t('together.split', { questions: raisedBy.map(title).join(', ') })}{' '}
          <a href={site.link(entryPath(id))}>{t('together.split-read')}</a>
        </p>
      ))}
    </>
  );
}

/** What the group should discuss, the largest disagreement first, what it added, and everything that it has decided. */
export function Agenda(props: MergeProps) {
  const { site, merge, extraItems, decisions } = props;
  const { t } = site;
  const firstItems = merge.agenda.slice(0, openCount);
  const decidedItems = decisions.map(({ item }) => item).filter((item) => !merge.agenda.includes(item));
  const openItems = [...new Set([...firstItems, ...extraItems, ...decidedItems])];
  const otherItems = merge.agenda.filter((item) => !openItems.includes(item));
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda" tabIndex={-1}>
        {t('together.agenda')}
      </h2>
      <p>
        {merge.agenda.length === 0
          ? t('together.agenda-none')
          : t('together.agenda-lead', { count: merge.agenda.length, total: merge.items.length })}
      </p>
      <SplitSignals {...props} />
      <Discussions props={props} ids={openItems} />
      {otherItems.length > 0 ? (
        <details class="aside">
          <summary>{t('together.agenda-rest', { count: otherItems.length })}</summary>
          <Discussions props={props} ids={otherItems} />
        </details>
      ) : null}
    </section>
  );
}
