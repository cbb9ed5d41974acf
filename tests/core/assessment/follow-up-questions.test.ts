import { expect, test } from 'vitest';
import type { Answers, Decision } from '../../../src/core/answers/answers.ts';
import { askedAgain, canCheckPromises } from '../../../src/core/answers/asked-again.ts';
import { promisesSince } from '../../../src/core/assessment/promises.ts';
import { questionsToAskAgain, startFollowUp } from '../../../src/core/assessment/start-follow-up.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { signalOf } from '../../support/small-pack.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

const today = '2027-04-01';
const promise = (practice: string): Decision => ({ practice, decision: 'do', owner: 'Ann', due: '2027-03-01' });
const former = (brief: Brief, practice: string, part: Partial<Answers> = {}, pack: Pack = teamPack): Answers =>
  smallTeam({ all: 2, ...brief }, { date: '2026-11-20', decisions: [promise(practice)], ...part }, pack);
/** The pack of the small teams with one signal of two symptoms and two practices, both of which help. */
const onePack: Pack = {
  ...teamPack,
  signals: [
    signalOf('deaf', 'alarms', 'alerts', {
      helps: ['alerts', 'checks'],
      indicators: [
        { item: 'alarms', weight: 1, direction: 'direct' },
        { item: 'waits', weight: 1, direction: 'direct' },
        { item: 'alerts', weight: 1, direction: 'inverse' },
        { item: 'checks', weight: 1, direction: 'inverse' },
      ],
    }),
  ],
};
const asked = (brief: Brief) => questionsToAskAgain(former(brief, 'alerts'), onePack);

test('one promised practice of several that help is enough to ask about the symptoms, and not about the others', () => {
  // (1 + 1 + 1 + .5) / 4 = .875, likely.
  expect(asked({ alerts: 0, alarms: 4, waits: 4 })).toEqual(['alerts', 'alarms', 'waits']);
});

test('a symptom that the team did not know is asked again, one that does not apply is not', () => {
  // (1 + 1 + .5) / 3 = .83 of what is known, and at least 2.5 / 4 = .63 of all: likely.
  expect(asked({ alerts: 0, alarms: 4, waits: 'dk' })).toEqual(['alerts', 'alarms', 'waits']);
  expect(asked({ alerts: 0, alarms: 4, waits: 'na' })).toEqual(['alerts', 'alarms']);
});

test('an override is dropped as soon as one question behind its signal is asked again', () => {
  const overrides = ['late', 'deaf'].map((signal) => ({ signal, reason: 'We ship daily' }));
  const answers = former({ releases: 0, stops: 0 }, 'releases', { overrides });
  expect(questionsToAskAgain(answers, teamPack)).toEqual(['releases']);
  expect(startFollowUp(answers, today, teamPack).overrides.map(({ signal }) => signal)).toEqual(['deaf']);
});

test('a question that is asked again is open, in the wording of today', () => {
  const pack = { ...teamPack, items: teamPack.items.map((item) => ({ ...item, rev: item.id === 'runs' ? 3 : 1 })) };
  const answers = former({ runs: 1 }, 'runs', {}, pack);
  const { answers: next } = startFollowUp(answers, today, pack);
  expect(next.filter(({ item }) => item === 'runs')).toEqual([{ item: 'runs', rev: 3, state: 'unanswered' }]);
});

test('a follow-up has no group, sources, hints or review that the former assessment lacks', () => {
  const next = startFollowUp(former({ runs: 1 }, 'runs'), today, teamPack);
  for (const field of ['group', 'sources', 'reread', 'review']) expect(next).not.toHaveProperty(field);
});

test('what had no answer is not carried over, except for a note, and never keeps a follow-up open', () => {
  const removed = { item: 'ideas', rev: 1, state: 'unanswered' as const };
  const noted = { item: 'tests', rev: 1, state: 'unanswered' as const, note: 'Ask Ben' };
  const { answers } = smallTeam({ runs: 1, versions: 3 });
  const next = startFollowUp(former({}, 'runs', { answers: [...answers, removed, noted] }), today, teamPack);
  expect(next.answers.map(({ item }) => item)).toEqual(['versions', 'tests', 'runs']);
  expect(next.answers.find(({ item }) => item === 'tests')).toMatchObject({ state: 'unanswered', note: 'Ask Ben' });
  expect(askedAgain(next)).toEqual(['runs']);
  expect(canCheckPromises(next)).toBe(false);
  const answered = { ...next, answers: [...next.answers.filter(({ item }) => item !== 'runs'), answerOf('runs', 1)] };
  expect(canCheckPromises(answered)).toBe(true);
  expect(promisesSince(answered, teamPack)?.carried).toBe(1);
});
