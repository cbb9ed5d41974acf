import type { LostPart } from '../../core/answers/lost-part.ts';
import type { Proposal, Proposals } from '../../core/proposals/proposals.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { answerText } from '../shared/answer-text.ts';
import { LostParts } from '../shared/LostParts.tsx';
import { type DraftName, TargetField } from '../shared/TargetField.tsx';
import type { Question, QuestionnaireData, Site } from '../shared/view-data.ts';
import type { Fit } from './put-proposals.ts';
import { ReasonText } from './ReasonText.tsx';
import { sourceText } from './reason-text.ts';

export interface PreviewProps {
  site: Site;
  /** The level of its heading: the first on a page of its own, the second within another. */
  heading: 'h1' | 'h2';
  /** The full assessment, since proposals may be about any question. */
  data: QuestionnaireData;
  proposals: Proposals;
  /** The unreadable parts of the file; usually none. */
  lost: readonly LostPart[];
  drafts: readonly DraftName[];
  /** The assessment that the first button puts them beside; undefined if there is none. */
  target: (DraftName & { fit: Fit }) | undefined;
  /** Why they could not be stored. */
  problem: string | undefined;
  actions: {
    chooseTarget(id: string): void;
    /** Puts them beside the chosen assessment. */
    put(replaces: boolean): void;
    /** Puts them beside a new assessment. */
    putNew(): void;
    close(): void;
    downloadLost(): void;
  };
}

/** Everything that was found about one question. */
function PreviewItem({ question, proposal, props }: { question: Question; proposal: Proposal; props: PreviewProps }) {
  const { site, data } = props;
  const { answer, reasons, note } = proposal;
  return (
    <div>
      <dt>{question.gist}</dt>
      <dd class="muted">{question.question}</dd>
      {answer ? (
        <dd>
          <strong>{site.t('proposals.proposed')}</strong> <bdi>{answerText(question, answer, data, site)}</bdi>
        </dd>
      ) : null}
      {reasons.map((reason, index) => (
        <dd key={`${index} ${reason.says}`}>
          <ReasonText reason={reason} site={site} />
        </dd>
      ))}
      {note ? (
        <dd>
          <bdi>{note}</bdi>
        </dd>
      ) : null}
    </div>
  );
}

/** How much the file holds, and that none of it counts yet. */
function Summary({ site, proposals: { items } }: PreviewProps) {
  const { t } = site;
  const counts = [
    { key: 'proposals.count-questions', count: items.length },
    { key: 'proposals.open-reasons', count: items.reduce((sum, { reasons }) => sum + reasons.length, 0) },
    { key: 'proposals.open-answers', count: items.filter(({ answer }) => answer).length },
  ].flatMap(({ key, count }) => (count > 0 ? [t(key, { count })] : []));
  return <p>{items.length === 0 ? t('proposals.empty') : `${counts.join(', ')}. ${t('proposals.preview-lead')}`}</p>;
}

/** What the chosen assessment allows: to put the file there, to replace an earlier one, or to go where it is. */
function TargetButtons({ site: { t }, target, actions }: PreviewProps) {
  if (!target) return null;
  const system = nameOf(target.system) || t('report.unnamed');
  const put = (key: string, replaces: boolean, kind = 'primary') => (
    <button type="button" class={kind} onClick={() => actions.put(replaces)}>
      {t(`proposals.${key}`, { system })}
    </button>
  );
  if (target.fit === 'new') return put('put', true);
  if (target.fit === 'same') return put('see-there', true);
  return (
    <>
      {put('replace', true)} {put('keep-both', false, 'secondary')}
    </>
  );
}

function Buttons(props: PreviewProps) {
  const { site, target, actions, proposals } = props;
  return (
    <div class="steps">
      {proposals.items.length === 0 ? null : (
        <>
          <TargetButtons {...props} />
          <button type="button" class={target ? 'secondary' : 'primary'} onClick={actions.putNew}>
            {site.t('proposals.put-new')}
          </button>
        </>
      )}
      <button type="button" class="link" onClick={actions.close}>
        {site.t('proposals.close')}
      </button>
    </div>
  );
}

/** A proposals file, whole, before it touches anything, and where it can be put. */
export function ProposalsPreview(props: PreviewProps) {
  const { site, heading: Heading, data, proposals, lost, problem, actions } = props;
  const { t } = site;
  const byItem = new Map(proposals.items.map((proposal) => [proposal.item, proposal]));
  return (
    <section class="import-panel proposals" id="import-panel">
      <Heading tabIndex={-1}>{t('proposals.preview-title')}</Heading>
      <p>{t('proposals.found-by', { sources: sourceText(proposals.source, site) })}</p>
      <Summary {...props} />
      {lost.length > 0 ? <LostParts site={site} lost={lost} download={actions.downloadLost} /> : null}
      <TargetField {...props} label={t('proposals.beside')} chooseTarget={actions.chooseTarget} />
      {problem === undefined ? null : (
        <p class="notice" role="alert">
          {t('proposals.not-put', { problem })}
        </p>
      )}
      <Buttons {...props} />
      <dl>
        {data.items.map((question) => {
          const proposal = byItem.get(question.id);
          return proposal ? (
            <PreviewItem key={question.id} question={question} proposal={proposal} props={props} />
          ) : null;
        })}
      </dl>
    </section>
  );
}
