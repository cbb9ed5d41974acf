import { Component } from 'preact';
import type { Answer } from '../../../core/answers/answers.ts';
import { fieldLimits } from '../../../core/answers/limits.ts';
import { confidenceIds, evidenceKinds } from '../../../core/model/ids.ts';
import { withoutUndefined } from '../../../core/model/without-undefined.ts';
import type { Site } from '../../shared/view-data.ts';
import type { AnswerFieldsetProps } from './answer-props.ts';

/** Sets optional parts of an answer, which may have no level yet. Parts that are undefined are removed. */
const editAnswer = ({ question, actions }: AnswerFieldsetProps, partsOf: (current: Answer) => object) =>
  actions?.choose((current) => {
    const answer: Answer = current ?? { item: question.id, rev: question.rev, state: 'unanswered' };
    return withoutUndefined({ ...answer, ...partsOf(answer) }) as Answer;
  });

/** The note: one line, which grows with its text. */
export function NoteField({ props }: { props: AnswerFieldsetProps }) {
  const { t } = props.site;
  return (
    <label>
      {t('question.note-text')} <span class="muted">{t('question.note-hint')}</span>
      <textarea
        dir="auto"
        rows={3} // where the style sheet cannot let it grow
        maxLength={fieldLimits.text}
        value={props.answer?.note ?? ''}
        onInput={({ currentTarget: { value } }) => editAnswer(props, () => ({ note: value || undefined }))}
      />
    </label>
  );
}

/** How sure the answer is, in three words to press; pressing the chosen one takes it back. */
function ConfidenceWords({ props }: { props: AnswerFieldsetProps }) {
  const { t } = props.site;
  const chosenConfidence = props.answer?.confidence;
  return (
    <div class="confidence-words" role="group" aria-label={t('question.confidence-kind')}>
      <span aria-hidden="true">{t('question.confidence-kind')}</span>
      {confidenceIds.map((confidence) => (
        <button
          key={confidence}
          type="button"
          class="secondary"
          aria-pressed={chosenConfidence === confidence}
          onClick={() =>
            editAnswer(props, (current) => ({ confidence: current.confidence === confidence ? undefined : confidence }))
          }
        >
          {t(`question.confidence-${confidence}`)}
        </button>
      ))}
    </div>
  );
}

interface EvidenceKindProps {
  site: Site;
  value: string | undefined;
  /** Gets undefined for "not said". */
  choose(value: string | undefined): void;
}

/** What the answer rests on. */
function EvidenceKindField({ site: { t }, value, choose }: EvidenceKindProps) {
  return (
    <label>
      {t('question.evidence-kind')}
      <select onChange={(event) => choose(event.currentTarget.value || undefined)}>
        <option value="">{t('question.not-said')}</option>
        {evidenceKinds.map((kind) => (
          <option key={kind} value={kind} selected={value === kind}>
            {t(`question.evidence-${kind}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How sure the answer is, and what it rests on. */
export function EvidenceFields({ props }: { props: AnswerFieldsetProps }) {
  const { site, answer } = props;
  const evidence = answer?.evidence;
  const editEvidence = (parts: object) =>
    editAnswer(props, (current) => ({ evidence: withoutUndefined({ kind: 'shown', ...current.evidence, ...parts }) }));
  return (
    <>
      <ConfidenceWords props={props} />
      <EvidenceKindField
        site={site}
        value={evidence?.kind}
        choose={(kind) => (kind ? editEvidence({ kind }) : editAnswer(props, () => ({ evidence: undefined })))}
      />
      <label>
        {site.t('question.evidence-url')}
        <input
          type="url"
          maxLength={fieldLimits.text}
          value={evidence?.url ?? ''}
          onInput={({ currentTarget: { value } }) => editEvidence({ url: value || undefined })}
        />
      </label>
      <label>
        {site.t('question.evidence-date')}
        <input
          type="date"
          max="9999-12-31"
          value={evidence?.date ?? ''}
          onChange={({ currentTarget: { value } }) => editEvidence({ date: value || undefined })}
        />
      </label>
    </>
  );
}

/** Note, confidence and evidence: optional, and closed until there is a note. Then it stays as the person leaves it. */
export class AnswerNote extends Component<{ props: AnswerFieldsetProps }> {
  #hasHadNote = false;

  override render({ props }: { props: AnswerFieldsetProps }) {
    this.#hasHadNote ||= props.answer?.note !== undefined;
    return (
      <details class="aside" open={this.#hasHadNote}>
        <summary>{props.site.t('question.note')}</summary>
        <NoteField props={props} />
        <EvidenceFields props={props} />
      </details>
    );
  }
}
