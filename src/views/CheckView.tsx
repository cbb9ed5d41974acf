import type { ComponentChildren } from 'preact';
import type { Answer, AnswerMap, Reread } from '../core/assessment/answers.ts';
import { formatDate } from '../i18n/dates.ts';
import type { AskData, AskedItem, Site } from './data.ts';

export interface CheckProps {
  site: Site;
  data: AskData;
  answers: AnswerMap;
  /** What is kept of a question: its answer, or what was noted before there is one. */
  kept(item: string): Answer | undefined;
  /** Former answers to questions that have changed and have no answer yet. */
  reread: readonly Reread[];
  /** What is told at the head, and in the row of a question, of another tab or of last time. */
  beside?: { head: ComponentChildren; row(item: AskedItem): ComponentChildren } | undefined;
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
    <span class="quiet grounds">
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
function ChangeLink({ item, props, label }: { item: AskedItem; props: CheckProps; label: string }) {
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

/** A former answer in words: only its place is told, for the words of that time are not the words of today. */
export function formerText(item: AskedItem, before: Answer, data: AskData, site: Site): string {
  if (before.state !== 'level') return answerText(item, before, data, site);
  return site.t('check.former-level', { n: before.level + 1, total: item.anchors.length });
}

/** Questions that have changed since they were answered, with the former answers as hints. */
function Again({ props }: { props: CheckProps }) {
  const { site, data, reread } = props;
  const hints = reread.flatMap((hint) => {
    const item = data.items.find(({ id }) => id === hint.item);
    return item ? [{ ...hint, item, why: hint.why === 'rev' ? 'reworded' : hint.why }] : [];
  });
  if (hints.length === 0) return null;
  return (
    <section class="again">
      <h2>{site.t('check.again')}</h2>
      <p class="quiet">{site.t('check.again-how')}</p>
      <ul>
        {hints.map(({ item, why, before }) => (
          <li key={`${item.id} ${before.item}`}>
            <strong>{item.title}</strong> <span class="quiet">{site.t(`check.again-${why}`)}</span>
            <br />
            {site.t('check.former', { answer: formerText(item, before, data, site) })}
            {before.note ? <span class="quiet"> {before.note}</span> : null}{' '}
            <ChangeLink item={item} props={props} label={site.t('check.answer')} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ item, props }: { item: AskedItem; props: CheckProps }) {
  const { site, data } = props;
  const answer = props.kept(item.id);
  const note = answer?.note;
  return (
    <div class="row" data-state={answer?.state ?? 'unanswered'}>
      <dt>{item.title}</dt>
      <dd>
        <span class="given">{answerText(item, answer, data, site)}</span>
        {note ? <span class="quiet"> {note}</span> : null}
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
        <p class="quiet needs-script">{t('check.needs-script')}</p>
      )}
      {props.beside?.head}
      <Again props={props} />
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
