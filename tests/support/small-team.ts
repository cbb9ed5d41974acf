import type { Answers } from '../../src/core/answers/answers.ts';
import type { Pack } from '../../src/core/model/pack.ts';
import { answerOf, type Brief } from './compact.ts';
import { packWith, practice, signalOf, symptom } from './small-pack.ts';
import { answersOf } from './teams.ts';

const validation = { variable: 'validation', stage: 'evaluation-deployment' } as const;
const monitoring = { variable: 'validation', stage: 'monitoring-response' } as const;
const versioning = { variable: 'versioning', stage: 'monitoring-response' } as const;

/**
 * Five practices for each V, three symptoms and two signals: late stops point to slow releases, alarms to bad alerts;
 * waits belong to no signal. The first practice of each V has grade A, and so has `fallbacks`.
 */
export const teamPack: Pack = packWith(
  [
    practice('ideas', { grade: 'A' }),
    ...['runs', 'searches', 'releases', 'sweeps'].map((id) => practice(id)),
    practice('tests', { ...validation, grade: 'A', safety: true }),
    practice('reviews', validation),
    practice('stages', validation),
    practice('alerts', monitoring),
    practice('checks', monitoring),
    practice('versions', { ...versioning, grade: 'A' }),
    practice('fallbacks', { ...versioning, grade: 'A', safety: true }),
    ...['records', 'documents', 'labels'].map((id) => practice(id, versioning)),
    ...['stops', 'alarms', 'waits'].map((id) => symptom(id)),
  ],
  {
    signals: [
      signalOf('late', 'stops', 'releases'),
      signalOf('deaf', 'alarms', 'alerts', { requires: [{ item: 'alerts', from: 1 }] }),
    ],
  },
);

/**
 * A team's answers to a pack: `all` answers every practice, a V each of its practices, and a question itself; the most
 * specific counts. Anything else is not answered.
 */
export function smallTeam(brief: Brief, part: Partial<Answers> = {}, pack: Pack = teamPack): Answers {
  const given = pack.items.flatMap(({ id, rev, kind, variable }) => {
    const answer = brief[id] ?? (kind === 'practice' ? (brief[variable ?? ''] ?? brief['all']) : undefined);
    return answer === undefined ? [] : [answerOf(id, answer, rev)];
  });
  return { ...answersOf(pack, given), ...part };
}
