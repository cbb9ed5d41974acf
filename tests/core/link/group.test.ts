import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { agreementOf } from '../../../src/core/assessment/agreement.ts';
import { readLink } from '../../../src/core/link/read-link.ts';
import { redact } from '../../../src/core/link/redact.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { groupOf } from '../../support/group.ts';
import { answersBy } from '../../support/teams.ts';

// What version 2 of the format added: several people, the kind of model, and what is at stake.
// With the questions of a released pack, because a link grows with what is asked.
const today = packOf(loadKnowledgeBase());
const released: { items: { id: string }[] } = JSON.parse(
  readFileSync('tests/fixtures/released/pack-2.0.0.json', 'utf8'),
);
const pack = { ...today, items: today.items.filter(({ id }) => released.items.some((item) => item.id === id)) };
const base = `https://${'assessment-of-practices'.padEnd(46, 'x')}.org/open/#`;
const context = {
  serving: 'both',
  userLabels: 'no',
  highStakes: 'no',
  models: 'many',
  teamSize: 'alone',
  model: 'hosted',
} as const;
const eight = { ...groupOf(pack, 8), context };
/** The address of the link to some answers, without texts. */
const addressOf = async (answers: Answers) => base + (await writeLink(answers, pack));
/** The answers that a link to some answers gives. */
async function throughLink(answers: Answers): Promise<Answers> {
  const read = await readLink(await writeLink(answers, pack), pack);
  if (!read.ok) throw new Error(read.problems.join(' '));
  return read.value;
}

test('how far eight people are apart travels', async () => {
  expect(await throughLink(eight)).toMatchObject({ group: eight.group, answers: eight.answers, context });
});

/** Eight people far apart; one of them left open what `isOpen` says. */
const oneLess = (isOpen: (index: number) => boolean): Answers => ({
  ...groupOf(pack, 8, (index) => ({ n: isOpen(index) ? 7 : 8, min: 0, max: 4 })),
  context,
});
const targets = pack.items.filter(({ kind }) => kind === 'practice').map(({ id: item }) => ({ item, level: 4 }));
const everyThird = (index: number) => index % 3 === 0;
test.each<[string, Answers]>([
  ['who answered everything', eight],
  ['with a target', { ...eight, targets: targets.slice(0, 1) }],
  ['with a target for every practice', { ...eight, targets }],
  ['one of whom left everything open', oneLess(() => true)],
  ['one of whom does not know every third answer', oneLess(everyThird)],
  [
    'one of whom does not know every third answer, with a target for every third practice',
    { ...oneLess(everyThird), targets: targets.filter((_, index) => everyThird(index)) },
  ],
])('a link to eight people fits into 200 characters: %s', async (_, answers) => {
  expect((await addressOf(answers)).length).toBeLessThanOrEqual(200);
  expect(await throughLink(answers)).toMatchObject({ answers: answers.answers, targets: answers.targets });
});

test('the spread of each question travels, also of questions that only some answered', async () => {
  const group = groupOf(pack, 5, (index) =>
    index % 4 === 0 ? undefined : { n: 1 + (index % 5), min: index % 3, max: 4 - (index % 2) },
  );
  expect((await throughLink(group)).answers).toEqual(group.answers);
});

test.each([1, 2, 63])('a link holds groups of 1 to 63 people: %i', async (people) => {
  expect((await throughLink(groupOf(pack, people))).group?.people).toBe(people);
});

test('a link to the answers of more than 63 people says nothing about the group', async () => {
  const many = await throughLink(groupOf(pack, 64));
  expect(many).not.toHaveProperty('group');
  expect(many.answers.filter(({ spread }) => spread)).toEqual([]);
  expect(many.answers).toHaveLength(pack.items.length);
});

test('a spread without a group does not travel', async () => {
  const { group: _, ...ungrouped } = groupOf(pack, 4);
  expect((await throughLink(ungrouped)).answers.filter(({ spread }) => spread)).toEqual([]);
});

test('personal scores travel with three decimals', async () => {
  const group = {
    people: 3,
    version: pack.version,
    variables: [{ id: 'versioning' as const, low: 1 / 3, high: 2 / 3 }],
  };
  const joint = { ...groupOf(pack, 3), group };
  const rounded = [{ id: 'versioning', low: 0.333, high: 0.667 }];
  expect(redact(joint, pack, {}).group?.variables).toEqual(rounded);
  expect((await throughLink(joint)).group?.variables).toEqual(rounded);
});

test('personal scores by another version of the pack do not travel, and the link says that they are missing', async () => {
  const old = { ...eight, group: { people: 8, variables: eight.group?.variables ?? [], version: '1.1.0' } };
  const opened = await throughLink(old);
  expect(opened.group?.variables).toEqual([]);
  expect(agreementOf(opened, pack)?.scoresDropped).toBe(true);
  expect(agreementOf(await throughLink(eight), pack)?.scoresDropped).toBe(false);
});

test.each<[string, Answers]>([
  [
    'a cleared answer',
    { ...eight, answers: eight.answers.map((answer) => ({ ...answer, state: 'unanswered' as const })) },
  ],
  ['more levels than people', groupOf(pack, 8, () => ({ n: 9, min: 0, max: 4 }))],
  ['far more levels than people', groupOf(pack, 8, () => ({ n: 70, min: 0, max: 4 }))],
])('redact(answers) says exactly what a link to a group holds: %s', async (_, answers) => {
  const { group, answers: list } = redact(JSON.parse(JSON.stringify(answers)), pack, {});
  expect(await throughLink(answers)).toMatchObject({ group, answers: list });
});

test('the kind of model travels without a text, what is at stake only with the notes', async () => {
  const answers = {
    ...answersBy(pack, () => 2),
    stakes: 'Refunds',
    context: { model: 'hosted', teamSize: 'alone' } as const,
  };
  const plain = await throughLink(answers);
  expect(plain).toMatchObject({ context: { model: 'hosted', teamSize: 'alone' } });
  expect(JSON.stringify(plain)).not.toContain('Refunds');
  expect(redact(answers, pack, { name: true, decisions: true })).not.toHaveProperty('stakes');
  expect(await readLink(await writeLink(answers, pack, { notes: true }), pack)).toMatchObject({
    value: { stakes: 'Refunds' },
  });
});
