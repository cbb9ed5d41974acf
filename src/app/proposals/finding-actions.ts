import type { Answer } from '../../core/answers/answers.ts';
import { withoutUndefined } from '../../core/model/without-undefined.ts';
import { namesPlace, withoutPlace, withPlace } from '../../core/proposals/evidence-places.ts';
import type { AnswerFinding, Findings, ReasonFinding } from '../../core/proposals/findings.ts';
import {
  acceptanceOf,
  type FindingDecision,
  type KeptProposals,
  withAcceptance,
  withFindingDecision,
} from '../../core/proposals/kept-proposals.ts';
import type { ProposedAnswer } from '../../core/proposals/proposals.ts';
import { evidencePlace } from '../../core/proposals/reason-place.ts';
import { today } from '../platform/browser.ts';
import type { ProposalsStore } from '../storage/proposals-store.ts';
import type { Session } from '../storage/session.ts';

/** The open assessment, its proposals, and the question being decided. */
export interface FindingContext {
  session: Session;
  store: ProposalsStore;
  findings: Findings;
  /** The current revision of the question. */
  rev: number;
}

/** Sets or removes parts of what the assessment holds for the question. Without an answer, it stays unanswered. */
function edit({ session, findings: { item }, rev }: FindingContext, parts: object): void {
  const current: Answer = session.answerOf(item) ?? { item, rev, state: 'unanswered' };
  session.setAnswer(withoutUndefined({ ...current, ...parts }) as Answer);
}

/** Records a decision about a reason or a proposed answer. */
const mark = (
  { session, store }: FindingContext,
  key: string,
  decision: Omit<FindingDecision, 'at'>,
  withDecision = withFindingDecision,
): Promise<void> =>
  store.change(session.draft.id, (proposals, at) => withDecision(proposals, key, { ...decision, at }));

/** What the evidence was before any reason of the question was accepted. */
function evidenceBefore({ session, findings }: FindingContext, kept: KeptProposals): FindingDecision['before'] {
  const [accepted] = findings.reasons.flatMap(({ key, state }) => {
    const acceptance = acceptanceOf(kept, key);
    return state === 'taken' && acceptance?.state === 'taken' ? acceptance : [];
  });
  return accepted ? accepted.before : session.answerOf(findings.item)?.evidence;
}

/** The latest day of the sources; today if none says. */
const dayOf = ({ sources }: ReasonFinding): string =>
  sources
    .flatMap(({ date }) => date ?? [])
    .toSorted()
    .at(-1) ?? today();

/**
 * Accepts a reason as evidence: "shown", with its place. Changes nothing and returns false if the field for places
 * has no room left.
 */
export function acceptReason(context: FindingContext, finding: ReasonFinding): boolean {
  const { session, store, findings } = context;
  const place = evidencePlace(finding.reason);
  const evidence = withPlace(session.answerOf(findings.item)?.evidence, place, dayOf(finding));
  if (!namesPlace(evidence, place)) return false;
  const before = evidenceBefore(context, store.read(session.draft.id).kept);
  edit(context, { evidence });
  void mark(context, finding.key, { state: 'taken', place, ...withoutUndefined({ before }) }, withAcceptance);
  return true;
}

/** Takes back what `acceptReason` did. */
function takeBack(context: FindingContext, { key, reason }: ReasonFinding): void {
  const { session, store, findings } = context;
  const { place, before } = acceptanceOf(store.read(session.draft.id).kept, key) ?? {};
  const evidence = [place, evidencePlace(reason)]
    .filter((each) => each !== undefined)
    .reduce((remaining, each) => withoutPlace(remaining, each, before), session.answerOf(findings.item)?.evidence);
  edit(context, { evidence });
}

/** Sets a reason or a proposed answer aside. */
export const setAside = (context: FindingContext, key: string): void => void mark(context, key, { state: 'aside' });

/** Takes back the decision about a reason, so that it is open again. */
export function reopenReason(context: FindingContext, finding: ReasonFinding): void {
  if (finding.state === 'taken') takeBack(context, finding);
  void mark(context, finding.key, { state: 'open' }, withAcceptance);
}

/** A proposed answer as the person gives it. Whatever else a file wrote into it stays out. */
const answerParts = (answer: ProposedAnswer): object => {
  if (answer.state === 'level') return { state: 'level', level: answer.level, reason: undefined };
  return { state: answer.state, level: undefined, reason: answer.state === 'na' ? answer.reason : undefined };
};

/** Gives the proposed answer. From now on it is the person's own. */
export function confirmAnswer(context: FindingContext, { answer, key }: AnswerFinding): void {
  const { rev } = context;
  edit(context, { ...answerParts(answer), rev, carried: undefined });
  void mark(context, key, { state: 'taken' });
}

/** Takes back the decision about a proposed answer: a confirmed one leaves the question unanswered, with its evidence. */
export function reopenAnswer(context: FindingContext, finding: AnswerFinding): void {
  if (finding.state === 'confirmed') edit(context, { state: 'unanswered', level: undefined, reason: undefined });
  void mark(context, finding.key, { state: 'open' });
}
