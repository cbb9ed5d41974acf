import { type ComponentChild, h } from 'preact';
import { downloadDraft } from '../storage/draft-files.ts';
import { Notices } from './Notices.tsx';
import type { PageActions } from './screen-context.ts';
import { lostPart, noticesPart } from './screens.ts';

type NoticesModule = Awaited<ReturnType<typeof noticesPart>>;
type LostModule = Awaited<ReturnType<typeof lostPart>>;

/** The notices of a page. No screen waits for their scripts: the page is rendered once more when they have loaded. */
export class PageNotices {
  #question: NoticesModule | undefined;
  #lost: LostModule | undefined;

  /** The script for previous answers and conflicts; undefined while it loads, or is not needed. */
  ofQuestions({ session, rerender }: PageActions): NoticesModule | undefined {
    const { previous, reread } = session.draft.answers;
    if (!this.#question && (previous || reread || session.conflicts.length > 0)) {
      void noticesPart().then((module) => {
        this.#question = module;
        rerender();
      });
    }
    return this.#question;
  }

  /** What could not be saved or read, or is deleted. */
  ofStorage(actions: PageActions): ComponentChild {
    const { storageProblem, draft } = actions.session;
    const props = { site: actions.site, storageProblem, download: () => downloadDraft(draft) };
    return h(Notices, props, this.#ofLost(actions));
  }

  /** Notices about what could not be read or kept, or is deleted; null while their script loads. */
  #ofLost(actions: PageActions): ComponentChild {
    const { quarantined, unstored, deleted } = actions.session.knownDrafts;
    if (quarantined.length + unstored.length + deleted.size === 0) return null;
    if (this.#lost) return this.#lost.lostNotices(actions);
    const show = (module: LostModule) => {
      this.#lost = module;
      actions.rerender();
    };
    void lostPart().then(show, () => undefined); // offline: the next render tries again
    return null;
  }
}
