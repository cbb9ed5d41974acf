import type { ComponentChildren } from 'preact';
import type { Decision } from '../../../core/answers/answers.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import type { QuestionnaireData } from '../../shared/view-data.ts';
import type { SaveStatus } from '../../storage/autosave.ts';
import { type AnswerActions, AnswerFieldset, type AnswerFieldsetProps, isTyping } from '../question/AnswerFieldset.tsx';
import { Grounds, NoteField } from '../question/AnswerNote.tsx';
import { Keys, Status, Why } from '../question/question-parts.tsx';

/** What a room can do with a question. */
export interface MeetingActions extends AnswerActions {
  go(path: string): void;
  toggleKeys(on: boolean): void;
  decide(part: Partial<Decision>): void;
  openTimer(): void;
}

export interface MeetingProps extends AnswerFieldsetProps {
  status: SaveStatus;
  /** Who takes on what, for a practice. */
  decision: Decision | undefined;
  /** The timer, once somebody has asked for it. */
  timer: ComponentChildren;
  actions: MeetingActions | undefined;
}

/** Where a meeting shows a question; without one, its agenda. */
export const meetingPath = ({ depth }: QuestionnaireData, item = ''): string =>
  `/assess/${depth}/meeting/${item && `${item}/`}`;

/** Who takes on what, so that the plan of the report begins with it. */
function Next({ props }: { props: MeetingProps }) {
  const { site, item, decision, actions } = props;
  const { t } = site;
  if (item.kind !== 'practice') return <p class="muted">{t('meeting.symptom')}</p>;
  return (
    <>
      {(['next', 'owner'] as const).map((each) => (
        <label key={each}>
          {t(`meeting.${each}`)}
          <input
            type="text"
            maxLength={each === 'next' ? 2000 : 100}
            autocomplete="off"
            value={decision?.[each] ?? ''}
            onInput={({ currentTarget: { value } }) => actions?.decide({ [each]: value })}
          />
        </label>
      ))}
    </>
  );
}

/** Where a key leads: on and back as page keys, to the note, and out of a field. */
function onMeetingKey(event: KeyboardEvent, { actions, keysOn }: MeetingProps, next: string, back: string): void {
  if (!actions) return;
  const form = event.currentTarget as HTMLElement;
  const isOnAnswers = (event.target as HTMLElement).closest('fieldset') && !isTyping(event);
  const keyActions: Record<string, (() => void) | undefined> = isOnAnswers
    ? { Enter: () => actions.go(next) }
    : isTyping(event)
      ? { Escape: () => form.querySelector('h1')?.focus() }
      : {};
  const pageActions: typeof keyActions = {
    PageDown: () => actions.go(next),
    PageUp: () => actions.go(back),
    n: () => form.querySelector('textarea')?.focus(),
  };
  const action = keyActions[event.key] ?? (keysOn && !isOnAnswers ? pageActions[event.key] : undefined);
  if (!action) return;
  event.preventDefault();
  action();
}

/** What the room writes down: a note, who does what next, and a timer. */
function MeetingNotes({ props, actions }: { props: MeetingProps; actions: MeetingActions }) {
  return (
    <div class="talk">
      <NoteField key={props.item.id} props={props} />
      <div>
        <Next props={props} />
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

/** What opens below the question on demand. */
function MeetingAsides({ props, actions }: { props: MeetingProps; actions: MeetingActions }) {
  const { t } = props.site;
  return (
    <>
      <details class="aside">
        <summary>{t('meeting.grounds')}</summary>
        <Grounds props={props} />
      </details>
      <Keys help={t('meeting.keys-help')} on={props.keysOn} toggle={actions.toggleKeys} site={props.site} />
    </>
  );
}

/** One question for a room: large, by key, with the answer and who does what next. */
export function MeetingView(props: MeetingProps) {
  const { site, data, item, actions, status } = props;
  const { t } = site;
  const index = data.items.findIndex(({ id }) => id === item.id);
  const [before, after] = [data.items[index - 1], data.items[index + 1]];
  const next = after ? meetingPath(data, after.id) : `/assess/${data.depth}/check/`;
  const back = meetingPath(data, before?.id);
  const stageItems = data.items.filter(({ stage }) => stage === item.stage);
  const stage = {
    name: packIndex(data).stageName(item.stage),
    n: stageItems.indexOf(item) + 1,
    total: stageItems.length,
  };
  const onKeyDown = (event: KeyboardEvent) => onMeetingKey(event, props, next, back);
  return (
    <form class="meeting" method="dialog" noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={onKeyDown}>
      <p class="progress">
        {t('question.progress', { n: index + 1, total: data.items.length })}
        <span> · {t('meeting.in-stage', stage)}</span>
      </p>
      <AnswerFieldset props={props}>
        <h1 tabIndex={-1}>{item.question}</h1>
      </AnswerFieldset>
      <div class="steps">
        <a class="primary" href={site.link(next)}>
          {t(after ? 'meeting.next-question' : 'question.continue-check')}
        </a>
        <a class="back" href={site.link(back)}>
          {t('question.back')}
        </a>
        <Status status={status} />
      </div>
      {actions ? (
        <MeetingNotes props={props} actions={actions} />
      ) : (
        <p class="muted needs-script">{t('question.needs-script')}</p>
      )}
      <Why key={item.id} props={props} />
      {actions ? <MeetingAsides props={props} actions={actions} /> : null}
      <p class="muted">
        <a href={site.link(meetingPath(data))}>{t('meeting.agenda')}</a> ·{' '}
        <a href={site.link(`/assess/${data.depth}/${item.id}/`)}>{t('meeting.alone')}</a>
      </p>
    </form>
  );
}
