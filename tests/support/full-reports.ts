import type { Answer, Answers } from '../../src/core/answers/answers.ts';
import type { Pack } from '../../src/core/model/pack.ts';
import { arms, generateTeam } from './teams.ts';

/** A full assessment as a browser keeps it: answers by the id of their draft. */
export type KeptReport = Record<string, Answers>;

const about = { system: 'Credit default probability for small businesses, EMEA', date: '2026-11-01' };

/** Every third answer with a note, how sure it is, and evidence: shown or measured, recent or old. */
const noted = (answer: Answer, index: number): Answer =>
  index % 3 === 0
    ? {
        ...answer,
        note: 'Seen in the last review; the dashboard shows it.',
        confidence: 'guessing',
        evidence: { kind: index % 2 ? 'measured' : 'shown', date: index % 4 ? '2026-10-01' : '2024-10-01' },
      }
    : answer;

/** The answers of four people, up to three levels apart. */
const spread = (answer: Answer, index: number): Answer =>
  answer.state === 'level'
    ? {
        ...answer,
        spread: { n: 4, min: Math.max(0, answer.level - (index % 3)), max: Math.min(4, answer.level + (index % 2)) },
      }
    : answer;

/** What a report may hold besides answers. Each seed has one of them. */
const extras: ((pack: Pack, team: Answers, seed: number) => KeptReport)[] = [
  (_, team) => ({ now: { ...team, stakes: 'A wrong limit costs a customer a loan, and us the customer.' } }),
  (_, team) => ({ now: { ...team, answers: team.answers.map(noted) } }),
  ({ version }, team) => ({
    now: {
      ...team,
      answers: team.answers.map(noted).map(spread),
      group: { people: 4, version, variables: [{ id: 'velocity', low: 0.1, high: 0.9 }] },
    },
  }),
  (pack, team, seed) => ({ now: team, before: { ...generateTeam(pack, seed + 50), ...about, date: '2026-05-01' } }),
];

/**
 * Generated full assessments of every kind: notes, evidence, several people, an earlier state, contexts, what is
 * unknown.
 */
export function fullReports(pack: Pack, seeds: readonly number[]): KeptReport[] {
  const kinds = Object.values(arms);
  return seeds.map((seed) => {
    const make = kinds[seed % kinds.length] ?? generateTeam;
    const add = extras[Math.floor(seed / kinds.length) % extras.length];
    const team = { ...make(pack, seed), ...about };
    return add?.(pack, team, seed) ?? { now: team };
  });
}
