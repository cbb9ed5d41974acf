import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runTrivium } from '../support/cli.ts';

const file = 'tests/fixtures/released/answers-1.json';
const original = JSON.parse(readFileSync(file, 'utf8'));

test('link prints a short link without texts, open prints its answers', async () => {
  const { status, out, err } = await runTrivium(['link', file, '--base', 'https://example.org/trivium/']);
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/^https:\/\/example\.org\/trivium\/open\/#[\w-]+[A-Za-z0-9]\n$/);
  expect(out.length).toBeLessThan(200);
  const opened = await runTrivium(['open', out]);
  expect(opened.status).toBe(0);
  expect(JSON.parse(opened.out)).toMatchObject({
    system: '',
    date: original.date,
    context: original.context,
    decisions: [],
  });
  expect(opened.out).not.toMatch(/"note"|Ada|Ranking/);
});

test('--names, --notes and --decisions add what they say', async () => {
  const opened = async (...options: string[]) => {
    const { out } = await runTrivium(['link', file, ...options]);
    return JSON.parse((await runTrivium(['open', out])).out);
  };
  expect(await opened('--names')).toMatchObject({ system: 'Ranking', respondent: original.respondent, decisions: [] });
  expect(await opened('--names', 'given')).toEqual(await opened('--names'));
  expect(await opened('--names', 'none')).toEqual(await opened());
  expect(await opened('--decisions')).toMatchObject({
    system: '',
    decisions: original.decisions,
    review: original.review,
  });
  const all = await opened('--names', '--notes', '--decisions');
  expect(all.scope).toEqual(original.scope);
  expect(all.answers.find(({ item }: { item: string }) => item === 'label-live-data').note).toContain('From the log');
});

test('a link keeps the kind of model and how far people are apart; what is at stake needs --notes', async () => {
  const groupFile = 'tests/fixtures/released/answers-2.json';
  const group = JSON.parse(readFileSync(groupFile, 'utf8'));
  const opened = async (...options: string[]) => {
    const { out } = await runTrivium(['link', groupFile, ...options]);
    return (await runTrivium(['open', out])).out;
  };
  const plain = JSON.parse(await opened());
  expect(plain).toMatchObject({ context: { model: 'hosted', teamSize: 'alone' }, group: { people: 4 } });
  const spreads = (answers: { item: string; spread?: object }[]) =>
    Object.fromEntries(answers.flatMap(({ item, spread }) => (spread ? [[item, spread]] : [])));
  expect(spreads(plain.answers)).toEqual(spreads(group.answers));
  expect(Object.keys(spreads(plain.answers)).length).toBeGreaterThan(0);
  expect(plain).not.toHaveProperty('stakes');
  expect(JSON.parse(await opened('--notes')).stakes).toBe(group.stakes);
});

test('open - answers each line in step', async () => {
  const link = (await runTrivium(['link', file])).out.trim();
  const { status, out } = await runTrivium(['open', '-'], `${link}\n${link.slice(0, -2)}\n\n(${link})\n`);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ ok }) => ok)).toEqual([true, false, false, true]);
  expect(lines[1].problem).toContain('cut off');
  expect(lines[0].answers).toEqual(lines[3].answers);
  expect(status).toBe(1);
});

test('score takes a link, too', async () => {
  const link = (await runTrivium(['link', file, '--notes'])).out;
  expect(JSON.parse((await runTrivium(['score', '-'], link)).out).format).toBe('trivium-report');
});

test.each([
  [['link'], 'Name one answers file'],
  [['link', 'nowhere.json'], 'ENOENT'],
  [['link', file, '--base', 'ftp://x'], 'http:// or https://'],
  [['link', file, '--notse'], '--notse'],
  [['link', 'package.json'], 'has no link'],
  [['open'], 'Give one link'],
  [['open', 'hello world'], 'There is no link in this text.'],
  [['open', 'https://example.org/open/#hello'], 'This link is cut off: after its "#" there is only "hello"'],
])('%j is refused with a sentence', async (args, sentence) => {
  expect(await runTrivium(args)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(sentence) });
});

test.each([
  ['score'],
  ['compare', file],
  ['merge', file],
  ['link'],
])('%s says what to do with a link', async (...args) => {
  for (const link of ['https://trivium.example/open/#AghX4PqTUo7QAAMS7LXH', `#${'a'.repeat(40)}`]) {
    const { status, out, err } = await runTrivium([...args, link]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`"${link}" is a link, and a file is needed. "trivium open <link> > answers.json" makes one.`);
  }
  expect((await runTrivium([...args, 'nowhere#1.json'])).err).toContain('There is no such file or folder.');
});
