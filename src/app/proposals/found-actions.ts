import type { Answer } from '../../core/answers/answers.ts';
import { withoutUndefined } from '../../core/model/without-undefined.ts';
import { namesPlace, withoutPlace, withPlace } from '../../core/proposals/evidence-places.ts';
import type { Findings, FoundAnswer, FoundReason } from '../../core/proposals/findings.ts';
import { type KeptProposals, type Mark, withMark } from '../../core/proposals/kept-proposals.ts';
import type { ProposedAnswer } from '../../core/proposals/proposals.ts';
import { evidencePlace } from '../../core/proposals/reason-place.ts';
import { today } from '../platform/browser.ts';
import type { ProposalsStore } from '../storage/proposals-store.ts';
import type { Session } from '../storage/session.ts';

/** The open assessment, its proposals, and the question being decided. */
export interface Deciding {
  session: Session;
  store: ProposalsStore;
  findings: Findings;
  /** The current revision of the question. */
  rev: number;
}

/** Sets or removes parts of what the assessment holds for the question. Without an answer, it stays unanswered. */
function edit({ session, findings: { item }, rev }: Deciding, parts: object): void {
  const current: Answer = session.answerOf(item) ?? { item, rev, state: 'unanswered' };
  session.choose(withoutUndefined({ ...current, ...parts }) as Answer);
}

/** Records a decision about a reason or a proposed answer. */
const mark = ({ session, store }: Deciding, key: string, decision: Omit<Mark, 'at'>): Promise<void> =>
  store.change(session.draft.id, (kept, at) => withMark(kept, key, { ...decision, at }));

/** What the evidence was before any reason of the question was taken over. */
function evidenceBefore({ session, findings }: Deciding, { marks }: KeptProposals): Mark['before'] {
  const taken = findings.reasons.find(({ key, state }) => state === 'taken' && marks[key]?.state === 'taken');
  return taken ? marks[taken.key]?.before : session.answerOf(findings.item)?.evidence;
}

/** The latest day of the sources; today if none says. */
const dayOf = ({ sources }: FoundReason): string =>
  sources
    .flatMap(({ date }) => date ?? [])
    .toSorted()
    .at(-1) ?? today();

/**
 * Takes a reason over as evidence: "shown", with its place. Changes nothing and returns false if the field for places
 * has no room left.
 */
export function takeOver(deciding: Deciding, found: FoundReason): boolean {
  const { session, store, findings } = deciding;
  const place = evidencePlace(found.reason);
  const evidence = withPlace(session.answerOf(findings.item)?.evidence, place, dayOf(found));
  if (!namesPlace(evidence, place)) return false;
  const before = evidenceBefore(deciding, store.read(session.draft.id).kept);
  edit(deciding, { evidence });
  void mark(deciding, found.key, { state: 'taken', place, ...withoutUndefined({ before }) });
  return true;
}

/** Takes back what `takeOver` did. */
function takeBack(deciding: Deciding, { key, reason }: FoundReason): void {
  const { session, store, findings } = deciding;
  const { place, before } = store.read(session.draft.id).kept.marks[key] ?? {};
  const evidence = [place, evidencePlace(reason)]
    .filter((each) => each !== undefined)
    .reduce((rest, each) => withoutPlace(rest, each, before), session.answerOf(findings.item)?.evidence);
  edit(deciding, { evidence });
}

/** Sets a reason or a proposed answer aside. */
export const setAside = (deciding: Deciding, key: string): void => void mark(deciding, key, { state: 'aside' });

/** Takes back the decision about a reason, so that it is open again. */
export function reopenReason(deciding: Deciding, found: FoundReason): void {
  if (found.state === 'taken') takeBack(deciding, found);
  void mark(deciding, found.key, { state: 'open' });
}

/** A proposed answer as the person gives it. Whatever else a file wrote into it stays out. */
const given = (answer: ProposedAnswer): object => {
  if (answer.state === 'level') return { state: 'level', level: answer.level, reason: undefined };
  return { state: answer.state, level: undefined, reason: answer.state === 'na' ? answer.reason : undefined };
};

/** Gives the proposed answer. From now on it is the person's own. */
export function confirmAnswer(deciding: Deciding, { answer }: FoundAnswer): void {
  const { rev } = deciding;
  edit(deciding, { ...given(answer), rev, carried: undefined });
}

/** Takes back the decision about a proposed answer: a confirmed one leaves the question unanswered, with its evidence. */
export function reopenAnswer(deciding: Deciding, found: FoundAnswer): void {
  if (found.state === 'confirmed') edit(deciding, { state: 'unanswered', level: undefined, reason: undefined });
  void mark(deciding, found.key, { state: 'open' });
}
