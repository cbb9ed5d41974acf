import { pressedKey } from '../../platform/keys.ts';
import { answerText } from '../../shared/answer-text.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { SaveStatus } from '../../storage/save-status.ts';
import { AnswerExtras } from '../question/AnswerExtras.tsx';
import { AnswerFieldset } from '../question/AnswerFieldset.tsx';
import { AnswerNote } from '../question/AnswerNote.tsx';
import type { AnswerFieldsetProps } from '../question/answer-props.ts';
import { RationaleDetails, SaveStatusLine, ShortcutsDetails } from '../question/question-parts.tsx';
import { countQuestions, Sections } from '../question/Sections.tsx';

/** A question of the stage. A folded question shows only one line. */
export interface StageQuestionProps extends AnswerFieldsetProps {
  isFolded: boolean;
}

/** What a person can do on a stage page besides answering. */
export interface StageActions {
  toggleShortcuts(isOn: boolean): void;
  fold(item: string, isFolded: boolean): void;
}

export interface StageProps {
  site: Site;
  data: QuestionnaireData;
  /** The id of one of `data.stages`. */
  stage: string;
  /** The questions of the stage, in order. */
  questions: readonly StageQuestionProps[];
  /** Number of answered questions by stage. */
  answeredByStage: Readonly<Record<string, number>>;
  status: SaveStatus;
  hasShortcuts: boolean;
  /** Absent before the script has started. */
  actions: StageActions | undefined;
}

const stagePath = ({ depth }: QuestionnaireData, stage: string) => `/assess/${depth}/stage/${stage}/`;

/** Enter moves to the next question, and from the last one to the link that leads on; it never submits the form. */
function onEnter(event: KeyboardEvent) {
  const target = event.target as HTMLElement;
  if (pressedKey(event) !== 'Enter' || !target.matches('input:not([type=checkbox]), h2')) return;
  event.preventDefault();
  const section = target.closest('.asked');
  const nextSection = section?.nextElementSibling;
  if (nextSection?.matches('.asked')) {
    nextSection.scrollIntoView();
    const next = nextSection.matches('[open]') ? nextSection.querySelector('h2') : nextSection.querySelector('summary');
    next?.focus({ preventScroll: true });
  } else section?.closest('form')?.querySelector<HTMLElement>('.steps .primary')?.focus();
}

/** The summary line of a question: its position and, if it is folded, its gist and answer. */
function QuestionLine({ props: { site, data, question, answer, isFolded } }: { props: StageQuestionProps }) {
  const place = site.t('question.progress', { n: data.items.indexOf(question) + 1, total: data.items.length });
  if (!isFolded) return <summary class="progress-line">{place}</summary>;
  return (
    <summary class="progress-line">
      {place} · {question.gist}: <strong>{answerText(question, answer, data, site)}</strong>
    </summary>
  );
}

function StageQuestion({ props, fold }: { props: StageQuestionProps; fold: StageActions['fold'] | undefined }) {
  const { site, data, question, actions, isFolded } = props;
  const { t } = site;
  return (
    <details
      class="asked"
      open={!isFolded}
      onToggle={({ currentTarget: { open } }) => {
        if (open === isFolded) fold?.(question.id, !open);
      }}
    >
      <QuestionLine props={props} />
      <div class="stage-question">
        <div>
          <AnswerFieldset props={props}>
            <h2 tabIndex={-1} id={question.id}>
              {question.question}
            </h2>
          </AnswerFieldset>
          <AnswerExtras props={props} />
        </div>
        <div class="margin">
          {props.findings ? (
            <details class="aside">
              <summary>{props.findings.label}</summary>
              {props.findings.panel}
            </details>
          ) : null}
          <RationaleDetails props={props} />
          {actions ? <AnswerNote props={props} /> : null}
          <p class="muted">
            <a
              href={site.link(`/assess/${data.depth}/${question.id}/`)}
              aria-label={`${t('stage.alone')}: ${question.gist}`}
            >
              {t('stage.alone')}
            </a>
          </p>
        </div>
      </div>
    </details>
  );
}

/** Ways on and back. */
function Steps({ props: { site, data, stage, status } }: { props: StageProps }) {
  const { t } = site;
  const index = data.stages.findIndex(({ id }) => id === stage);
  const [previous, next] = [data.stages[index - 1], data.stages[index + 1]];
  return (
    <div class="steps">
      <a class="primary" href={site.link(next ? stagePath(data, next.id) : `/assess/${data.depth}/check/`)}>
        {next ? t('stage.next', { name: next.name }) : t('question.continue-check')}
      </a>
      <a class="back" href={site.link(previous ? stagePath(data, previous.id) : '/assess/')}>
        {previous ? t('stage.back', { name: previous.name }) : t('question.back')}
      </a>
      <SaveStatusLine status={status} />
    </div>
  );
}

/** Every question of a stage on one page, with the same answers as on their own pages. */
export function StageView(props: StageProps) {
  const { site, data, stage, actions, answeredByStage } = props;
  const { t } = site;
  const index = data.stages.findIndex(({ id }) => id === stage);
  const progress = { n: index + 1, total: data.stages.length, count: countQuestions(data, stage) };
  return (
    <form class="stage" method="dialog" noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={onEnter}>
      <p class="progress-line">
        {actions
          ? t('stage.progress', { ...progress, done: answeredByStage[stage] ?? 0 })
          : t('stage.plain-progress', progress)}
      </p>
      <h1 tabIndex={-1}>{data.stages[index]?.name}</h1>
      {actions ? null : <p class="muted needs-script">{t('question.needs-script')}</p>}
      {props.questions.map((questionProps) => (
        <StageQuestion key={questionProps.question.id} props={questionProps} fold={actions?.fold} />
      ))}
      <Steps props={props} />
      {actions ? <ShortcutsDetails props={props} help="stage.keys-help" /> : null}
      <Sections
        site={site}
        data={data}
        stage={stage}
        answeredByStage={answeredByStage}
        pathOf={(id) => stagePath(data, id)}
      />
    </form>
  );
}
