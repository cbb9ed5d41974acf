import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { SaveStatus } from '../../storage/autosave.ts';
import { AnswerFieldset, type AnswerFieldsetProps } from '../question/AnswerFieldset.tsx';
import { AnswerNote } from '../question/AnswerNote.tsx';
import { Keys, Status, Why } from '../question/question-parts.tsx';
import { countOf, Sections } from '../question/Sections.tsx';

export interface StageProps {
  site: Site;
  data: QuestionnaireData;
  /** The stage that is shown: one of `data.stages`. */
  stage: string;
  /** Its questions, in order. */
  questions: readonly AnswerFieldsetProps[];
  /** How many questions of each stage are answered. */
  done: Readonly<Record<string, number>>;
  status: SaveStatus;
  keysOn: boolean;
  /** Absent while the page is only read. */
  actions: { toggleKeys(on: boolean): void } | undefined;
}

/** Enter leads from one question to the next, and from the last to what comes after the stage; it sends nothing. */
function onEnter(event: KeyboardEvent) {
  const target = event.target as HTMLElement;
  if (event.key !== 'Enter' || !target.matches('input:not([type=checkbox]), h2')) return;
  event.preventDefault();
  const here = target.closest('.asked');
  const next = here?.nextElementSibling;
  if (next?.matches('.asked')) {
    next.scrollIntoView();
    next.querySelector('h2')?.focus({ preventScroll: true });
  } else here?.closest('form')?.querySelector<HTMLElement>('.steps .primary')?.focus();
}

function Asked({ props }: { props: AnswerFieldsetProps }) {
  const { site, data, item, actions } = props;
  const { t } = site;
  const n = data.items.findIndex(({ id }) => id === item.id) + 1;
  return (
    <section class="asked">
      <p class="progress">{t('question.progress', { n, total: data.items.length })}</p>
      <AnswerFieldset props={props}>
        <h2 tabIndex={-1} id={item.id}>
          {item.question}
        </h2>
      </AnswerFieldset>
      <Why props={props} />
      {actions ? <AnswerNote props={props} /> : null}
      <p class="muted">
        <a href={site.link(`/assess/${data.depth}/${item.id}/`)} aria-label={`${t('stage.alone')}: ${item.title}`}>
          {t('stage.alone')}
        </a>
      </p>
    </section>
  );
}

/** All questions of one stage, with the same answers and the same storage as one at a time. */
export function StageView(props: StageProps) {
  const { site, data, stage, status, actions, done } = props;
  const { t } = site;
  const path = (id: string) => `/assess/${data.depth}/stage/${id}/`;
  const place = data.stages.findIndex(({ id }) => id === stage);
  const [before, after] = [data.stages[place - 1], data.stages[place + 1]];
  const progress = { n: place + 1, total: data.stages.length, count: countOf(data, stage) };
  return (
    <form class="stage" method="dialog" noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={onEnter}>
      <p class="progress">
        {actions ? t('stage.progress', { ...progress, done: done[stage] ?? 0 }) : t('stage.plain-progress', progress)}
      </p>
      <h1 tabIndex={-1}>{data.stages[place]?.name}</h1>
      {actions ? null : <p class="muted needs-script">{t('question.needs-script')}</p>}
      {props.questions.map((each) => (
        <Asked key={each.item.id} props={each} />
      ))}
      <div class="steps">
        <a class="primary" href={site.link(after ? path(after.id) : `/assess/${data.depth}/check/`)}>
          {after ? t('stage.next', { name: after.name }) : t('question.continue-check')}
        </a>
        <a class="back" href={site.link(before ? path(before.id) : '/assess/')}>
          {before ? t('stage.back', { name: before.name }) : t('question.back')}
        </a>
        <Status status={status} />
      </div>
      {actions ? <Keys help={t('stage.keys-help')} on={props.keysOn} toggle={actions.toggleKeys} site={site} /> : null}
      <Sections site={site} data={data} stage={stage} done={done} path={path} />
    </form>
  );
}
