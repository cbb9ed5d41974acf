import type { Output } from '../model/file-schema.ts';
import type { proposalsSchema } from './proposals-schema.ts';

/** What a tool, an agent or a person found about a system, for people to confirm: `trivium-proposals`, version 1. */
export type Proposals = Output<typeof proposalsSchema>;
/** What was found about one question. */
export type Proposal = Proposals['items'][number];
/** One reason of a proposal: what it shows, and where. */
export type Reason = Proposal['reasons'][number];
/** An answer that nobody has confirmed yet. */
export type ProposedAnswer = NonNullable<Proposal['answer']>;
