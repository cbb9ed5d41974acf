import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { zodOf } from '../../../src/build/zod-of-schema.ts';
import { answersSchema } from '../../../src/core/answers/answers-schema.ts';
import { jsonLimits } from '../../../src/core/answers/json.ts';
import { fieldLimits, longestText, mayNotFit } from '../../../src/core/answers/limits.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { fullAnswers } from '../../support/full-answers.ts';

const pack = packOf(loadKnowledgeBase());
const opens = (answers: unknown) => openAnswers(answers, pack).ok;

test('the limits of fields are below the limit of files, with room for what an input method adds', () => {
  for (const limit of Object.values(fieldLimits)) expect(limit).toBeLessThanOrEqual(longestText - 100);
});

test('the limit of every text counts characters, as the published schema does, not UTF-16 units', () => {
  const schema = z.toJSONSchema(zodOf(answersSchema), { io: 'input' });
  expect(schema.properties?.['system']).toMatchObject({ type: 'string', maxLength: longestText });
  for (const character of ['a', 'é', '字', '🙂', 'e\u0301'.normalize('NFC')]) {
    expect(opens(fullAnswers(pack, () => character.repeat(longestText)))).toBe(true);
    expect(opens(fullAnswers(pack, () => character.repeat(longestText + 1)))).toBe(false);
  }
});

test('mayNotFit(answers) detects bad field values before the schemas are loaded', () => {
  expect(mayNotFit(fullAnswers(pack))).toBe(false);
  expect(mayNotFit(fullAnswers(pack, () => 'a'.repeat(longestText)))).toBe(false);
  for (const wrong of [{ note: 'a'.repeat(longestText + 1) }, { evidence: { date: '20266-11-28' } }])
    expect(mayNotFit({ ...fullAnswers(pack), answers: [wrong] })).toBe(true);
});

test('the largest file that the fields can produce can still be read', () => {
  const text = '字'.repeat(fieldLimits.text);
  const answers = pack.items.map(({ id: item, rev }) => ({
    item,
    rev,
    state: 'level',
    level: 0,
    note: text,
    at: 'x'.repeat(24),
  }));
  const decisions = pack.items.map(({ id }) => ({ practice: id, owner: text.slice(0, fieldLimits.name), next: text }));
  const file = JSON.stringify({ ...fullAnswers(pack), answers, decisions }, null, 2);
  expect(new TextEncoder().encode(file).length).toBeLessThan(jsonLimits.bytes);
});

test('every field for text takes its limit from fieldLimits, except those for links', () => {
  const takenFromItsUser = 'TextField.tsx';
  const views = readdirSync('src/app', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
  const fields = views.flatMap((name) =>
    [
      ...readFileSync(`src/app/${name}`, 'utf8').matchAll(
        /<(?:TextField\b|input[^<]*?type="(?:text|url)"|textarea)[^<]*?\/>/g,
      ),
    ].map(([field]) => ({ name, isLimited: /maxLength=\{[^}]*fieldLimits\./.test(field) })),
  );
  expect(fields.length).toBeGreaterThan(8);
  expect(fields.flatMap(({ name, isLimited }) => (isLimited ? [] : [path.basename(name)]))).toEqual([
    'ImportList.tsx',
    'OpenView.tsx',
    takenFromItsUser,
  ]);
});
