import type { ComponentChildren } from 'preact';
import type { Answer, AnswerMap } from '../../../core/answers/answers.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';

export interface CheckProps {
  site: Site;
  data: QuestionnaireData;
  answers: AnswerMap;
  /** What is kept of a question: its answer, or what was noted before there is one. */
  kept(item: string): Answer | undefined;
  /** What is told at the head, and in the row of a question, of former answers or those of another tab. */
  beside?: { head(props: CheckProps): ComponentChildren; row(item: AskedQuestion): ComponentChildren } | undefined;
  /** Absent while the page is only read. */
  actions: { change(item: string): void; seeReport(): void } | undefined;
}

/** An answer in words; "not answered" is said, never left blank. */
export function answerText(
  item: AskedQuestion,
  answer: Answer | undefined,
  data: QuestionnaireData,
  { t }: Site,
): string {
  if (answer?.state === 'level') return item.anchors[answer.level] ?? '';
  if (answer?.state === 'dk') return t('check.dk');
  if (answer?.state !== 'na') return t('check.not-answered');
  const reason = data.naReasons.find(({ id }) => id === answer.reason)?.label ?? answer.reason;
  return reason ? t('check.na-because', { reason }) : t('check.na');
}

/** How sure an answer is and what it rests on, in words; a link only where it leads to a page of the web. */
export function Grounded({ answer, site }: { answer: Answer | undefined; site: Site }) {
  const { t, language } = site;
  const { confidence, evidence } = answer ?? {};
  const words = [
    confidence && t(`question.confidence-${confidence}`),
    evidence && t(`question.evidence-${evidence.kind}`),
    evidence?.date && formatDate(evidence.date, language),
  ].filter(Boolean);
  const url = evidence?.url;
  if (words.length === 0) return null;
  return (
    <span class="muted grounds">
      {words.join(', ')}
      {url ? (
        <>
          :{' '}
          {/^https?:\/\//.test(url) ? (
            <a href={url} rel="noopener nofollow">
              {url}
            </a>
          ) : (
            url
          )}
        </>
      ) : null}
    </span>
  );
}

/** The link that leads to a question and, once answered, back. */
export function ChangeLink({ item, props, label }: { item: AskedQuestion; props: CheckProps; label: string }) {
  const { site, data, actions } = props;
  return (
    <a
      href={site.link(`/assess/${data.depth}/${item.id}/`)}
      aria-label={site.t('check.change-what', { action: label, title: item.title })}
      onClick={(event) => {
        if (!actions) return;
        event.preventDefault();
        actions.change(item.id);
      }}
    >
      {label}
    </a>
  );
}

function Row({ item, props }: { item: AskedQuestion; props: CheckProps }) {
  const { site, data } = props;
  const answer = props.kept(item.id);
  const note = answer?.note;
  return (
    <div class="row" data-state={answer?.state ?? 'unanswered'}>
      <dt>{item.title}</dt>
      <dd>
        <span class="given">{answerText(item, answer, data, site)}</span>
        {note ? <span class="muted"> {note}</span> : null}
        <Grounded answer={answer} site={site} />
        {props.beside?.row(item)}
      </dd>
      <dd class="change">
        <ChangeLink
          item={item}
          props={props}
          label={site.t(props.answers.has(item.id) ? 'check.change' : 'check.answer')}
        />
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
        <p class="muted needs-script">{t('check.needs-script')}</p>
      )}
      {props.beside?.head(props)}
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
