import { fieldLimits } from '../../../core/answers/limits.ts';
import type { Site } from '../../shared/view-data.ts';
import type { SaveStatus } from '../../storage/save-status.ts';
import { answerOfValue, radioValue } from './answer-of-value.ts';
import type { AnswerFieldsetProps } from './answer-props.ts';

/** A radio button with its label. The style sheet adds the digit that chooses it. */
export function AnswerOption({ value, label, props }: { value: string; label: string; props: AnswerFieldsetProps }) {
  const { question, answer, actions } = props;
  return (
    <label class="choice">
      <input
        type="radio"
        name={question.id}
        value={value}
        checked={radioValue(answer) === value}
        disabled={!actions}
        onChange={() => actions?.choose((current) => answerOfValue(question, value, current))}
      />
      <span>{label}</span>
    </label>
  );
}

/** Why a question does not apply: a choice of common reasons, or a line of text. */
export function NotApplicableReason({ props }: { props: AnswerFieldsetProps }) {
  const { site, data, question, answer, actions } = props;
  const hintId = `${question.id}-na`;
  const reason = answer?.state === 'na' ? (answer.reason ?? '') : '';
  const isOwn = reason && data.naReasons.every(({ id }) => id !== reason);
  const chosen = isOwn ? 'other' : reason;
  const setReason = (text: string) =>
    actions?.choose((current) => (current?.state === 'na' ? { ...current, reason: text } : current));
  return (
    <div class="reason">
      <p class="muted" id={hintId}>
        {site.t('question.na-answers')}
      </p>
      <label>
        {site.t('question.na-reason')}
        <select aria-describedby={hintId} onChange={({ currentTarget }) => setReason(currentTarget.value)}>
          <option value="" selected={!chosen}>
            {site.t('question.na-no-reason')}
          </option>
          {data.naReasons.map(({ id, label }) => (
            <option key={id} value={id} selected={chosen === id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {site.t('question.na-more')}
        <input
          type="text"
          dir="auto"
          maxLength={fieldLimits.line}
          value={isOwn ? reason : ''}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
    </div>
  );
}

/** Why the question is asked, behind a summary: part of the served page, fetched when opened on a later screen. */
export function RationaleDetails({ props }: { props: AnswerFieldsetProps }) {
  const { site, rationale, actions } = props;
  const load = (details: HTMLDetailsElement | null) => {
    if (details?.open) actions?.openRationale();
  };
  // It may have been opened before the script had started.
  return (
    <details class="aside" onToggle={({ currentTarget }) => load(currentTarget)} ref={load}>
      <summary>{site.t('question.why')}</summary>
      {rationale ?? <p class="muted">{site.t('question.why-waits')}</p>}
    </details>
  );
}

/** The outcome of saving. What was not saved leads to the notice that says what to do. */
export const SaveStatusLine = ({ status: { kind, text } }: { status: SaveStatus }) => (
  <p class="status" role="status">
    {kind === 'memory' ? <a href="#notices">{text}</a> : text}
  </p>
);

interface ShortcutsProps {
  props: { site: Site; hasShortcuts: boolean; actions: { toggleShortcuts(isOn: boolean): void } | undefined };
  /** The key of the text that names them. */
  help: string;
}

/** Explains the number keys and switches them on or off. */
export function ShortcutsDetails({ props: { site, hasShortcuts, actions }, help }: ShortcutsProps) {
  const { t } = site;
  return (
    <details class="aside">
      <summary>{t('question.keys')}</summary>
      <p>{t(help)}</p>
      <label class="inline">
        <input
          type="checkbox"
          checked={hasShortcuts}
          onChange={({ currentTarget }) => actions?.toggleShortcuts(currentTarget.checked)}
        />{' '}
        {t('question.keys-on')}
      </label>
    </details>
  );
}
