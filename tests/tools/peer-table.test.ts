import { expect, test } from 'vitest';
import { peerTable } from '../../tools/bench/peer-table.ts';

const table = peerTable({
  ours: { 'an entry, KB': 17.149, 'a build, s': 1234.5 },
  theirs: { 'an entry, KB': 52 },
  times: 5,
  peer: 'Starlight 0.42.4',
  machine: '2 cores',
  day: new Date(2026, 10, 29),
});

test('each measurement is a row with both numbers and their ratio', () => {
  expect(table).toContain('| an entry, KB | 17.1 | 52 | 0.33 |');
});

test('a measurement of one site only has no ratio', () => {
  expect(table).toContain('| a build, s | 1,235 |  |  |');
});

test('the table names both versions, the date, the machine and the command', () => {
  for (const circumstance of ['Starlight 0.42.4', '29 November 2026', '2 cores', 'npm run bench -- --peer 5'])
    expect(table).toContain(circumstance);
});
