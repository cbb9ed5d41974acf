import type { ComponentChildren } from 'preact';
import type { Answer, AnswerMap } from '../../../core/answers/answers.ts';
import { formatDate } from '../../../i18n/dates.ts';
import { onFollow } from '../../platform/browser.ts';
import { answerText } from '../../shared/answer-text.ts';
import type { Question, QuestionnaireData, Site } from '../../shared/view-data.ts';

/** What the check page says besides the answers: about former ones, other tabs, and findings. */
export interface CheckNotices {
  top(props: CheckProps): ComponentChildren;
  row(question: Question): ComponentChildren;
}

export interface CheckProps {
  site: Site;
  data: QuestionnaireData;
  answers: AnswerMap;
  /** What the draft holds for a question: its answer, or a note made before there was one. */
  answerOf(item: string): Answer | undefined;
  /** Those that have loaded. */
  notices?: readonly CheckNotices[];
  /** Absent before the script has started. */
  actions: { change(item: string): void; seeReport(): void } | undefined;
}

/** How sure an answer is and what it rests on. Only addresses of web pages become links. */
function EvidenceText({ answer, site }: { answer: Answer | undefined; site: Site }) {
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

/** The link to a question; once that is answered, the person comes back here. */
export function ChangeLink({ question, props, label }: { question: Question; props: CheckProps; label: string }) {
  const { site, data, actions } = props;
  return (
    <a
      href={site.link(`/assess/${data.depth}/${question.id}/`)}
      aria-label={site.t('check.change-what', { action: label, title: question.gist })}
      onClick={onFollow(actions && (() => actions.change(question.id)))}
    >
      {label}
    </a>
  );
}

function CheckRow({ question, props }: { question: Question; props: CheckProps }) {
  const { site, data } = props;
  const answer = props.answerOf(question.id);
  const note = answer?.note;
  const label = site.t(props.answers.has(question.id) ? 'check.change' : 'check.answer');
  return (
    <div class="row" data-state={answer?.state ?? 'unanswered'}>
      <dt>{question.gist}</dt>
      <dd>
        <span class="given">{answerText(question, answer, data, site)}</span>
        {note ? (
          <span class="muted">
            {' '}
            <bdi>{note}</bdi>
          </span>
        ) : null}
        <EvidenceText answer={answer} site={site} />
        {props.notices?.map(({ row }) => row(question))}
      </dd>
      <dd class="change">
        <ChangeLink question={question} props={props} label={label} />
      </dd>
    </div>
  );
}

function Progress({ site, data, answers, actions }: CheckProps) {
  const { t } = site;
  if (!actions) return <p class="muted needs-script">{t('check.needs-script')}</p>;
  const answeredCount = data.items.filter(({ id }) => answers.has(id)).length;
  const openCount = data.items.length - answeredCount;
  return (
    <p class="lead">
      {t('check.answered', { done: answeredCount, total: data.items.length })}.{' '}
      {openCount > 0 ? t('check.open', { count: openCount }) : t('check.complete')}
    </p>
  );
}

/** Every answer by stage, with a link to change it. Gaps are named, but do not block the report. */
export function CheckView(props: CheckProps) {
  const { site, data, actions } = props;
  const { t } = site;
  return (
    <div class="check">
      <h1 tabIndex={-1}>{t('check.title')}</h1>
      <Progress {...props} />
      {props.notices?.map(({ top }) => top(props))}
      {data.stages.map(({ id, name }) => (
        <section key={id}>
          <h2>{name}</h2>
          <dl>
            {data.items
              .filter(({ stage }) => stage === id)
              .map((question) => (
                <CheckRow key={question.id} question={question} props={props} />
              ))}
          </dl>
        </section>
      ))}
      <div class="steps">
        <a class="primary" href={site.link(`/assess/${data.depth}/report/`)} onClick={onFollow(actions?.seeReport)}>
          {t('check.see-report')}
        </a>
      </div>
    </div>
  );
}
