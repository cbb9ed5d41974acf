import type { GroupDecision } from '../../core/assessment/group-answers.ts';
import type { Merge } from '../../core/assessment/respondents.ts';
import { formatDate } from '../../i18n/dates.ts';
import { ImportList, type ImportListProps } from '../import/ImportList.tsx';
import { points } from '../report/report-parts.tsx';
import { nameOf, titleIn } from '../shared/marks.tsx';
import type { GroupPack, Site } from '../shared/view-data.ts';
import { Discussion } from './Agenda.tsx';
import { EveryQuestion } from './EveryQuestion.tsx';

export interface TogetherProps {
  site: Site;
  /** Absent while the page is only read. */
  pack: GroupPack | undefined;
  intake: ImportListProps;
  /** Assessments of this browser that can be added. */
  kept: readonly { id: string; label: string }[];
  /** With two assessments or more. */
  merge: Merge | undefined;
  decisions: readonly GroupDecision[];
  /** Questions that the group wants to talk about beyond the agenda. */
  extra: readonly string[];
  /** Set after the group's answers were saved: where their report stands. Or why they could not be. */
  saved: { report: string } | { problem: string } | undefined;
  actions:
    | {
        addKept(id: string): void;
        decide(decision: GroupDecision): void;
        undecide(item: string): void;
        talkAbout(item: string): void;
        save(): void;
        download(format: 'json' | 'md'): void;
      }
    | undefined;
}

type Whole = TogetherProps & { pack: GroupPack; merge: Merge; actions: NonNullable<TogetherProps['actions']> };

/** How a person is named: a number, with name and role where they are given. */
function personText({ site, merge }: Whole, at: number): string {
  const { name, role } = merge.respondents[at] ?? { name: null, role: null };
  return [site.t('together.person', { n: at + 1 }), [name, role].filter(Boolean).join(', ')].filter(Boolean).join(': ');
}

function People(props: Whole) {
  const { site, merge } = props;
  const { t, language } = site;
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('together.people', { count: merge.respondents.length })}</h2>
      <ul class="people">
        {merge.respondents.map(({ answered, date }, at) => (
          <li key={`${at} ${date}`}>
            <strong>{personText(props, at)}</strong>{' '}
            <span class="muted">
              {t('side.answered', { count: answered })}, {date ? formatDate(date, language) : t('side.undated')}
            </span>
          </li>
        ))}
      </ul>
      {merge.systems.length > 1 ? (
        <p class="notice">{t('together.systems', { systems: merge.systems.join(', ') })}</p>
      ) : null}
    </section>
  );
}

/** So many questions are open on the agenda; the rest is folded away. */
const firstCount = 3;

function Cards({ props, ids }: { props: Whole; ids: readonly string[] }) {
  const { site, pack, merge, decisions, actions } = props;
  return (
    <ul class="agenda">
      {ids.map((id) => {
        const item = merge.items.find((each) => each.item === id);
        return item ? (
          <Discussion
            key={id}
            site={site}
            pack={pack}
            item={item}
            decision={decisions.find((each) => each.item === id)}
            person={(at) => personText(props, at)}
            decide={actions.decide}
            undecide={actions.undecide}
          />
        ) : null;
      })}
    </ul>
  );
}

function Agenda(props: Whole) {
  const { site, pack, merge, extra } = props;
  const { t } = site;
  const first = merge.agenda.slice(0, firstCount);
  const open = [...first, ...extra.filter((item) => !first.includes(item))];
  const rest = merge.agenda.filter((item) => !open.includes(item));
  const split = merge.signals.filter(({ status }) => status === 'split');
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
      {split.map(({ id, raisedBy }) => (
        <p class="notice" key={id}>
          <strong>{pack.signals.find((signal) => signal.id === id)?.title}.</strong>{' '}
          {t('together.split', { questions: raisedBy.map((item) => titleIn(pack, item)).join(', ') })}{' '}
          <a href={site.link(`/entries/${id}/`)}>{t('together.split-read')}</a>
        </p>
      ))}
      <Cards props={props} ids={open} />
      {rest.length > 0 ? (
        <details class="aside">
          <summary>{t('together.agenda-rest', { count: rest.length })}</summary>
          <Cards props={props} ids={rest} />
        </details>
      ) : null}
    </section>
  );
}

function Notes(props: Whole) {
  const { site, pack, merge } = props;
  const noted = merge.items.filter(({ item, dots }) => !merge.agenda.includes(item) && dots.some(({ note }) => note));
  return noted.length === 0 ? null : (
    <section aria-labelledby="notes">
      <h2 id="notes">{site.t('together.notes')}</h2>
      {noted.map(({ item, dots }) => (
        <div key={item}>
          <h3>{titleIn(pack, item)}</h3>
          <dl class="notes">
            {dots.map(({ respondent, note }) =>
              note ? (
                <div key={respondent}>
                  <dt>{personText(props, respondent)}</dt>
                  <dd>{note}</dd>
                </div>
              ) : null,
            )}
          </dl>
        </div>
      ))}
    </section>
  );
}

function Save(props: Whole) {
  const { site, pack, merge, decisions, saved, actions } = props;
  const { t } = site;
  const score = ({ point, low, high }: Merge['variables'][number]) =>
    point === null || low === null || high === null
      ? t('side.not-enough')
      : t('side.with-band', { score: points(point), low: points(low), high: points(high) });
  return (
    <section aria-labelledby="save">
      <h2 id="save">{t('together.save-title')}</h2>
      <p>
        {merge.variables
          .map((each) => t('together.profile', { name: nameOf(pack, each.id), score: score(each) }))
          .join(' ')}
      </p>
      <p>{t('together.save-lead', { count: decisions.length })}</p>
      <div class="steps">
        <button type="button" class="primary" onClick={actions.save}>
          {t('together.save')}
        </button>
        <button type="button" class="secondary" onClick={() => actions.download('md')}>
          {t('side.download-md')}
        </button>
        <button type="button" class="secondary" onClick={() => actions.download('json')}>
          {t('side.download-json')}
        </button>
      </div>
      <div role="status">
        {!saved ? null : 'report' in saved ? (
          <p>
            {t('together.saved')} <a href={saved.report}>{t('together.open-report')}</a>
          </p>
        ) : (
          <p class="notice">{t('together.not-saved', { problem: saved.problem })}</p>
        )}
      </div>
    </section>
  );
}

/** Several people's answers to one system, side by side; then what the group decides. */
export function TogetherView(props: TogetherProps) {
  const { site, pack, intake, kept, merge, actions } = props;
  const { t } = site;
  const whole = pack && merge && actions ? { ...props, pack, merge, actions } : undefined;
  return (
    <div class="side-by-side">
      <ImportList {...intake} />
      {actions && kept.length > 0 ? (
        <div class="add-kept">
          <span class="muted">{t('together.add-kept')}</span>
          {kept.map(({ id, label }) => (
            <button type="button" class="link" key={id} onClick={() => actions.addKept(id)}>
              {label}
            </button>
          ))}
        </div>
      ) : null}
      {actions && !merge ? <p>{t('together.too-few')}</p> : null}
      {whole ? (
        <>
          <People {...whole} />
          <Agenda {...whole} />
          <EveryQuestion {...whole} />
          <Notes {...whole} />
          <Save {...whole} />
        </>
      ) : null}
    </div>
  );
}
