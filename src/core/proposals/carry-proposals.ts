import * as messages from '#messages/proposals.ts';
import type { Answers } from '../answers/answers.ts';
import { cutAtLimit } from '../answers/limits.ts';
import { type LostPart, rawText } from '../answers/lost-part.ts';
import { migrate } from '../answers/migrate.ts';
import type { PackOutline } from '../model/pack.ts';
import { withoutUndefined } from '../model/without-undefined.ts';
import type { Proposal, Proposals } from './proposals.ts';
import { proposalLimits } from './proposals-schema.ts';

/** Where a proposal goes in the current version: to the same question, or to those that have taken its place. */
interface Carried {
  isSame: boolean;
  items: string[];
}

/** Follows one proposal to the current version, by the rules for answers. */
function follow({ item, rev }: Proposal, pack: PackOutline, from: Proposals['pack']): Carried {
  const answers: Answers['answers'] = [{ item, rev, state: 'dk' }];
  const lists = { answers, targets: [], decisions: [], overrides: [] };
  const file: Answers = { format: 'trivium-answers', version: 1, pack: from, system: '', context: {}, ...lists };
  const { answers: carried, reread } = migrate(file, pack.migrations, pack);
  if (carried.answers.length > 0) return { isSame: true, items: carried.answers.map((answer) => answer.item) };
  return { isSame: false, items: reread.map((hint) => hint.item) };
}

/** What still holds once a question has changed: what was seen, and where, but not the answers that it points to. */
const withoutAnswers = ({ answer: _, reasons, ...rest }: Proposal): Proposal => ({
  ...rest,
  reasons: reasons.map(({ points: __, ...reason }) => reason),
});

/** Joins two proposals about one question. The answer of the first stands. */
function join(a: Proposal, b: Proposal): Proposal {
  const note = [a.note, b.note].filter(Boolean).join(' ');
  return {
    ...b,
    ...a,
    reasons: [...a.reasons, ...b.reasons].slice(0, proposalLimits.reasons),
    ...withoutUndefined({ note: note === '' ? undefined : (cutAtLimit(note)?.head ?? note) }),
  } as Proposal;
}

/**
 * Carries proposals for an older version of the pack over to this one, by the rules for answers (`migrate`): where a
 * question is the same, everything stays; where it has changed, what was seen stays, without the answers that it points
 * to; what belongs to no question any more is named.
 * @param proposals a file of the right form that answers this pack, at this version or an older one
 */
export function carryProposals(
  proposals: Proposals,
  pack: PackOutline,
): { proposals: Proposals; lost: readonly LostPart[] } {
  const revs = new Map<string, number>(pack.items.map(({ id, rev }) => [id, rev]));
  const byItem = new Map<string, Proposal>();
  const lost: LostPart[] = [];
  for (const [index, proposal] of proposals.items.entries()) {
    const { isSame, items } = follow(proposal, pack, proposals.pack);
    if (items.length === 0) {
      const problem = messages.questionGone;
      lost.push({ place: `items[${index}]`, about: proposal.item, problem, raw: rawText(proposal) });
    }
    for (const item of items) {
      const carried = { ...(isSame ? proposal : withoutAnswers(proposal)), item, rev: revs.get(item) ?? proposal.rev };
      const present = byItem.get(item);
      byItem.set(item, present ? join(present, carried) : carried);
    }
  }
  return {
    proposals: { ...proposals, pack: { ...proposals.pack, version: pack.version }, items: [...byItem.values()] },
    lost,
  };
}
