import type { Answer } from '../../../core/answers/answers.ts';
import type { AskedQuestion, Site } from '../../shared/view-data.ts';
import type { SaveStatus } from '../../storage/autosave.ts';
import type { AnswerFieldsetProps } from './AnswerFieldset.tsx';

/** The value of the radio that an answer has chosen: `0` to `4`, `dk`, `na`. */
const chosenValue = (answer: Answer | undefined): string =>
  answer?.state === 'level' ? String(answer.level) : (answer?.state ?? '');

type Asked = Pick<AskedQuestion, 'id' | 'rev'>;
/** The answer that a radio's value means; whatever stood beside the answer before stays. */
export function answerFor({ id: item, rev }: Asked, value: string, before: Answer | undefined): Answer {
  const { level: _, reason: __, ...kept } = { ...before } as { level?: number; reason?: string };
  const common = { ...kept, item, rev };
  if (value === 'dk' || value === 'na') return { ...common, state: value };
  return { ...common, state: 'level', level: Number(value) };
}

/** One answer to choose. */
export function Choice({ value, label, props }: { value: string; label: string; props: AnswerFieldsetProps }) {
  const { item, answer, actions } = props;
  return (
    <label class="choice">
      <input
        type="radio"
        name={item.id}
        value={value}
        checked={chosenValue(answer) === value}
        disabled={!actions}
        onChange={() => actions?.choose((before) => answerFor(item, value, before))}
      />
      <span>{label}</span>
    </label>
  );
}

/** Why something does not apply: a short list and one line. */
export function Reason({ props }: { props: AnswerFieldsetProps }) {
  const { site, data, answer, actions } = props;
  const reason = answer?.state === 'na' ? (answer.reason ?? '') : '';
  const coded = data.naReasons.some(({ id }) => id === reason);
  const give = (text: string) =>
    actions?.choose((before) => (before?.state === 'na' ? { ...before, reason: text } : before));
  return (
    <div class="reason">
      <p class="muted">{site.t('question.na-answers')}</p>
      <label>
        {site.t('question.na-reason')}
        <select onChange={(event) => give(event.currentTarget.value)}>
          <option value="" selected={reason === ''}>
            {site.t('question.na-no-reason')}
          </option>
          {data.naReasons.map(({ id, label }) => (
            <option key={id} value={id} selected={reason === id || (id === 'other' && reason !== '' && !coded)}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {site.t('question.na-more')}
        <input
          type="text"
          maxLength={200}
          value={coded ? '' : reason}
          onInput={(event) => give(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}

/** Why we ask, one tap away: it stands in the page as written, and is fetched when somebody opens it later. */
export function Why({ props }: { props: AnswerFieldsetProps }) {
  const { site, why, actions } = props;
  return (
    <details
      class="aside"
      onToggle={({ currentTarget }) => currentTarget.open && actions?.openWhy()}
      ref={(element) => {
        if (element?.open) actions?.openWhy(); // opened before the script was there
      }}
    >
      <summary>{site.t('question.why')}</summary>
      {why ?? <p class="muted">{site.t('question.why-waits')}</p>}
    </details>
  );
}

/** How saving went. */
export const Status = ({ status }: { status: SaveStatus }) => (
  <p class="status" role="status" data-kind={status.kind}>
    {status.text}
  </p>
);

/** Which keys there are, and whether they are used. */
export function Keys({ help, on, toggle, site }: { help: string; on: boolean; toggle(on: boolean): void; site: Site }) {
  return (
    <details class="aside">
      <summary>{site.t('question.keys')}</summary>
      <p>{help}</p>
      <label class="inline">
        <input type="checkbox" checked={on} onChange={(event) => toggle(event.currentTarget.checked)} />{' '}
        {site.t('question.keys-on')}
      </label>
    </details>
  );
}
