import type { LostPart } from '../../core/answers/lost-part.ts';
import { countOpen, type Findings, type Source } from '../../core/proposals/findings.ts';
import { onFollow } from '../platform/browser.ts';
import { LostParts } from '../shared/LostParts.tsx';
import type { Question, QuestionnaireData, Site } from '../shared/view-data.ts';
import { UnsavedNotice } from './FindingsPanel.tsx';
import { sourceText } from './reason-text.ts';

/** A proposals file of the assessment. */
export interface ProposalsFile {
  id: string;
  source: Source;
}

export interface FindingsListProps {
  site: Site;
  data: QuestionnaireData;
  /** The findings, by question. */
  findings: ReadonlyMap<string, Findings>;
  files: readonly ProposalsFile[];
  /** The file that was removed last, to be put back. */
  lastRemoved: ProposalsFile | undefined;
  /** The parts of the stored proposals that could not be read; usually none. */
  lost: readonly LostPart[];
  problem: string | null;
  actions: {
    /** Goes to a question, from which the person comes back here. */
    open(item: string): void;
    remove(file: ProposalsFile): void;
    putBack(): void;
    downloadLost(): void;
  };
}

/** How many places and proposed answers nobody has decided about, in words. */
export function undecidedText({ reasons, answers }: Findings, { t }: Site): string {
  const count = (list: readonly { state: string }[]) => list.filter(({ state }) => state === 'open').length;
  const parts = [
    { key: 'proposals.open-answers', count: count(answers) },
    { key: 'proposals.open-reasons', count: count(reasons) },
  ];
  return parts.flatMap((part) => (part.count > 0 ? [t(part.key, { count: part.count })] : [])).join(', ');
}

function OpenQuestion({ question, props }: { question: Question; props: FindingsListProps }) {
  const { site, data, findings, actions } = props;
  const questionFindings = findings.get(question.id);
  return questionFindings ? (
    <li>
      <a href={site.link(`/assess/${data.depth}/${question.id}/`)} onClick={onFollow(() => actions.open(question.id))}>
        {question.gist}
      </a>{' '}
      <span class="muted">{undecidedText(questionFindings, site)}</span>
    </li>
  ) : null;
}

/** The files, each with a button to remove it, and the one that was removed last. */
function Files({ props: { site, files, lastRemoved, actions } }: { props: FindingsListProps }) {
  const { t } = site;
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          {t('proposals.found-by', { sources: sourceText(file.source, site) })}{' '}
          <button type="button" class="link" onClick={() => actions.remove(file)}>
            {t('proposals.remove')}
            <span class="visually-hidden"> {file.source.name}</span>
          </button>
        </li>
      ))}
      {lastRemoved ? (
        <li class="undo">
          {t('proposals.removed', { name: lastRemoved.source.name })}{' '}
          <button type="button" class="link" onClick={actions.putBack}>
            {t('proposals.undo')}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

/** What only the full assessment asks about. */
function Deeper({ count, site }: { count: number; site: Site }) {
  return count === 0 ? null : (
    <p>
      <a href={site.link('/assess/full/check/')}>{site.t('proposals.deeper', { count })}</a>
    </p>
  );
}

/** On the check page: the findings not yet decided, with a link to each question, and the files they come from. */
export function FindingsList(props: FindingsListProps) {
  const { site, data, findings, lost, actions } = props;
  const { t } = site;
  const isOpen = (id: string) => {
    const questionFindings = findings.get(id);
    return questionFindings !== undefined && countOpen(questionFindings) > 0;
  };
  const questions = data.items.filter(({ id }) => isOpen(id));
  const deeper = [...findings.keys()].filter((id) => isOpen(id) && !data.items.some((question) => question.id === id));
  return (
    <section class="findings-list" aria-labelledby="found">
      <h2 id="found" tabIndex={-1}>
        {t('proposals.undecided')}
      </h2>
      <p class="muted">
        {t(questions.length + deeper.length > 0 ? 'proposals.undecided-how' : 'proposals.all-decided')}
      </p>
      <UnsavedNotice {...props} />
      {lost.length > 0 ? <LostParts site={site} lost={lost} download={actions.downloadLost} /> : null}
      <ul>
        {questions.map((question) => (
          <OpenQuestion key={question.id} question={question} props={props} />
        ))}
      </ul>
      <Deeper count={deeper.length} site={site} />
      <Files props={props} />
    </section>
  );
}
