import fc from 'fast-check';
import type { Answer, Answers } from '../../src/core/answers/answers.ts';
import { packWith, practice } from './small-pack.ts';

/** The questions of these drafts. */
export const ids = ['a', 'b', 'c'];
/** Their pack. */
export const pack = packWith(ids.map((id) => practice(id)));
/** A time as drafts write it. */
export const iso = (time: number) => new Date(time).toISOString();
/** Few times, so that ties are common; one text that is not a time, and no time at all. */
const time = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 5 }).map((n) => iso(n * 1000)),
    fc.constant('soon'),
  ),
  { nil: undefined },
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const asJson = (value: object) => JSON.parse(JSON.stringify(value));
const content = fc.oneof(
  fc.record({ state: fc.constant('level'), level: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ state: fc.constant('na'), reason: maybe(fc.constantFrom('x', 'y')) }),
  fc.constant({ state: 'dk' }),
  fc.constant({ state: 'unanswered' }),
);
const answer = fc
  .record({
    item: fc.constantFrom(...ids),
    content,
    note: maybe(fc.constantFrom('n', 'other')),
    confidence: maybe(fc.constantFrom('sure', 'guessing')),
    at: time,
  })
  .map(({ content, ...rest }): Answer => asJson({ ...rest, ...content, rev: 1 }));
const listBy = (id: string, part: fc.Arbitrary<object>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ids), part), { selector: ([key]) => key })
    .map((list) => list.map(([key, rest]) => asJson({ [id]: key, ...rest })));
const paths = ['system', 'review', 'scope.boundary', 'context.serving', 'targets.a', 'decisions.b', 'overrides.c'];
/** Any draft. */
export const anyDraft = fc
  .record({
    system: fc.constantFrom('', 'Parcels', 'Search'),
    review: maybe(fc.constantFrom('2026-01-01', '2026-02-02')),
    scope: maybe(fc.record({ boundary: maybe(fc.constantFrom('x', 'y')) })),
    context: fc.record({ serving: maybe(fc.constantFrom('online', 'batch')) }),
    answers: fc.uniqueArray(answer, { selector: ({ item }) => item }),
    targets: listBy('item', fc.record({ level: fc.integer({ min: 0, max: 4 }) })),
    decisions: listBy('practice', fc.record({ owner: maybe(fc.constantFrom('Ada', 'Bo')) })),
    overrides: listBy('signal', fc.record({ reason: fc.constantFrom('r', 's') })),
    times: fc.dictionary(fc.constantFrom(...paths), fc.constantFrom(...[1, 2, 3].map((n) => iso(n * 1000)))),
    extra: maybe(fc.constantFrom(1, 2)),
  })
  .map(
    (parts): Answers =>
      asJson({ format: 'trivium-answers', version: 1, pack: { id: 'small', version: '1.0.0' }, ...parts }),
  );

/** A draft in which nothing is written. */
export const emptyDraft: Answers = {
  format: 'trivium-answers',
  version: 1,
  pack: { id: 'small', version: '1.0.0' },
  system: '',
  context: {},
  answers: [],
  targets: [],
  decisions: [],
  overrides: [],
};

/** The answer of a draft to a question. */
export const itemOf = (answers: Answers, id: string) => answers.answers.find(({ item }) => item === id);
