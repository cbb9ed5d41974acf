import type { Answer, AnswerMap } from '../core/assessment/answers.ts';
import type { AskData, AskedItem, Site } from './data.ts';

export interface CheckProps {
  site: Site;
  data: AskData;
  answers: AnswerMap;
  /** Absent while the page is only read. */
  actions: { change(item: string): void; seeReport(): void } | undefined;
}

/** An answer in words; "not answered" is said, never left blank. */
export function answerText(item: AskedItem, answer: Answer | undefined, data: AskData, { t }: Site): string {
  if (answer?.state === 'level') return item.anchors[answer.level] ?? '';
  if (answer?.state === 'dk') return t('check.dk');
  if (answer?.state !== 'na') return t('check.not-answered');
  const reason = data.naReasons.find(({ id }) => id === answer.reason)?.label ?? answer.reason;
  return reason ? t('check.na-because', { reason }) : t('check.na');
}

function Row({ item, props }: { item: AskedItem; props: CheckProps }) {
  const { site, data, answers, actions } = props;
  const answer = answers.get(item.id);
  return (
    <div class="row" data-state={answer?.state ?? 'unanswered'}>
      <dt>{item.title}</dt>
      <dd>
        <span class="given">{answerText(item, answer, data, site)}</span>
        {answer?.note ? <span class="quiet"> {answer.note}</span> : null}
      </dd>
      <dd class="change">
        <a
          href={site.link(`/assess/${data.depth}/${item.id}/`)}
          aria-label={site.t('check.change-what', { title: item.title })}
          onClick={(event) => {
            if (!actions) return;
            event.preventDefault();
            actions.change(item.id);
          }}
        >
          {site.t(answer ? 'check.change' : 'check.answer')}
        </a>
      </dd>
    </div>
  );
}

/** Every answer by stage, with a way to change it; gaps are named and do not block. */
export function CheckView(props: CheckProps) {
  const { site, data, answers, actions } = props;
  const { t } = site;
  const done = data.items.filter(({ id }) => answers.has(id)).length;
  const open = data.items.length - done;
  return (
    <div class="check">
      <h1 tabIndex={-1}>{t('check.title')}</h1>
      {actions ? (
        <p class="lead">
          {t('check.answered', { done, total: data.items.length })}.{' '}
          {open > 0 ? t('check.open', { count: open }) : t('check.complete')}
        </p>
      ) : (
        <p class="quiet needs-script">{t('check.needs-script')}</p>
      )}
      {data.stages.map(({ id, name }) => (
        <section key={id}>
          <h2>{name}</h2>
          <dl>
            {data.items
              .filter(({ stage }) => stage === id)
              .map((item) => (
                <Row key={item.id} item={item} props={props} />
              ))}
          </dl>
        </section>
      ))}
      <div class="steps">
        <a
          class="primary"
          href={site.link(`/assess/${data.depth}/report/`)}
          onClick={(event) => {
            if (!actions) return;
            event.preventDefault();
            actions.seeReport();
          }}
        >
          {t('check.see-report')}
        </a>
      </div>
    </div>
  );
}
