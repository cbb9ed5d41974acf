import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { unusedClaims } from '../../src/core/check/entry-problems.ts';
import { entriesOfQuestion, neighboursOf, orphans, questionsOf, relationsOf } from '../../src/core/knowledge/graph.ts';
import { citedClaims, plainText } from '../../src/core/model/entry-body.ts';

const kb = loadKnowledgeBase();
const entries = [...kb.entries.values()];
const permanent: Record<string, string[]> = parse(readFileSync('tests/fixtures/entry-ids.yaml', 'utf8'));

test('every permanent id has its entry, of its kind', () => {
  const missing = Object.entries(permanent).flatMap(([kind, ids]) =>
    ids.filter((id) => kb.entries.get(id)?.kind !== kind).map((id) => `${kind} ${id}`),
  );
  expect(Object.values(permanent).flat().length).toBeGreaterThanOrEqual(79);
  expect(missing).toEqual([]);
});

test('every entry has a permanent id', () => {
  const known = new Set(Object.values(permanent).flat());
  expect(entries.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
});

test('every claim that has to be used is used by an entry', () => {
  expect(unusedClaims(kb)).toEqual([]);
});

test('every practice that is asked about has an entry, and so has every signal', () => {
  const asked = [...kb.questions.keys(), ...kb.signals.keys()];
  expect(asked.filter((id) => !kb.entries.has(id))).toEqual([]);
});

test('no entry is an orphan', () => {
  expect(orphans(kb)).toEqual([]);
});

test('relations read the same from both sides', () => {
  const relations = relationsOf(kb);
  expect(relations.length).toBeGreaterThan(100);
  for (const { from, kind, to } of relations) {
    expect(neighboursOf(from, relations).some((each) => each.id === to && each.kind === kind && !each.inverse)).toBe(
      true,
    );
    expect(neighboursOf(to, relations).some((each) => each.id === from && each.kind === kind)).toBe(true);
  }
});

test('questions and entries lead to each other', () => {
  const items = [...kb.questions.keys(), ...kb.symptoms.keys()];
  for (const item of items) {
    const informed = entriesOfQuestion(kb, item);
    expect(informed, item).not.toEqual([]);
    for (const id of informed) expect(questionsOf(kb, id), `${item} and ${id}`).toContain(item);
  }
});

test('a pain point links at least two practices in its text', () => {
  for (const { id, kind, body } of entries.filter((entry) => entry.kind === 'pain-point')) {
    const linked = [...body.matchAll(/\]\(([a-z-]+)\)/g)].map((match) => kb.entries.get(match[1] ?? '')?.kind);
    expect(linked.filter((each) => each === 'practice').length, `${kind} ${id}`).toBeGreaterThanOrEqual(2);
  }
});

const participantsOf = (text: string) =>
  citedClaims(text).flatMap((claim) => kb.claims.get(claim.id)?.participants ?? []);

test('our reading names only participants that the entry cites', () => {
  const wrong = entries.flatMap(({ id, body }) =>
    [...body.matchAll(/<Ours>([\s\S]*?)<\/Ours>/g)].flatMap(([, text = '']) =>
      [...text.matchAll(/\bP\d{1,2}\b/g)]
        .filter(([name]) => !participantsOf(body).includes(name))
        .map(([name]) => `${id}: ${name}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test('a participant is named in a text only where a claim cited in that paragraph names them', () => {
  const wrong = entries.flatMap(({ id, body }) =>
    body
      .replace(/<Ours>[\s\S]*?<\/Ours>/g, '')
      .split(/\n\s*\n|\n(?=- )/)
      .flatMap((paragraph) => {
        const named = [...plainText(paragraph).matchAll(/\bP(\d{1,2})\b/g)].map(([name]) => name);
        return named
          .filter((name) => !participantsOf(paragraph).includes(name))
          .map((name) => `${id}: ${name} in "${paragraph.trim().slice(0, 70)}"`);
      }),
  );
  expect(wrong).toEqual([]);
});

test('no entry turns counts of participants into prevalence', () => {
  const prevalence =
    /\b(most|majority|half|few|\d+ ?%) of (the )?(interviewees|participants|teams|engineers)\b|\b(most|many) (interviewees|participants)\b|\b\d+ (of|out of) (the )?(18|eighteen)\b/i;
  expect(
    entries.filter(({ body, summary }) => prevalence.test(`${summary} ${plainText(body)}`)).map(({ id }) => id),
  ).toEqual([]);
});

test('a figure is told with a claim that holds it, and its speakers stay with it', () => {
  for (const { id, figures } of entries)
    for (const { figure, claim } of figures) {
      const found = kb.claims.get(claim);
      const told = `${found?.figures.join(' ')} ${found?.statement}`.toLowerCase();
      const digits = figure.match(/\d+(\.\d+)?/g) ?? [];
      for (const each of digits) expect(told, `${id}: ${figure}`).toContain(each);
    }
});

test('summaries are one sentence', () => {
  for (const { id, summary } of entries) {
    expect(summary, id).toMatch(/\.$/);
    expect(summary.replace(/\b(e\.g|i\.e)\./g, '').match(/[.!?](\s|$)/g), id).toHaveLength(1);
  }
});

test('the bug catalogue is whole', () => {
  expect(kb.bugs.size).toBe(16);
});
