import type { ComponentChildren } from 'preact';
import { answerOfValue } from './answer-of-value.ts';
import type { AnswerFieldsetProps } from './answer-props.ts';
import { AnswerOption } from './question-parts.tsx';
import { shortcutValue } from './shortcuts.ts';

function onKey(event: KeyboardEvent, { hasShortcuts, actions, question }: AnswerFieldsetProps) {
  const fieldset = event.currentTarget as HTMLElement;
  fieldset.removeAttribute('data-by'); // arrow keys choose without pressing
  const value = shortcutValue(event);
  if (!hasShortcuts || !actions || value === undefined) return;
  event.preventDefault();
  actions.choose((current) => answerOfValue(question, value, current));
  fieldset.querySelector<HTMLInputElement>(`input[value="${value}"]`)?.focus();
  actions.pressed?.();
}

/** Hints before the answers: when the question does not apply, and how to read it for this system. */
const hintsOf = ({ site, hint, readings }: AnswerFieldsetProps) => [
  ...(hint
    ? [
        <p class="answer-hint" key="hint">
          <span class="muted">{site.t('question.hint')}</span> {hint}
        </p>,
      ]
    : []),
  ...readings.map((reading) => (
    <p class="question-reading" key={reading}>
      {reading}
    </p>
  )),
];

/** A question with its five levels, "don't know" and "does not apply"; `children` is its heading. */
export function AnswerFieldset({ props, children }: { props: AnswerFieldsetProps; children: ComponentChildren }) {
  const { site, question } = props;
  const { t } = site;
  const hints = hintsOf(props);
  const hintsId = `${question.id}-hints`;
  return (
    <>
      {/* Keyed by question: a checked radio button that is reused under a new name would clear the other group. */}
      <fieldset
        key={question.id}
        aria-describedby={hints.length > 0 ? hintsId : undefined}
        onPointerDown={({ currentTarget }) => currentTarget.setAttribute('data-by', 'pointer')}
        onKeyDown={(event) => onKey(event, props)}
        onChange={({ currentTarget }) => currentTarget.dataset['by'] === 'pointer' && props.actions?.pressed?.()}
      >
        <legend>{children}</legend>
        {hints.length > 0 ? <div id={hintsId}>{hints}</div> : null}
        <div class="answer-choices">
          {question.anchors.map((anchor, level) => (
            <AnswerOption key={anchor} value={String(level)} label={anchor} props={props} />
          ))}
        </div>
        <p class="or-divider">
          <span>{t('question.or')}</span>
        </p>
        <div class="answer-choices ways-out">
          <AnswerOption value="dk" label={t('question.dk')} props={props} />
          <AnswerOption value="na" label={t('question.na')} props={props} />
        </div>
      </fieldset>
      {props.notices}
    </>
  );
}
