import type { Answer } from '../core/assessment/answers.ts';
import { Citations } from './Citations.tsx';
import { type AskedItem, entryPath, type Site } from './data.ts';
import type { QuestionProps } from './QuestionView.tsx';

/** The value of the radio that an answer has chosen: `0` to `4`, `dk`, `na`. */
const chosenValue = (answer: Answer | undefined): string =>
  answer?.state === 'level' ? String(answer.level) : (answer?.state ?? '');

/** The answer that a radio's value means; note and evidence given before stay. */
export function answerFor(item: Pick<AskedItem, 'id' | 'rev'>, value: string, before: Answer | undefined): Answer {
  const { note, evidence } = before ?? {};
  const common = {
    item: item.id,
    rev: item.rev,
    ...(note === undefined ? {} : { note }),
    ...(evidence === undefined ? {} : { evidence }),
  };
  if (value === 'dk') return { ...common, state: 'dk' };
  if (value === 'na') return { ...common, state: 'na' };
  return { ...common, state: 'level', level: Number(value) };
}

/** One answer to choose. */
export function Choice({ value, label, props }: { value: string; label: string; props: QuestionProps }) {
  const { item, answer, actions } = props;
  return (
    <label class="choice">
      <input
        type="radio"
        name="answer"
        value={value}
        checked={chosenValue(answer) === value}
        onChange={() => actions?.choose((before) => answerFor(item, value, before))}
      />
      <span>{label}</span>
    </label>
  );
}

/** Why something does not apply: a short list and one line. */
export function Reason({ props }: { props: QuestionProps }) {
  const { site, data, answer, actions } = props;
  const reason = answer?.state === 'na' ? (answer.reason ?? '') : '';
  const coded = data.naReasons.some(({ id }) => id === reason);
  const give = (text: string) =>
    actions?.choose((before) => (before?.state === 'na' ? { ...before, reason: text } : before));
  return (
    <div class="reason">
      <p class="quiet">{site.t('question.na-answers')}</p>
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

/** Note and evidence: optional, closed until asked for. */
export function Note({ props }: { props: QuestionProps }) {
  const { site, answer, actions } = props;
  const change = (part: (before: Answer) => Partial<Answer>) =>
    actions?.choose((before) => before && ({ ...before, ...part(before) } as Answer));
  const kinds = ['claimed', 'shown', 'measured'] as const;
  const evidence = answer?.evidence;
  const prove = (part: object) => change((before) => ({ evidence: { kind: 'claimed', ...before.evidence, ...part } }));
  return (
    <details class="aside" open={Boolean(answer?.note)}>
      <summary>{site.t('question.note')}</summary>
      <label>
        {site.t('question.note-text')}
        <textarea
          rows={3}
          maxLength={2000}
          value={answer?.note ?? ''}
          onInput={(event) => {
            const note = event.currentTarget.value;
            change(() => ({ note }));
          }}
        />
      </label>
      <p class="quiet">{site.t('question.note-hint')}</p>
      <label>
        {site.t('question.evidence-kind')}
        <select onChange={(event) => prove({ kind: event.currentTarget.value })}>
          {evidence ? null : <option value="">{site.t('question.evidence-none')}</option>}
          {kinds.map((kind) => (
            <option key={kind} value={kind} selected={evidence?.kind === kind}>
              {site.t(`question.evidence-${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {site.t('question.evidence-url')}
        <input
          type="url"
          maxLength={2000}
          value={evidence?.url ?? ''}
          onInput={(event) => prove({ url: event.currentTarget.value })}
        />
      </label>
    </details>
  );
}

/** Why we ask, and on what it stands; one tap away. */
export function Why({ item, site }: { item: AskedItem; site: Site }) {
  return (
    <details class="aside">
      <summary>{site.t('question.why')}</summary>
      <p>{item.why}</p>
      {item.goodEnough ? (
        <p>
          <em>{site.t('question.good-enough')}</em> {item.goodEnough}
        </p>
      ) : null}
      {item.notApplicable ? (
        <p>
          <em>{site.t('question.na-when')}</em> {item.notApplicable.hint}
        </p>
      ) : null}
      <p>
        {site.t('question.read-entries')}{' '}
        {(item.entries ?? [item]).map(({ id, title }, at) => (
          <>
            {at > 0 ? ', ' : ''}
            <a href={site.link(entryPath(id))} target="_blank" rel="noopener">
              {title}
            </a>
          </>
        ))}
      </p>
      <p class="quiet">{site.t('question.stands-on')}</p>
      <Citations citations={item.citations} site={site} />
      <p class="quiet">{site.t('question.ours')}</p>
    </details>
  );
}

/** The sections, and how far each is. */
export function Sections({ props }: { props: QuestionProps }) {
  const { site, data, item, sections } = props;
  const first = (stage: string) => data.items.find((each) => each.stage === stage)?.id;
  return (
    <nav class="sections" aria-label={site.t('question.sections')}>
      <ol>
        {data.stages.map(({ id, name }) => (
          <li key={id} aria-current={id === item.stage ? 'step' : undefined}>
            <a href={site.link(`/assess/${data.depth}/${first(id)}/`)}>{name}</a>
            <span class="quiet"> {site.t(`question.section-${sections[id] ?? 'not-started'}`)}</span>
          </li>
        ))}
        <li>
          <a href={site.link(`/assess/${data.depth}/check/`)}>{site.t('question.check-link')}</a>
        </li>
      </ol>
    </nav>
  );
}
