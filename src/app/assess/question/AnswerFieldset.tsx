import type { ComponentChildren } from 'preact';
import type { Answer } from '../../../core/answers/answers.ts';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { answerFor, Choice, Reason } from './question-parts.tsx';

/** What a person can do with the answer to one question. */
export interface AnswerActions {
  /** Gives an answer, made from the one that stands now: another tab may have changed it since this was drawn. */
  choose(answer: (before: Answer | undefined) => Answer | undefined): void;
  clear(): void;
  /** Fetches why the question is asked. */
  openWhy(): void;
}

/** One question and what is answered, wherever it is asked. */
export interface AnswerFieldsetProps {
  site: Site;
  data: QuestionnaireData;
  item: AskedQuestion;
  answer: Answer | undefined;
  hint: string | undefined;
  /** What a person has to know about this answer. */
  notice: ComponentChildren;
  /** Why it is asked; undefined until it is fetched. */
  why: ComponentChildren;
  keysOn: boolean;
  /** Absent while the page is only read: then nothing can be chosen. */
  actions: AnswerActions | undefined;
}

/** Keys while the answers have the focus: 1 to 5, 6 or ? don't know, 7 does not apply. */
const keyValues: Readonly<Record<string, string>> = {
  1: '0',
  2: '1',
  3: '2',
  4: '3',
  5: '4',
  6: 'dk',
  '?': 'dk',
  7: 'na',
};

/** Whether a key is one that a person types into a field, or presses for the browser. */
export const isTyping = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || (target as HTMLElement).matches('input:not([type=radio]), textarea, select');

function onKey(event: KeyboardEvent, { keysOn, actions, item }: AnswerFieldsetProps) {
  const value = keyValues[event.key];
  if (!keysOn || !actions || value === undefined || isTyping(event)) return;
  event.preventDefault();
  actions.choose((before) => answerFor(item, value, before));
  (event.currentTarget as HTMLElement).querySelector<HTMLInputElement>(`input[value="${value}"]`)?.focus();
}

/** A question with its five answers and the two honest ways out; its heading is given. */
export function AnswerFieldset({ props, children }: { props: AnswerFieldsetProps; children: ComponentChildren }) {
  const { site, item, answer, hint, actions } = props;
  const { t } = site;
  return (
    <>
      {/* Of each question its own: a radio that changed its group while chosen would take the choice from another. */}
      <fieldset key={item.id} onKeyDown={(event) => onKey(event, props)}>
        <legend>{children}</legend>
        {hint ? (
          <p class="hint">
            <span class="muted">{t('question.hint')}</span> {hint}
          </p>
        ) : null}
        <div class="choices">
          {item.anchors.map((anchor, level) => (
            <Choice key={anchor} value={String(level)} label={anchor} props={props} />
          ))}
        </div>
        <p class="or">
          <span>{t('question.or')}</span>
        </p>
        <div class="choices ways-out">
          <Choice value="dk" label={t('question.dk')} props={props} />
          <Choice value="na" label={t('question.na')} props={props} />
        </div>
        {answer?.state === 'na' ? <Reason props={props} /> : null}
      </fieldset>
      {props.notice}
      <p class="muted lower">{t(item.kind === 'symptom' ? 'question.choose-worse' : 'question.choose-lower')}</p>
      {actions && answer && answer.state !== 'unanswered' ? (
        <button
          type="button"
          class="link"
          onClick={({ currentTarget }) => {
            currentTarget.parentElement?.querySelector<HTMLElement>('legend > *')?.focus();
            actions.clear();
          }}
        >
          {t('question.clear')}
        </button>
      ) : null}
    </>
  );
}
