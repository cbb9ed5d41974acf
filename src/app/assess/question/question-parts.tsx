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
  const hintId = `${question.id}-reason-hint`;
  const reason = answer?.state === 'na' ? (answer.reason ?? '') : '';
  const isListed = data.naReasons.some(({ id }) => id === reason);
  const setReason = (text: string) =>
    actions?.choose((current) => (current?.state === 'na' ? { ...current, reason: text } : current));
  return (
    <div class="reason">
      <p class="muted" id={hintId}>
        {site.t('question.na-answers')}
      </p>
      <label>
        {site.t('question.na-reason')}
        <select aria-describedby={hintId} onChange={(event) => setReason(event.currentTarget.value)}>
          <option value="" selected={reason === ''}>
            {site.t('question.na-no-reason')}
          </option>
          {data.naReasons.map(({ id, label }) => (
            <option key={id} value={id} selected={reason === id || (id === 'other' && reason !== '' && !isListed)}>
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
          value={isListed ? '' : reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}

/** Why the question is asked, behind a summary: part of the served page, fetched when opened on a later screen. */
export function RationaleDetails({ props }: { props: AnswerFieldsetProps }) {
  const { site, rationale, actions } = props;
  return (
    <details
      class="aside"
      onToggle={({ currentTarget }) => currentTarget.open && actions?.openRationale()}
      ref={(element) => {
        if (element?.open) actions?.openRationale(); // opened before the script had started
      }}
    >
      <summary>{site.t('question.why')}</summary>
      {rationale ?? <p class="muted">{site.t('question.why-waits')}</p>}
    </details>
  );
}

/** The outcome of saving. */
export const SaveStatusLine = ({ status }: { status: SaveStatus }) => (
  <p class="status" role="status" data-kind={status.kind}>
    {status.text}
  </p>
);

interface ShortcutsProps {
  site: Site;
  help: string;
  isOn: boolean;
  toggle(isOn: boolean): void;
}

/** Explains the number keys and switches them on or off. */
export function ShortcutsDetails({ site, help, isOn, toggle }: ShortcutsProps) {
  return (
    <details class="aside">
      <summary>{site.t('question.keys')}</summary>
      <p>{help}</p>
      <label class="inline">
        <input type="checkbox" checked={isOn} onChange={(event) => toggle(event.currentTarget.checked)} />{' '}
        {site.t('question.keys-on')}
      </label>
    </details>
  );
}
