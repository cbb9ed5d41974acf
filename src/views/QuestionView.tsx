import type { Answer } from '../core/assessment/answers.ts';
import { Citations } from './Citations.tsx';
import type { AskData, AskedItem, Site } from './data.ts';

/** What a person can do on a question. */
export interface QuestionActions {
  choose(answer: Answer): void;
  proceed(): void;
  back(): void;
  toggleKeys(on: boolean): void;
}

/** How saving went, as the status line tells it. */
export interface SaveStatus {
  kind: 'none' | 'saved' | 'memory';
  text: string;
}

export type SectionState = 'completed' | 'in-progress' | 'not-started';

export interface QuestionProps {
  site: Site;
  data: AskData;
  item: AskedItem;
  answer: Answer | undefined;
  hint: string | undefined;
  sections: Record<string, SectionState>;
  status: SaveStatus;
  keysOn: boolean;
  /** Absent while the page is only read: then nothing can be chosen. */
  actions: QuestionActions | undefined;
}

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

function Choice({ value, label, props }: { value: string; label: string; props: QuestionProps }) {
  const { item, answer, actions } = props;
  return (
    <label class="choice">
      <input
        type="radio"
        name="answer"
        value={value}
        checked={chosenValue(answer) === value}
        onChange={() => actions?.choose(answerFor(item, value, answer))}
      />
      <span>{label}</span>
    </label>
  );
}

/** Why something does not apply: a short list and one line. */
function Reason({ props }: { props: QuestionProps }) {
  const { site, data, answer, actions } = props;
  const reason = answer?.state === 'na' ? (answer.reason ?? '') : '';
  const coded = data.naReasons.some(({ id }) => id === reason);
  const give = (text: string) => answer?.state === 'na' && actions?.choose({ ...answer, reason: text });
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
function Note({ props }: { props: QuestionProps }) {
  const { site, answer, actions } = props;
  const change = (part: Partial<Answer>) => answer && actions?.choose({ ...answer, ...part } as Answer);
  const kinds = ['claimed', 'shown', 'measured'] as const;
  const evidence = answer?.evidence;
  const prove = (part: object) => change({ evidence: { kind: 'claimed', ...evidence, ...part } });
  return (
    <details class="aside" open={Boolean(answer?.note)}>
      <summary>{site.t('question.note')}</summary>
      <label>
        {site.t('question.note-text')}
        <textarea
          rows={3}
          maxLength={2000}
          value={answer?.note ?? ''}
          onInput={(event) => change({ note: event.currentTarget.value })}
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

function Why({ item, site }: { item: AskedItem; site: Site }) {
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
      <p class="quiet">{site.t('question.stands-on')}</p>
      <Citations citations={item.citations} site={site} />
      <p class="quiet">{site.t('question.ours')}</p>
    </details>
  );
}

function Sections({ props }: { props: QuestionProps }) {
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

/** Keys while the answers have the focus: 1 to 5, 6 don't know, 7 does not apply. */
const keyValues: Readonly<Record<string, string>> = { 1: '0', 2: '1', 3: '2', 4: '3', 5: '4', 6: 'dk', 7: 'na' };

function onKey(event: KeyboardEvent, { keysOn, actions, item, answer }: QuestionProps) {
  const value = keyValues[event.key];
  const target = event.target as HTMLElement;
  const typing = target.matches('input[type=text], input[type=url], textarea, select');
  if (!keysOn || !actions || value === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  actions.choose(answerFor(item, value, answer));
  (event.currentTarget as HTMLElement).querySelector<HTMLInputElement>(`input[value="${value}"]`)?.focus();
}

/** One question, as a form that reads whole without a script. */
export function QuestionView(props: QuestionProps) {
  const { site, data, item, answer, hint, status, keysOn, actions } = props;
  const { t } = site;
  const place = data.items.findIndex(({ id }) => id === item.id);
  const next = data.items[place + 1]?.id ?? 'check';
  const stage = data.stages.find(({ id }) => id === item.stage)?.name ?? '';
  return (
    <form
      class="question"
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        actions?.proceed();
      }}
    >
      <p class="place">
        {t('question.progress', { n: place + 1, total: data.items.length })}
        <span> · {stage}</span>
      </p>
      <fieldset onKeyDown={(event) => onKey(event, props)}>
        <legend>
          <h1 tabIndex={-1} id="question">
            {item.question}
          </h1>
        </legend>
        {hint ? (
          <p class="hint">
            <span class="quiet">{t('question.hint')}</span> {hint}
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
      <p class="quiet lower">{t('question.choose-lower')}</p>
      <div class="steps">
        {actions ? (
          <button class="primary" type="submit">
            {t(next === 'check' ? 'question.continue-check' : 'question.continue')}
          </button>
        ) : (
          <a class="primary" href={site.link(`/assess/${data.depth}/${next}/`)}>
            {t('question.next-plain')}
          </a>
        )}
        <a
          class="back"
          href={site.link(place > 0 ? `/assess/${data.depth}/${data.items[place - 1]?.id}/` : '/assess/')}
          onClick={(event) => {
            if (!actions) return;
            event.preventDefault();
            actions.back();
          }}
        >
          {t('question.back')}
        </a>
        <p class="status" role="status" data-kind={status.kind}>
          {status.text}
        </p>
      </div>
      <Why item={item} site={site} />
      {actions && answer ? <Note props={props} /> : null}
      {actions ? (
        <details class="aside">
          <summary>{t('question.keys')}</summary>
          <p>{t('question.keys-help')}</p>
          <label class="inline">
            <input
              type="checkbox"
              checked={keysOn}
              onChange={(event) => actions.toggleKeys(event.currentTarget.checked)}
            />{' '}
            {t('question.keys-on')}
          </label>
        </details>
      ) : (
        <p class="quiet needs-script">{t('question.needs-script')}</p>
      )}
      <Sections props={props} />
    </form>
  );
}
