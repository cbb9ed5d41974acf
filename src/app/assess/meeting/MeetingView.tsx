import type { ComponentChildren } from 'preact';
import type { Answers } from '../../../core/answers/answers.ts';
import type { QuestionnaireData } from '../../shared/view-data.ts';
import type { SaveStatus } from '../../storage/autosave.ts';
import { type AnswerActions, AnswerFieldset, type AnswerFieldsetProps, isTyping } from '../question/AnswerFieldset.tsx';
import { Grounds, NoteField } from '../question/AnswerNote.tsx';
import { Keys, Status, Why } from '../question/question-parts.tsx';

type Decision = Answers['decisions'][number];

export interface MeetingProps extends AnswerFieldsetProps {
  status: SaveStatus;
  /** Who takes on what, for a practice. */
  decision: Decision | undefined;
  /** The timer, once somebody has asked for it. */
  timer: ComponentChildren;
  actions:
    | (AnswerActions & {
        go(path: string): void;
        toggleKeys(on: boolean): void;
        decide(part: Partial<Decision>): void;
        openTimer(): void;
      })
    | undefined;
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

/** One question for a room: large, by key, with what was said and who does what next. */
export function MeetingView(props: MeetingProps) {
  const { site, data, item, actions, status, timer } = props;
  const { t } = site;
  const place = data.items.findIndex(({ id }) => id === item.id);
  const [before, after] = [data.items[place - 1], data.items[place + 1]];
  const next = after ? meetingPath(data, after.id) : `/assess/${data.depth}/check/`;
  const back = meetingPath(data, before?.id);
  const stage = data.stages.find(({ id }) => id === item.stage)?.name ?? '';
  const ofStage = data.items.filter((each) => each.stage === item.stage);
  const inStage = { name: stage, n: ofStage.indexOf(item) + 1, total: ofStage.length };

  const onKey = (event: KeyboardEvent) => {
    const form = event.currentTarget as HTMLElement;
    const target = event.target as HTMLElement;
    if (!actions) return;
    const act = (does: () => void) => {
      event.preventDefault();
      does();
    };
    if (event.key === 'Escape' && isTyping(event)) return act(() => form.querySelector('h1')?.focus());
    const onAnswers = target.closest('fieldset') && !isTyping(event);
    if (onAnswers && event.key === 'Enter') return act(() => actions.go(next));
    if (!onAnswers || !props.keysOn) return;
    if (event.key === 'PageDown') act(() => actions.go(next));
    if (event.key === 'PageUp') act(() => actions.go(back));
    if (event.key === 'n') act(() => form.querySelector('textarea')?.focus());
  };
  return (
    <form class="meeting" method="dialog" noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={onKey}>
      <p class="progress">
        {t('question.progress', { n: place + 1, total: data.items.length })}
        <span> · {t('meeting.in-stage', inStage)}</span>
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
        <div class="talk">
          <NoteField key={item.id} props={props} />
          <div>
            <Next props={props} />
          </div>
          <div>
            {timer ?? (
              <button type="button" class="link" onClick={actions.openTimer}>
                {t('meeting.show-timer')}
              </button>
            )}
          </div>
        </div>
      ) : (
        <p class="muted needs-script">{t('question.needs-script')}</p>
      )}
      <Why key={item.id} props={props} />
      {actions ? (
        <details class="aside">
          <summary>{t('meeting.grounds')}</summary>
          <Grounds props={props} />
        </details>
      ) : null}
      {actions ? (
        <Keys help={t('meeting.keys-help')} on={props.keysOn} toggle={actions.toggleKeys} site={site} />
      ) : null}
      <p class="muted">
        <a href={site.link(meetingPath(data))}>{t('meeting.agenda')}</a> ·{' '}
        <a href={site.link(`/assess/${data.depth}/${item.id}/`)}>{t('meeting.alone')}</a>
      </p>
    </form>
  );
}
