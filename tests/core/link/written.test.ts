import { beforeAll, expect, test } from 'vitest';
import { longestLink } from '../../../src/core/link/format.ts';
import { readLink } from '../../../src/core/link/read-link.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { base, everything, makeLinks, pack } from '../../support/link-texts.ts';
import { randomAnswers } from '../../support/random-answers.ts';
import { answersBy } from '../../support/teams.ts';

let links: string[];
beforeAll(async () => {
  links = await makeLinks();
});

test('a link uses A-Z, a-z, 0-9, - and _ only and ends with a letter or digit', () => {
  for (const link of links) expect(link).toMatch(/^[\w-]*[A-Za-z0-9]$/);
});

test('an address with all answers, targets and context has at most 200 characters; with usual notes, at most 2,000', async () => {
  expect(base.length).toBeGreaterThanOrEqual(60);
  const full = answersBy(pack, () => 4);
  const worst = {
    ...full,
    context: { serving: 'both', userLabels: 'no', highStakes: 'no', models: 'many', teamSize: 'large' } as const,
    answers: full.answers.map(({ item, rev }) => ({ item, rev, state: 'na' as const, reason: 'other' })),
    targets: pack.items.filter(({ kind }) => kind === 'practice').map(({ id }) => ({ item: id, level: 4 })),
  };
  expect((base + (await writeLink(worst, pack))).length).toBeLessThanOrEqual(200);
  const note =
    'We looked at the last five launches and found that two of them had gone out without anybody looking at ';
  const withNotes = {
    ...full,
    answers: full.answers.map((answer, index) => (index % 3 === 0 ? { ...answer, note: note + answer.item } : answer)),
  };
  expect((base + (await writeLink(withNotes, pack, everything))).length).toBeLessThanOrEqual(longestLink);
});

test('writeLink(answers, pack, parts) includes only the texts that the parts name', async () => {
  const answers = { ...randomAnswers(pack, 12), system: 'Ranking', respondent: { role: 'Lead', name: 'Ada' } };
  const withoutTexts = await readLink(await writeLink(answers, pack), pack);
  const text = JSON.stringify(withoutTexts);
  expect(withoutTexts).toMatchObject({ ok: true, value: { system: '', decisions: [], overrides: [] } });
  expect(text).not.toMatch(/"note"|"evidence"|"owner"|Ranking|Lead|Ada|"review"|"at"/);
  const withName = await readLink(await writeLink(answers, pack, { name: true }), pack);
  expect(withName).toMatchObject({ value: { system: 'Ranking', respondent: { role: 'Lead', name: 'Ada' } } });
  expect(JSON.stringify(withName)).not.toMatch(/"note"|"owner"/);
});

test('readLink(text) carries links of an older released version over', async () => {
  const answers = answersBy(pack, () => 2);
  const link = await writeLink({ ...answers, targets: [{ item: 'fallback-models', level: 4 }] }, pack);
  const items = pack.items.map((item) => (item.id === 'idea-sandbox' ? { ...item, rev: 2 } : item)).toReversed();
  const newer = {
    ...pack,
    version: '3.0.0',
    items: items.map((item) => (item.id === 'fallback-models' ? { ...item, id: 'spare-models' } : item)),
    naReasons: [{ id: 'else', label: 'Else' }],
    migrations: [
      {
        from: pack.version,
        to: '3.0.0',
        items: [{ kind: 'same' as const, from: ['fallback-models'], to: ['spare-models'] }],
      },
    ],
    former: [{ version: pack.version, items: pack.items, naReasons: pack.naReasons }],
  };
  const read = await readLink(link, newer);
  if (!read.ok) throw new Error(read.problems.join(' '));
  expect(read.value.targets).toEqual([{ item: 'spare-models', level: 4 }]);
  expect(read.value.reread).toMatchObject([{ item: 'idea-sandbox', why: 'rev', before: { level: 2 } }]);
  expect(read.value.answers).toHaveLength(pack.items.length - 1);
  expect((await readLink(link, { ...newer, former: [] })).ok).toBe(false);
});
