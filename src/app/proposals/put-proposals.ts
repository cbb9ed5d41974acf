import {
  filesOfSource,
  firstIdOf,
  hasFile,
  type KeptProposals,
  withFile,
} from '../../core/proposals/kept-proposals.ts';
import type { Proposals } from '../../core/proposals/proposals.ts';
import type { ProposalsStore } from '../storage/proposals-store.ts';

/** Whether an assessment lacks this file, has it already, or has an earlier one of the same source. */
export type Fit = 'new' | 'same' | 'newer';

/** How proposals fit beside those of an assessment. */
export function fitOf(keptProposals: KeptProposals, proposals: Proposals): Fit {
  if (hasFile(keptProposals, proposals)) return 'same';
  return filesOfSource(keptProposals, proposals).length > 0 ? 'newer' : 'new';
}

/** An id for one more file of a source that has files already. */
function freeId(keptProposals: KeptProposals, proposals: Proposals): string {
  const first = firstIdOf(proposals);
  let [id, count] = [first, 1];
  while (keptProposals.files[id]?.proposals) {
    count += 1;
    id = `${first} ${count}`;
  }
  return id;
}

/**
 * Puts proposals beside an assessment.
 * @param replaces whether they take the place of the earlier file of their source, if there is one
 * @returns resolves after the attempt to store them; `problem` of the store then says whether the browser refused
 */
export function putProposals(store: ProposalsStore, id: string, proposals: Proposals, replaces = true): Promise<void> {
  return store.change(id, (keptProposals, at) => {
    if (hasFile(keptProposals, proposals)) return keptProposals;
    const earlier = replaces ? filesOfSource(keptProposals, proposals).at(-1)?.id : undefined;
    return withFile(keptProposals, earlier ?? freeId(keptProposals, proposals), proposals, at);
  });
}
