import type { Answer, Answers } from '../../src/core/answers/answers.ts';
import { confidenceIds, contextValues, variableIds } from '../../src/core/model/ids.ts';
import type { PackOutline } from '../../src/core/model/pack.ts';
import { randomFrom } from '../../src/core/reliability/bootstrap.ts';
import { answersOf } from './teams.ts';

/** Texts that are hard to encode: many scripts, quotes, control characters, half a surrogate pair, markup. */
const texts = [
  '',
  ' ',
  'Plain words.',
  'Ünïcödé — “quotes”',
  '日本語のメモ',
  '🙂🧪',
  '\ud800',
  '\u0000\u0007',
  'a\nb\r\nc\t',
  '"\\',
  '\ufeffbom',
  '<script>alert(1)</script>',
  '{"__proto__":1}',
  '#%23&amp;=',
  'x'.repeat(200),
  'constructor',
];

/** A random assessment within what the file format allows. The same seed gives the same assessment. */
export function randomAnswers(pack: PackOutline, seed: number): Answers {
  const random = randomFrom(seed * 104_729 + 7);
  const chance = (share: number) => random() < share;
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const maybe = <T>(key: string, value: () => T) => (chance(0.3) ? { [key]: value() } : {});
  const word = () => one(texts) + (chance(0.2) ? String(seed) : '');
  const date = () => one(['2026-11-23', '1999-01-01', '0001-01-01', '9999-12-31', '2024-02-29', '2027-02-28']);
  const evidence = () => ({
    kind: one(['claimed', 'shown', 'measured'] as const),
    ...maybe('url', word),
    ...maybe('date', date),
  });
  const share = random();
  const answerTo = ({ id: item, rev }: { id: string; rev: number }): Answer[] => {
    if (!chance(share)) return [];
    const notes = {
      ...maybe('note', word),
      ...maybe('evidence', evidence),
      ...maybe('confidence', () => one(confidenceIds)),
      ...maybe('at', () => '2026-11-23T10:00:00.000Z'),
    };
    const reason = () => (chance(0.8) ? one(pack.naReasons).id : word());
    return [
      one<() => Answer>([
        () => ({ item, rev, state: 'level', level: Math.floor(random() * 5), ...notes }),
        () => ({ item, rev, state: 'level', level: Math.floor(random() * 5), ...notes }),
        () => ({ item, rev, state: 'dk', ...notes }),
        () => ({ item, rev, state: 'na', ...maybe('reason', reason), ...notes }),
        () => ({ item, rev, state: 'unanswered', ...notes }),
      ])(),
    ];
  };
  const practices = pack.items.filter(({ kind }) => kind === 'practice');
  const some = <T, U>(list: readonly T[], make: (entry: T) => U): U[] =>
    chance(0.5) ? [] : list.filter(() => chance(0.2)).map(make);
  const shuffled = <T>(list: T[]): T[] => (chance(0.5) ? list : list.toReversed());
  const { date: _, ...base } = answersOf(pack, shuffled(pack.items.flatMap(answerTo)));
  const rest = {
    system: chance(0.5) ? '' : word(),
    ...maybe('date', date),
    ...maybe('respondent', () => ({ ...maybe('role', word), ...maybe('name', word) })),
    ...maybe('scope', () => ({ ...maybe('boundary', word), ...maybe('lastChange', word) })),
    context: {
      ...maybe('serving', () => one(['online', 'batch', 'both'] as const)),
      ...maybe('userLabels', () => one(['yes', 'partly', 'no'] as const)),
      ...maybe('highStakes', () => one(['yes', 'no'] as const)),
      ...maybe('models', () => one(['one', 'few', 'many'] as const)),
      ...maybe('teamSize', () => one(contextValues.teamSize)),
    },
    targets: shuffled(
      some(practices, ({ id: item }) => ({ item, level: Math.floor(random() * 5), ...maybe('reason', word) })),
    ),
    decisions: shuffled(
      some(practices, ({ id: practice }) => ({
        practice,
        ...maybe('decision', () => one(['do', 'later', 'no'] as const)),
        ...maybe('owner', word),
        ...maybe('due', date),
        ...maybe('reason', word),
        ...maybe('next', word),
      })),
    ),
    overrides: shuffled(some(pack.signals, ({ id: signal }) => ({ signal, reason: word() }))),
    ...maybe('review', date),
  };
  return { ...base, ...rest, ...randomPeople(base.answers, rest.context, pack, random) };
}

/** What several people, a kind of model and what is at stake add to a random assessment, half of the time. */
function randomPeople(
  answers: readonly Answer[],
  context: Answers['context'],
  pack: PackOutline,
  random: () => number,
): Partial<Answers> {
  const below = (count: number) => Math.floor(random() * count);
  const model = random() < 0.5 ? { context: { ...context, model: contextValues.model[below(3)] ?? 'train' } } : {};
  const stakes = random() < 0.3 ? { stakes: texts[below(texts.length)] ?? '' } : {};
  if (random() < 0.5) return { ...model, ...stakes };
  const people = 1 + below(12);
  const withSpread = (answer: Answer): Answer => {
    const min = below(5);
    const spread = { n: 1 + below(people), min, max: min + below(5 - min) };
    return answer.state === 'unanswered' || random() < 0.2 ? answer : { ...answer, spread };
  };
  const scores = variableIds.filter(() => random() < 0.7);
  const variables = scores.map((id) => ({ id, low: below(501) / 1000, high: (500 + below(501)) / 1000 }));
  return {
    ...model,
    ...stakes,
    answers: answers.map(withSpread),
    group: { people, version: pack.version, variables },
  };
}
