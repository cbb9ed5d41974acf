import { expect, test } from 'vitest';
import type { Answer } from '../../../src/core/answers/answers.ts';
import { withPlace } from '../../../src/core/proposals/evidence-places.ts';
import { countOpen, type Findings, findingsByItem } from '../../../src/core/proposals/findings.ts';
import {
  type KeptProposals,
  noProposals,
  withFile,
  withFindingDecision,
} from '../../../src/core/proposals/kept-proposals.ts';
import type { Proposal, Proposals, Reason } from '../../../src/core/proposals/proposals.ts';

const says = 'A pipeline is under version control.';
const placeOf = ({ file, line, url }: Reason) => url ?? `${file}:${line}`;
const file = (name: string, item: Partial<Proposal>): Proposals => ({
  format: 'trivium-proposals',
  version: 1,
  pack: { id: 'p', version: '1.0.0' },
  source: { kind: 'agent', name },
  items: [{ item: 'q', rev: 1, reasons: [], ...item }],
});
const keep = (...files: Proposals[]): KeptProposals =>
  files.reduce((kept, each, index) => withFile(kept, each.source.name, each, `2026-11-0${index + 1}`), noProposals);
const findingsOf = (kept: KeptProposals, answer?: Partial<Answer>): Findings => {
  const given = answer && ({ item: 'q', rev: 1, state: 'unanswered', ...answer } as Answer);
  const found = findingsByItem({ kept, answerOf: () => given, placeOf }).get('q');
  if (!found) throw new Error('Nothing was found.');
  return found;
};
const statesOf = ({ reasons }: Findings) => reasons.map(({ state }) => state);
const twoPlaces = [
  { says, file: 'dvc.yaml', line: 3 },
  { says, file: 'dvc.yaml', line: 9 },
];

test('a reason is open until it is accepted or set aside', () => {
  const kept = keep(file('a', { reasons: [...twoPlaces, { says: 'A run', url: 'https://runs.example/7' }] }));
  const [, second, third] = findingsOf(kept).reasons;
  const aside = withFindingDecision(kept, third?.key ?? '', { state: 'aside', at: 'x' });
  const evidence = withPlace(undefined, placeOf(second?.reason as Reason), undefined);
  expect(statesOf(findingsOf(kept))).toEqual(['open', 'open', 'open']);
  expect(statesOf(findingsOf(aside, { evidence }))).toEqual(['open', 'taken', 'aside']);
  expect(countOpen(findingsOf(aside, { evidence }))).toBe(1);
  expect(statesOf(findingsOf(withFindingDecision(aside, third?.key ?? '', { state: 'open', at: 'y' })))).toEqual(
    Array(3).fill('open'),
  );
});

test('evidence that no longer names its place opens the reason again', () => {
  const kept = keep(file('a', { reasons: twoPlaces }));
  const key = findingsOf(kept).reasons[0]?.key ?? '';
  const taken = withFindingDecision(kept, key, { state: 'taken', at: 'x', place: 'dvc.yaml:3' });
  expect(statesOf(findingsOf(taken, { evidence: { kind: 'shown', url: 'dvc.yaml:3' } }))).toEqual(['taken', 'open']);
  expect(statesOf(findingsOf(taken, { evidence: { kind: 'shown', url: 'elsewhere' } }))).toEqual(['open', 'open']);
});

test('a newer look keeps what was decided about reasons that are still there, although their lines have moved', () => {
  const older = keep(file('a', { reasons: [...twoPlaces, { says: 'Another', file: 'x.py', line: 1 }] }));
  const [first, , third] = findingsOf(older).reasons;
  let kept = withFindingDecision(older, first?.key ?? '', { state: 'taken', at: 'x', place: 'dvc.yaml:3' });
  kept = withFindingDecision(kept, third?.key ?? '', { state: 'aside', at: 'x' });
  const moved = file('a', {
    reasons: [
      { says: 'New', file: 'y', line: 1 },
      { says, file: 'dvc.yaml', line: 5 },
      { says: 'Another', file: 'x.py', line: 7 },
    ],
  });
  const newer = withFile(kept, 'a', moved, '2026-12-01');
  expect(statesOf(findingsOf(newer, { evidence: { kind: 'shown', url: 'dvc.yaml:3' } }))).toEqual([
    'open',
    'taken',
    'aside',
  ]);
});

test('files that say the same are joined, with both sources', () => {
  const answer = { state: 'level' as const, level: 3 };
  const kept = keep(
    file('a', { reasons: twoPlaces.slice(0, 1), answer, note: 'Ask Ann.' }),
    file('b', { reasons: twoPlaces, answer, note: 'Ask Ben.' }),
  );
  const found = findingsOf(kept);
  expect(found.reasons.map(({ sources }) => sources.map(({ name }) => name))).toEqual([['a', 'b'], ['b']]);
  expect(found.answers.map(({ sources }) => sources.length)).toEqual([2]);
  expect(found.notes.map(({ note }) => note)).toEqual(['Ask Ann.', 'Ask Ben.']);
});

const answers: [proposed: Proposal['answer'], given: Partial<Answer> | undefined, state: string][] = [
  [{ state: 'level', level: 3 }, undefined, 'open'],
  [{ state: 'level', level: 3 }, { evidence: { kind: 'shown' } }, 'open'],
  [{ state: 'level', level: 3 }, { state: 'level', level: 3 } as Answer, 'agreed'],
  [{ state: 'level', level: 3 }, { state: 'level', level: 2 } as Answer, 'answered'],
  [{ state: 'level', level: 3 }, { state: 'dk' }, 'answered'],
  [{ state: 'na', reason: 'Batch only' }, { state: 'na' }, 'agreed'],
  [{ state: 'dk' }, { state: 'dk' }, 'agreed'],
];
test.each(answers)('a proposed answer %j beside %j is %s', (answer, given, state) => {
  const kept = keep(file('a', { answer, reasons: twoPlaces }));
  const [proposed] = findingsOf(kept, given).answers;
  expect(proposed?.state).toBe(state);
  const aside = withFindingDecision(kept, proposed?.key ?? '', { state: 'aside', at: 'x' });
  expect(findingsOf(aside, given).answers[0]?.state).toBe(state === 'open' ? 'aside' : state);
  const taken = withFindingDecision(kept, proposed?.key ?? '', { state: 'taken', at: 'x' });
  expect(findingsOf(taken, given).answers[0]?.state).toBe(state === 'agreed' ? 'confirmed' : state);
});
