import type { ComponentChildren } from 'preact';
import type { AnswerMap, Decision } from '../../../core/answers/answers.ts';
import { fieldLimits } from '../../../core/answers/limits.ts';
import { isField, pressedKey } from '../../platform/keys.ts';
import type { SaveStatus } from '../../storage/save-status.ts';
import { AnswerExtras } from '../question/AnswerExtras.tsx';
import { AnswerFieldset } from '../question/AnswerFieldset.tsx';
import { EvidenceFields, NoteField } from '../question/AnswerNote.tsx';
import type { AnswerActions, AnswerFieldsetProps } from '../question/answer-props.ts';
import { QuestionTicks } from '../question/QuestionTicks.tsx';
import { RationaleDetails, SaveStatusLine, ShortcutsDetails } from '../question/question-parts.tsx';
import { meetingPath } from './meeting-path.ts';

/** What a person can do on the page of a question in a meeting. */
export interface MeetingActions extends AnswerActions {
  goTo(path: string): void;
  toggleShortcuts(isOn: boolean): void;
  decide(part: Partial<Decision>): void;
  openTimer(): void;
}

export interface MeetingProps extends AnswerFieldsetProps {
  /** Every answer so far. */
  answers: AnswerMap;
  status: SaveStatus;
  /** The next step for a practice, and its owner. */
  decision: Decision | undefined;
  /** Undefined until the person asks for a timer. */
  timer: ComponentChildren;
  actions: MeetingActions | undefined;
}

/** The paths on and back from a question. */
function neighbourPaths({ data, question }: MeetingProps): { next: string; back: string; isLast: boolean } {
  const index = data.items.indexOf(question);
  const next = data.items[index + 1];
  return {
    next: next ? meetingPath(data, next.id) : `/assess/${data.depth}/check/`,
    back: meetingPath(data, data.items[index - 1]?.id),
    isLast: next === undefined,
  };
}

/** What a key does in the meeting; undefined if it does nothing. */
function keyAction(event: KeyboardEvent, props: MeetingProps): (() => unknown) | undefined {
  const { actions, hasShortcuts } = props;
  const form = event.currentTarget as HTMLElement;
  if (!actions) return undefined;
  const key = pressedKey(event);
  if (isField(event.target)) return key === 'Escape' ? () => form.querySelector('h1')?.focus() : undefined;
  if (!(event.target as HTMLElement).closest('fieldset')) return undefined;
  const { next, back } = neighbourPaths(props);
  const goOnce = (path: string) => () => event.repeat || actions.goTo(path); // not on through all questions
  if (key === 'Enter') return goOnce(next);
  if (!hasShortcuts) return undefined;
  if (key === 'PageDown') return goOnce(next);
  if (key === 'PageUp') return goOnce(back);
  return key === 'n' ? () => form.querySelector('textarea')?.focus() : undefined;
}

/** The next step and its owner, which open the plan of the report. */
function NextStepFields({ props }: { props: MeetingProps }) {
  const { site, question, decision, actions } = props;
  const { t } = site;
  if (question.kind !== 'practice') return <p class="muted">{t('meeting.symptom')}</p>;
  return (
    <>
      {(['next', 'owner'] as const).map((field) => (
        <label key={field}>
          {t(`meeting.${field}`)}
          <input
            type="text"
            dir="auto"
            maxLength={field === 'next' ? fieldLimits.text : fieldLimits.name}
            autocomplete="off"
            value={decision?.[field] ?? ''}
            onInput={({ currentTarget: { value } }) => actions?.decide({ [field]: value })}
          />
        </label>
      ))}
    </>
  );
}

/** Where the question is, and the progress so far. */
function Progress({ props: { site, data, question, answers } }: { props: MeetingProps }) {
  const { t } = site;
  const stage = data.stages.find(({ id }) => id === question.stage);
  const stageQuestions = data.items.filter((item) => item.stage === question.stage);
  const index = data.items.indexOf(question);
  const inStage = { name: stage?.name ?? '', n: stageQuestions.indexOf(question) + 1, total: stageQuestions.length };
  return (
    <div>
      <p class="progress-line">
        {t('question.progress', { n: index + 1, total: data.items.length })} · {t('meeting.in-stage', inStage)}
      </p>
      <QuestionTicks data={data} answers={answers} index={index} />
    </div>
  );
}

/** What the team says about an answer, the next step, and the timer. */
function Discussion({ props, actions }: { props: MeetingProps; actions: MeetingActions }) {
  return (
    <div class="meeting-talk">
      <NoteField key={props.question.id} props={props} />
      <div>
        <NextStepFields props={props} />
      </div>
      <div>
        {props.timer ?? (
          <button type="button" class="link" onClick={actions.openTimer}>
            {props.site.t('meeting.show-timer')}
          </button>
        )}
      </div>
    </div>
  );
}

function Steps({ props }: { props: MeetingProps }) {
  const { t, link } = props.site;
  const { next, back, isLast } = neighbourPaths(props);
  return (
    <div class="steps">
      <a class="primary" href={link(next)}>
        {t(isLast ? 'question.continue-check' : 'meeting.next-question')}
      </a>
      <a class="back" href={link(back)}>
        {t('question.back')}
      </a>
      <SaveStatusLine status={props.status} />
    </div>
  );
}

/** One question for a room: in large type, answered by keys, with a note, the next step and its owner. */
export function MeetingView(props: MeetingProps) {
  const { site, data, question, actions } = props;
  const { t } = site;
  const onKey = (event: KeyboardEvent) => {
    const action = keyAction(event, props);
    if (!action) return;
    event.preventDefault();
    action();
  };
  return (
    <form class="meeting" method="dialog" noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={onKey}>
      <Progress props={props} />
      <AnswerFieldset props={props}>
        <h1 tabIndex={-1}>{question.question}</h1>
      </AnswerFieldset>
      <Steps props={props} />
      <AnswerExtras props={props} />
      {props.findings?.panel}
      {actions ? (
        <Discussion props={props} actions={actions} />
      ) : (
        <p class="muted needs-script">{t('question.needs-script')}</p>
      )}
      <RationaleDetails key={question.id} props={props} />
      {actions ? (
        <details class="aside">
          <summary>{t('meeting.grounds')}</summary>
          <EvidenceFields props={props} />
        </details>
      ) : null}
      {actions ? <ShortcutsDetails props={props} help="meeting.keys-help" /> : null}
      <p class="muted">
        <a href={site.link(meetingPath(data))}>{t('meeting.agenda')}</a> ·{' '}
        <a href={site.link(`/assess/${data.depth}/${question.id}/`)}>{t('meeting.alone')}</a>
      </p>
    </form>
  );
}
