import { type ComponentChild, h } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import {
  countOpen,
  type Findings,
  type FoundAnswer,
  type FoundReason,
  findingsByItem,
} from '../../core/proposals/findings.ts';
import { filesOf, type KeptProposals, withFile } from '../../core/proposals/kept-proposals.ts';
import type { Proposals } from '../../core/proposals/proposals.ts';
import { evidencePlace } from '../../core/proposals/reason-place.ts';
import type { CheckNotices } from '../assess/check/CheckView.tsx';
import type { ScreenContext } from '../assess/screen-context.ts';
import { downloadLost } from '../platform/download-lost.ts';
import type { Question } from '../shared/view-data.ts';
import { ProposalsStore } from '../storage/proposals-store.ts';
import { FoundList, openText } from './FoundList.tsx';
import { type FoundActions, FoundPanel, foundId, panelId } from './FoundPanel.tsx';
import { confirmAnswer, reopenAnswer, reopenReason, setAside, takeOver } from './found-actions.ts';

/** What a screen shows about the findings of one question. */
export interface FoundParts {
  panel: ComponentChild;
  /** A link to the panel, for where it is out of view. */
  jump: ComponentChild;
  /** What the panel holds, for a summary that folds it. */
  label: string;
}

/** What was found about the systems of this browser, as the screens of the assessment show it. */
export class Found {
  readonly store: ProposalsStore;
  /** The reason that was not taken over because the field for places is full. */
  #noRoom: string | undefined;
  /** The outcome of the last press, and the question that it was about. */
  #said = { item: '', text: '' };
  #removed: { draft: string; id: string; proposals: Proposals } | undefined;
  /** The last findings, and what they were made from. */
  #made: { kept: KeptProposals; answers: Answers; byItem: ReadonlyMap<string, Findings> } | undefined;

  /** @param onChange called when something has changed that no action of this tab caused */
  constructor(outline: PackOutline, onChange: () => void) {
    this.store = new ProposalsStore(outline, onChange);
  }

  /** The findings by question: made once for all questions of a screen, and again once an answer or a decision changes. */
  #findings({ session }: ScreenContext): ReadonlyMap<string, Findings> {
    const { kept } = this.store.read(session.draft.id);
    const { answers } = session.draft;
    if (this.#made?.kept !== kept || this.#made.answers !== answers) {
      const byItem = findingsByItem({ kept, answerOf: (item) => session.answerOf(item), placeOf: evidencePlace });
      this.#made = { kept, answers, byItem };
    }
    return this.#made.byItem;
  }

  /** The parts of a question's screen; undefined if nothing was found about it. */
  beside(context: ScreenContext, question: Question, isTitled = true): FoundParts | undefined {
    const { site, data } = context;
    const findings = this.#findings(context).get(question.id);
    if (!findings) return undefined;
    const count = countOpen(findings);
    const label = count > 0 ? site.t('proposals.label', { open: openText(findings, site) }) : site.t('proposals.title');
    return {
      label,
      jump: h(
        'a',
        { class: 'found-jump', href: `#${panelId(question.id)}` },
        count > 0 ? site.t('proposals.jump', { count }) : site.t('proposals.jump-decided'),
      ),
      panel: h(FoundPanel, {
        site,
        data,
        question,
        findings,
        isTitled,
        noRoom: this.#noRoom,
        problem: this.store.problem,
        announcement: this.#said.item === question.id ? this.#said.text : '',
        actions: this.#actions(context, question, findings),
      }),
    };
  }

  #actions({ session, site: { t }, update }: ScreenContext, question: Question, findings: Findings): FoundActions {
    const deciding = { session, store: this.store, findings, rev: question.rev };
    const act = (said: string, change: () => void, row: string) =>
      update(() => {
        this.#noRoom = undefined;
        this.#said = { item: question.id, text: t(`proposals.said-${said}`) };
        change();
      }, `#${row} button`);
    const row = (found: FoundReason | FoundAnswer): string => {
      const answer = findings.answers.findIndex(({ key }) => key === found.key);
      if (answer >= 0) return foundId(question.id, 'answer', answer);
      const reason = findings.reasons.findIndex(({ key }) => key === found.key);
      return foundId(question.id, 'reason', reason);
    };
    return {
      takeOver: (found) =>
        act('taken', () => this.#noteRoom(takeOver(deciding, found), found.key, t('proposals.no-room')), row(found)),
      confirm: (found) => act('confirmed', () => confirmAnswer(deciding, found), row(found)),
      setAside: (found) => act('aside', () => setAside(deciding, found.key), row(found)),
      reopenReason: (found) => act('open', () => reopenReason(deciding, found), row(found)),
      reopenAnswer: (found) => act('open', () => reopenAnswer(deciding, found), row(found)),
    };
  }

  #noteRoom(wasTaken: boolean, key: string, sentence: string): void {
    if (wasTaken) return;
    this.#noRoom = key;
    this.#said.text = sentence;
  }

  /**
   * What the check page says: at its top, and in the row of each question. Undefined if the draft has no proposals.
   * @param data every question of the depth, also those that a follow-up does not ask
   */
  checkNotices(context: ScreenContext, data = context.data): CheckNotices | undefined {
    const { session, site } = context;
    const { kept, lost } = this.store.read(session.draft.id);
    const isRemoved = this.#removed?.draft === session.draft.id;
    if (filesOf(kept).length === 0 && lost.length === 0 && !isRemoved) return undefined;
    const findings = this.#findings(context);
    return {
      top: () => this.#list({ ...context, data }, findings),
      row: ({ id }) => {
        const found = findings.get(id);
        if (!found || countOpen(found) === 0) return null;
        return h('p', { class: 'muted' }, site.t('proposals.label', { open: openText(found, site) }));
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
    const removed = this.#removed?.draft === draft ? this.#removed : undefined;
    const put = (id: string, proposals: Proposals | null) =>
      void this.store.change(draft, (current, at) => withFile(current, id, proposals, at));
    return h(FoundList, {
      site,
      data,
      findings,
      files,
      removed: removed && { id: removed.id, source: removed.proposals.source },
      lost,
      problem: this.store.problem,
      actions: {
        open: (item) => {
          state.returnToCheck = true;
          go({ view: 'question', depth: data.depth, item });
        },
        remove: ({ id }) =>
          update(() => {
            const file = files.find((each) => each.id === id);
            this.#removed = file && { draft, id, proposals: file.proposals };
            put(id, null);
          }, '.found-list .undo button'),
        putBack: () =>
          update(() => {
            if (removed) put(removed.id, removed.proposals);
            this.#removed = undefined;
          }, '#found'),
        downloadLost: () => downloadLost(lost),
      },
    });
  }
}
