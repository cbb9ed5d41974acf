import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { type Pack, packOf } from '../../src/core/model/pack.ts';
import { recoverProposals } from '../../src/core/proposals/recover-proposals.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** The first two questions. */
export const [first, second] = pack.items as [Pack['items'][number], Pack['items'][number]];
/** A place that shows something. */
export const reason = {
  says: 'A pipeline is under version control.',
  file: 'dvc.yaml',
  line: 3,
  points: { min: 3, max: 4 },
};
/** Another place. */
export const other = { says: 'A run', url: 'https://runs.example/7' };
/** A whole file of proposals. */
export const valid = {
  format: 'trivium-proposals',
  version: 1,
  pack: { id: pack.id, version: pack.version },
  source: { kind: 'agent', name: 'Reader', date: '2026-11-20', commit: 'a1b2c3d' },
  items: [
    {
      item: first.id,
      rev: first.rev,
      answer: { state: 'level', level: 3 },
      reasons: [reason, other],
      note: 'Ask Ann.',
    },
    { item: second.id, rev: second.rev, reasons: [reason] },
  ],
};
/** The same with some fields of its first item replaced. */
export const withFirst = (fields: object) => ({ ...valid, items: [{ ...valid.items[0], ...fields }, valid.items[1]] });

/** What is left of a file of proposals, and what it has lost. */
export const recover = (data: unknown, of: Parameters<typeof recoverProposals>[1] = pack) => {
  const recovered = recoverProposals(data, of);
  if (!recovered.ok) throw new Error(recovered.problems.join(' '));
  return recovered.value;
};
