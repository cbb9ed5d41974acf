import type { Answer } from '../../../core/answers/answers.ts';
import { confidenceIds, evidenceKinds } from '../../../core/model/ids.ts';
import type { Site } from '../../shared/view-data.ts';
import type { AnswerFieldsetProps } from './AnswerFieldset.tsx';

/** Keeps something beside an answer, or before there is one; what is undefined is taken away. */
const keepBeside = ({ item, actions }: AnswerFieldsetProps, part: (before: Answer) => object) =>
  actions?.choose((before) => {
    const answer: Answer = before ?? { item: item.id, rev: item.rev, state: 'unanswered' };
    return JSON.parse(JSON.stringify({ ...answer, ...part(answer) }));
  });

/** The note of an answer. */
export function NoteField({ props }: { props: AnswerFieldsetProps }) {
  const { t } = props.site;
  return (
    <label>
      {t('question.note-text')} <span class="muted">{t('question.note-hint')}</span>
      <textarea
        rows={3}
        maxLength={2000}
        value={props.answer?.note ?? ''}
        onInput={({ currentTarget: { value } }) => keepBeside(props, () => ({ note: value || undefined }))}
      />
    </label>
  );
}

/** One of a few words, or none. */
function Pick({
  name,
  of,
  value,
  site,
  pick,
}: {
  name: string;
  of: readonly string[];
  value: string | undefined;
  site: Site;
  pick(value: string | undefined): void;
}) {
  return (
    <label>
      {site.t(`question.${name}-kind`)}
      <select onChange={(event) => pick(event.currentTarget.value || undefined)}>
        <option value="">{site.t('question.not-said')}</option>
        {of.map((each) => (
          <option key={each} value={each} selected={value === each}>
            {site.t(`question.${name}-${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How sure the answer is, and what it rests on. */
export function Grounds({ props }: { props: AnswerFieldsetProps }) {
  const { site, answer } = props;
  const evidence = answer?.evidence;
  const prove = (part: object) =>
    keepBeside(props, (before) => ({ evidence: { kind: 'shown', ...before.evidence, ...part } }));
  return (
    <>
      <Pick
        name="confidence"
        of={confidenceIds}
        value={answer?.confidence}
        site={site}
        pick={(confidence) => keepBeside(props, () => ({ confidence }))}
      />
      <Pick
        name="evidence"
        of={evidenceKinds}
        value={evidence?.kind}
        site={site}
        pick={(kind) => (kind ? prove({ kind }) : keepBeside(props, () => ({ evidence: undefined })))}
      />
      <label>
        {site.t('question.evidence-url')}
        <input
          type="url"
          maxLength={2000}
          value={evidence?.url ?? ''}
          onInput={({ currentTarget: { value } }) => prove({ url: value || undefined })}
        />
      </label>
      <label>
        {site.t('question.evidence-date')}
        <input
          type="date"
          max="9999-12-31"
          value={evidence?.date ?? ''}
          onChange={({ currentTarget: { value } }) => prove({ date: value || undefined })}
        />
      </label>
    </>
  );
}

/** Note, confidence and evidence: optional, closed until asked for. */
export function AnswerNote({ props }: { props: AnswerFieldsetProps }) {
  return (
    <details class="aside" open={props.answer?.note !== undefined}>
      <summary>{props.site.t('question.note')}</summary>
      <NoteField props={props} />
      <Grounds props={props} />
    </details>
  );
}
