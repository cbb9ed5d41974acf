import type { PackOutline } from '../../src/core/model/pack.ts';
import type { Proposal, Proposals } from '../../src/core/proposals/proposals.ts';

/** A proposals file for this version of the questions. */
export const proposalsOf = (
  { id, version }: Pick<PackOutline, 'id' | 'version'>,
  items: Proposal[],
  source: Proposals['source'] = { kind: 'tool', name: 'trivium look', date: '2026-11-23' },
): Proposals => ({ format: 'trivium-proposals', version: 1, pack: { id, version }, source, items });

/** A reason that points to high answers. */
export const pipeline = {
  says: 'A pipeline is under version control.',
  file: 'dvc.yaml',
  line: 3,
  points: { min: 2, max: 4 },
};
/** A reason that is trouble in itself, in a notebook. */
export const notebook = { says: 'A notebook is scheduled.', file: 'etl.ipynb', cell: 2, line: 1, trouble: true };

/** A text that no page and no export may show unless a person has taken it over. */
export const secret = 'Zebra-Quark-7';

/** What an agent proposes about a question: an answer, a place and a note, all of which name the secret. */
export const agentProposal = (item: string, rev: number, level: number): Proposal => ({
  item,
  rev,
  answer: { state: 'level', level },
  reasons: [
    { says: `${secret} is under version control.`, file: `${secret}.yaml`, line: 3, points: { min: 2, max: 4 } },
  ],
  note: `Ask the team about ${secret}.`,
});

/** Who made `agentProposal`. */
export const agent: Proposals['source'] = { kind: 'agent', name: `Agent ${secret}`, date: '2026-11-23' };

/** What a browser keeps beside an assessment once these files lie there. */
export const keptText = (files: readonly Proposals[]): string =>
  JSON.stringify({
    format: 'trivium-kept-proposals',
    version: 1,
    files: Object.fromEntries(
      files.map((proposals, index) => [`file ${index}`, { at: '2026-11-24T10:00:00Z', proposals }]),
    ),
    marks: {},
  });
