import { type ComponentChild, h } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import {
  type AnswerFinding,
  countOpen,
  type Findings,
  findingsByItem,
  type ReasonFinding,
} from '../../core/proposals/findings.ts';
import { filesOf, type KeptProposals, withFile } from '../../core/proposals/kept-proposals.ts';
import type { Proposals } from '../../core/proposals/proposals.ts';
import { evidencePlace } from '../../core/proposals/reason-place.ts';
import type { CheckNotices } from '../assess/check/CheckView.tsx';
import type { ScreenContext } from '../assess/screen-context.ts';
import { downloadLost } from '../platform/download-lost.ts';
import type { Question } from '../shared/view-data.ts';
import { ProposalsStore } from '../storage/proposals-store.ts';
import { FindingsList, undecidedText } from './FindingsList.tsx';
import { type FindingActions, FindingsPanel, findingId, panelId } from './FindingsPanel.tsx';
import { acceptReason, confirmAnswer, reopenAnswer, reopenReason, setAside } from './finding-actions.ts';

/** What a screen shows about the findings of one question. */
export interface FindingsParts {
  panel: ComponentChild;
  /** A link to the panel, for where it is out of view. */
  jump: ComponentChild;
  /** What the panel holds, for a summary that folds it. */
  label: string;
}

/** The findings about the systems of this browser, as the screens of the assessment show them. */
export class FindingsController {
  readonly store: ProposalsStore;
  /** The reason that was not accepted because the field for places is full. */
  #rejectedKey: string | undefined;
  /** The outcome of the last action, in words, and the question that it was about. */
  #announcement = { item: '', text: '' };
  /** The file that was removed last, to be put back. */
  #lastRemoved: { draft: string; id: string; proposals: Proposals } | undefined;
  /** The last findings, and what they were made from. */
  #cache: { kept: KeptProposals; answers: Answers; byItem: ReadonlyMap<string, Findings> } | undefined;

  /** @param onChange called when something has changed that no action of this tab caused */
  constructor(outline: PackOutline, onChange: () => void) {
    this.store = new ProposalsStore(outline, onChange);
  }

  /** The findings by question: made once for all questions of a screen, and again once an answer or a decision changes. */
  #findings({ session }: ScreenContext): ReadonlyMap<string, Findings> {
    const { kept } = this.store.read(session.draft.id);
    const { answers } = session.draft;
    if (this.#cache?.kept !== kept || this.#cache.answers !== answers) {
      const byItem = findingsByItem({ kept, answerOf: (item) => session.answerOf(item), placeOf: evidencePlace });
      this.#cache = { kept, answers, byItem };
    }
    return this.#cache.byItem;
  }

  /** The parts of a question's screen; undefined if there are no findings about it. */
  partsFor(context: ScreenContext, question: Question, isTitled = true): FindingsParts | undefined {
    const { site, data } = context;
    const findings = this.#findings(context).get(question.id);
    if (!findings) return undefined;
    const count = countOpen(findings);
    const label =
      count > 0 ? site.t('proposals.label', { open: undecidedText(findings, site) }) : site.t('proposals.title');
    return {
      label,
      jump: h(
        'a',
        { class: 'findings-jump', href: `#${panelId(question.id)}` },
        count > 0 ? site.t('proposals.jump', { count }) : site.t('proposals.jump-decided'),
      ),
      panel: h(FindingsPanel, {
        site,
        data,
        question,
        findings,
        isTitled,
        rejectedKey: this.#rejectedKey,
        problem: this.store.problem,
        announcement: this.#announcement.item === question.id ? this.#announcement.text : '',
        actions: this.#actions(context, question, findings),
      }),
    };
  }

  #actions({ session, site: { t }, update }: ScreenContext, question: Question, findings: Findings): FindingActions {
    const findingContext = { session, store: this.store, findings, rev: question.rev };
    const act = (outcome: string, change: () => void, row: string) =>
      update(() => {
        this.#rejectedKey = undefined;
        this.#announcement = { item: question.id, text: t(`proposals.said-${outcome}`) };
        change();
      }, `#${row} button`);
    const row = (finding: ReasonFinding | AnswerFinding): string => {
      const answer = findings.answers.findIndex(({ key }) => key === finding.key);
      if (answer >= 0) return findingId(question.id, 'answer', answer);
      const reason = findings.reasons.findIndex(({ key }) => key === finding.key);
      return findingId(question.id, 'reason', reason);
    };
    return {
      acceptReason: (finding) =>
        act(
          'accepted',
          () => this.#noteRejection(acceptReason(findingContext, finding), finding.key, t('proposals.no-room')),
          row(finding),
        ),
      confirm: (finding) => act('confirmed', () => confirmAnswer(findingContext, finding), row(finding)),
      setAside: (finding) => act('aside', () => setAside(findingContext, finding.key), row(finding)),
      reopenReason: (finding) => act('open', () => reopenReason(findingContext, finding), row(finding)),
      reopenAnswer: (finding) => act('open', () => reopenAnswer(findingContext, finding), row(finding)),
    };
  }

  #noteRejection(wasAccepted: boolean, key: string, sentence: string): void {
    if (wasAccepted) return;
    this.#rejectedKey = key;
    this.#announcement.text = sentence;
  }

  /**
   * What the check page says: at its top, and in the row of each question. Undefined if the draft has no proposals.
   * @param data every question of the depth, also those that a follow-up does not ask
   */
  checkNotices(context: ScreenContext, data = context.data): CheckNotices | undefined {
    const { session, site } = context;
    const { kept, lost } = this.store.read(session.draft.id);
    const isRemoved = this.#lastRemoved?.draft === session.draft.id;
    if (filesOf(kept).length === 0 && lost.length === 0 && !isRemoved) return undefined;
    const findings = this.#findings(context);
    return {
      top: () => this.#list({ ...context, data }, findings),
      row: ({ id }) => {
        const questionFindings = findings.get(id);
        if (!questionFindings || countOpen(questionFindings) === 0) return null;
        return h('p', { class: 'muted' }, site.t('proposals.label', { open: undecidedText(questionFindings, site) }));
      },
    };
  }

  #list(
    { session, site, data, state, go, update }: ScreenContext,
    findings: ReadonlyMap<string, Findings>,
  ): ComponentChild {
    const draft = session.draft.id;
    const { kept, lost } = this.store.read(draft);
    const files = filesOf(kept).map(({ id, proposals }) => ({ id, source: proposals.source, proposals }));
    const lastRemoved = this.#lastRemoved?.draft === draft ? this.#lastRemoved : undefined;
    const put = (id: string, proposals: Proposals | null) =>
      void this.store.change(draft, (current, at) => withFile(current, id, proposals, at));
    return h(FindingsList, {
      site,
      data,
      findings,
      files,
      lastRemoved: lastRemoved && { id: lastRemoved.id, source: lastRemoved.proposals.source },
      lost,
      problem: this.store.problem,
      actions: {
        open: (item) => {
          state.returnsToCheck = true;
          go({ view: 'question', depth: data.depth, item });
        },
        remove: ({ id }) =>
          update(() => {
            const file = files.find((each) => each.id === id);
            this.#lastRemoved = file && { draft, id, proposals: file.proposals };
            put(id, null);
          }, '.findings-list .undo button'),
        putBack: () =>
          update(() => {
            if (lastRemoved) put(lastRemoved.id, lastRemoved.proposals);
            this.#lastRemoved = undefined;
          }, '#found'),
        downloadLost: () => downloadLost(lost),
      },
    });
  }
}
