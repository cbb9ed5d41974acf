import { expect, type Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { startFollowUp } from '../../src/core/assessment/start-follow-up.ts';
import { packOf } from '../../src/core/model/pack.ts';
import type { Proposals } from '../../src/core/proposals/proposals.ts';
import { agent, agentProposal, keptText, proposalsOf } from './proposals.ts';
import { generateTeam } from './teams.ts';
import { revOf } from './today.ts';

/** A page, and how a person gets it into a state that looks different. */
export interface State {
  name: string;
  path: string;
  /** Assessments in this browser, by id. */
  kept?: Record<string, object>;
  /** What was found about their systems: proposals files, by the id of their assessment. */
  found?: Record<string, Proposals[]>;
  /** The browser refuses to save. */
  full?: boolean;
  /** Leads from the loaded page to the state. */
  reach?(page: Page): Promise<void>;
  /** The part that is new in this state; the rest is checked with the page itself. */
  within?: string;
}

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** A generated team of one system. */
export const team = (seed: number, date = '2026-11-01', more: object = {}) => ({
  ...generateTeam(pack, seed),
  system: 'Parcel times',
  date,
  savedAt: `${date}T10:00:00Z`,
  ...more,
});
/** Answers as the site reads them. */
function parsed(answers: object) {
  const result = parseAnswers(answers, pack);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.value;
}
/** One assessment with every answer. */
export const one = { a: team(4) };
/** An answer with a level. */
export const level = (item: string, n: number) => ({
  item,
  rev: revOf(item),
  state: 'level',
  level: n,
  at: '2026-11-01T10:00:00Z',
});
/** An assessment with some answers. */
export const some = (answers: object[], more: object = {}) => ({ ...team(4), answers, ...more });
/** One with two answers. */
export const few = { a: some([level('fast-idea-to-model', 1), level('frequent-retraining', 2)]) };
/** What a tool and an agent found about one question; the tool found trouble, too. */
export const foundByTwo: Proposals[] = [
  proposalsOf(pack, [
    {
      item: 'fast-idea-to-model',
      rev: revOf('fast-idea-to-model'),
      reasons: [
        { says: 'A notebook is scheduled.', file: 'etl/daily.ipynb', cell: 2, line: 1, trouble: true, more: 3 },
      ],
    },
  ]),
  proposalsOf(pack, [agentProposal('fast-idea-to-model', revOf('fast-idea-to-model'), 2)], agent),
];
/** A file as a person chooses it. */
export const file = (name: string, content: object | string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});
/** Chooses files. */
export const give =
  (...files: ReturnType<typeof file>[]) =>
  (page: Page) =>
    page.locator('input[type=file]').first().setInputFiles(files);
/** Waits for a part of the page. */
export const seen = (selector: string) => (page: Page) => expect(page.locator(selector).first()).toBeVisible();
/** Presses a part of the page. */
export const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
/** Presses a button by its name. */
export const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
/** Presses a text. */
export const text = (words: string) => (page: Page) => page.getByText(words).first().click();
/** Opens details that are folded only on narrow pages. */
export const unfold = (selector: string) => (page: Page) =>
  page.locator(selector).evaluate((details) => details.setAttribute('open', ''));
/** One step after the other. */
export const steps =
  (...all: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of all) await step(page);
  };
/** Searches for words from any page. */
export const search = (words: string) => async (page: Page) => {
  await page.getByRole('combobox').first().fill(words);
  await expect(page.getByRole('listbox')).toBeVisible();
};
/** Waits until a question can be answered. */
export const asks = seen('summary:text-is("Keyboard")');

/** A follow-up on two promises, of which one is answered. */
export const followUp = (() => {
  const decisions = ['central-bug-queue', 'actionable-alerts'].map((practice) => ({
    practice,
    decision: 'do' as const,
    owner: 'Ann',
    due: '2026-09-01',
  }));
  const before = { ...team(4, '2026-05-01'), answers: pack.items.map(({ id }) => level(id, 1)), decisions };
  const made = startFollowUp(parsed(before), '2026-11-01', pack);
  return {
    a: {
      ...made,
      savedAt: '2026-11-01T10:00:00Z',
      answers: made.answers.map((answer) => (answer.item === 'central-bug-queue' ? level(answer.item, 3) : answer)),
    },
  };
})();

/** Loads the page of a state and leads it there. */
export async function openState(
  page: Page,
  { path, kept = {}, found = {}, full = false, reach }: State,
): Promise<void> {
  const texts = [
    ...Object.entries(kept).map(([id, answers]) => [`trivium:assessment:${id}`, JSON.stringify(answers)]),
    ...Object.entries(found).map(([id, files]) => [`trivium:proposals:${id}`, keptText(files)]),
  ];
  await page.addInitScript(
    ({ all, refuse }) => {
      if (sessionStorage.getItem('laid-out') === null && localStorage.length === 0)
        for (const [key = '', value = ''] of all) localStorage.setItem(key, value);
      if (refuse)
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      else sessionStorage.setItem('laid-out', 'yes');
    },
    { all: texts, refuse: full },
  );
  await page.goto(path);
  await reach?.(page);
}
