import type { Answer } from '../answers/answers.ts';
import { namesPlace } from './evidence-places.ts';
import { acceptanceOf, type FindingDecision, filesOf, type KeptProposals } from './kept-proposals.ts';
import type { Proposal, Proposals, ProposedAnswer, Reason } from './proposals.ts';

export type Source = Proposals['source'];

/** A reason, and what people decided about it. */
export interface ReasonFinding {
  /** The same for the same reason in a newer look, even if its line has moved. */
  key: string;
  reason: Reason;
  /** Who found it; several if files agree. */
  sources: readonly Source[];
  /** "taken" while the evidence of the answer names its place. */
  state: 'open' | 'taken' | 'aside';
}

/** A proposed answer, and what people decided about it. It is never an answer: only a person gives one. */
export interface AnswerFinding {
  key: string;
  answer: ProposedAnswer;
  sources: readonly Source[];
  /** "confirmed" once the person has taken it over; "agreed" or "answered" if they gave the same answer or another one. */
  state: 'open' | 'confirmed' | 'agreed' | 'answered' | 'aside';
}

/** What was found about one question. */
export interface Findings {
  item: string;
  rev: number;
  reasons: readonly ReasonFinding[];
  answers: readonly AnswerFinding[];
  notes: readonly { note: string; source: Source }[];
}

/** What the findings of a question depend on besides the proposals. */
export interface FindingsInput {
  kept: KeptProposals;
  /** What the assessment holds for a question: its answer, or evidence without one. */
  answerOf(item: string): Answer | undefined;
  /** The place of a reason as evidence names it. */
  placeOf(reason: Reason): string;
}

/** A proposal, and who made it. */
type SourcedProposal = { proposal: Proposal; source: Source };

/** Keys of the reasons of a proposal: question, sentence and file, counted where one file shows the same several times. */
function keysOf({ item, reasons }: Proposal): string[] {
  const counts = new Map<string, number>();
  return reasons.map(({ says, file, url }) => {
    const place = JSON.stringify([item, says, file ?? url]);
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count === 1 ? place : `${place} ${count}`;
  });
}

/** Adds a source to the value of a key, or the value itself. */
function addTo<T extends { sources: readonly Source[] }>(map: Map<string, T>, key: string, value: T): void {
  const present = map.get(key);
  map.set(key, present ? { ...present, sources: [...present.sources, ...value.sources] } : value);
}

/** The state of a reason: what the evidence says comes before what was decided in another tab at the same moment. */
function reasonState(
  kept: KeptProposals,
  key: string,
  place: string,
  answer: Answer | undefined,
): ReasonFinding['state'] {
  const places = [place, acceptanceOf(kept, key)?.place];
  if (places.some((each) => each !== undefined && namesPlace(answer?.evidence, each))) return 'taken';
  return kept.marks[key]?.state === 'aside' ? 'aside' : 'open';
}

function reasonsOf(proposals: readonly SourcedProposal[], { kept, answerOf, placeOf }: FindingsInput): ReasonFinding[] {
  const byKey = new Map<string, ReasonFinding>();
  for (const { proposal, source } of proposals)
    for (const [index, key] of keysOf(proposal).entries()) {
      const reason = proposal.reasons[index] as Reason;
      const state = reasonState(kept, key, placeOf(reason), answerOf(proposal.item));
      addTo(byKey, key, { key, reason, sources: [source], state });
    }
  return [...byKey.values()];
}

const isSame = (proposed: ProposedAnswer, answer: Answer): boolean =>
  proposed.state === answer.state &&
  (proposed.state !== 'level' || answer.state !== 'level' || proposed.level === answer.level);

function answerState(
  proposed: ProposedAnswer,
  decision: FindingDecision | undefined,
  answer: Answer | undefined,
): AnswerFinding['state'] {
  if (answer && answer.state !== 'unanswered') {
    if (!isSame(proposed, answer)) return 'answered';
    return decision?.state === 'taken' ? 'confirmed' : 'agreed';
  }
  return decision?.state === 'aside' ? 'aside' : 'open';
}

function answersOf(proposals: readonly SourcedProposal[], { kept, answerOf }: FindingsInput): AnswerFinding[] {
  const byKey = new Map<string, AnswerFinding>();
  for (const { proposal, source } of proposals) {
    const { item, answer } = proposal;
    if (!answer) continue;
    const key = `answer ${JSON.stringify([item, answer.state, answer.state === 'level' ? answer.level : undefined])}`;
    addTo(byKey, key, {
      key,
      answer,
      sources: [source],
      state: answerState(answer, kept.marks[key], answerOf(item)),
    });
  }
  return [...byKey.values()];
}

/** The findings about each question, by its id. Files that say the same are joined, the oldest file first. */
export function findingsByItem(input: FindingsInput): ReadonlyMap<string, Findings> {
  const sourcedProposals = filesOf(input.kept).flatMap(({ proposals: { items, source } }) =>
    items.map((proposal): SourcedProposal => ({ proposal, source })),
  );
  return new Map(
    [...Map.groupBy(sourcedProposals, ({ proposal }) => proposal.item)].map(([item, proposals]) => [
      item,
      {
        item,
        rev: proposals[0]?.proposal.rev ?? 0,
        reasons: reasonsOf(proposals, input),
        answers: answersOf(proposals, input),
        notes: proposals.flatMap(({ proposal: { note }, source }) => (note ? [{ note, source }] : [])),
      },
    ]),
  );
}

/** Number of reasons and proposed answers that nobody has decided about. */
export const countOpen = ({ reasons, answers }: Findings): number =>
  [...reasons, ...answers].filter(({ state }) => state === 'open').length;
