import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { unusedClaims } from '../../src/core/check/entry-problems.ts';
import { entriesOfQuestion, neighboursOf, questionsOf, relationsOf } from '../../src/core/knowledge/graph.ts';
import { citedClaims, plainText } from '../../src/core/model/entry-body.ts';
import { orphans } from '../support/orphans.ts';

const kb = loadKnowledgeBase();
const entries = [...kb.entries.values()];
const permanentIds: Record<string, string[]> = parse(readFileSync('tests/fixtures/entry-ids.yaml', 'utf8'));

test('every permanent id has an entry of its kind', () => {
  const missing = Object.entries(permanentIds).flatMap(([kind, ids]) =>
    ids.filter((id) => kb.entries.get(id)?.kind !== kind).map((id) => `${kind} ${id}`),
  );
  expect(
    missing,
    'Ids are permanent. Bring these back; if one has another kind, move its id in tests/fixtures/entry-ids.yaml.',
  ).toEqual([]);
});

test('every entry has a permanent id', () => {
  const ids = new Set(Object.values(permanentIds).flat());
  const missing = entries.map(({ id }) => id).filter((id) => !ids.has(id));
  expect(missing, 'Write these ids into tests/fixtures/entry-ids.yaml, under their kind.').toEqual([]);
});

test('every claim that has to be used is used by an entry', () => {
  expect(unusedClaims(kb), 'Cite each of these in an entry that it supports: <Cite claims="..." />.').toEqual([]);
});

test('every practice question and every signal has an entry', () => {
  const ids = [...kb.questions.keys(), ...kb.signals.keys()];
  expect(
    ids.filter((id) => !kb.entries.has(id)),
    'Write an entry for each of these: content/practices/<id>.mdx, or content/pain-points/<id>.mdx for a signal.',
  ).toEqual([]);
});

test('no entry is an orphan', () => {
  expect(
    orphans(kb),
    'Nothing leads to these entries. Write a relation to each into an entry that it belongs to.',
  ).toEqual([]);
});

test('the entry that a relation leads to shows it as well', () => {
  const relations = relationsOf(kb);
  expect(relations.length).toBeGreaterThan(100);
  const isShown = ({ from, kind, to }: (typeof relations)[number]) =>
    neighboursOf(to, relations).some((neighbour) => neighbour.id === from && neighbour.kind === kind);
  expect(relations.filter((relation) => !isShown(relation))).toEqual([]);
});

test('entriesOfQuestion and questionsOf agree', () => {
  const items = [...kb.questions.keys(), ...kb.symptoms.keys()];
  for (const item of items) {
    const entryIds = entriesOfQuestion(kb, item);
    expect(
      entryIds,
      `Let an entry explain "${item}": one of its name, or one that shares a claim with it.`,
    ).not.toEqual([]);
    for (const id of entryIds) expect(questionsOf(kb, id), `${item} and ${id}`).toContain(item);
  }
});

test('a pain point links at least two practices in its text', () => {
  for (const { id, body } of entries.filter((entry) => entry.kind === 'pain-point')) {
    const linkedKinds = [...body.matchAll(/\]\(([a-z-]+)\)/g)].map((match) => kb.entries.get(match[1] ?? '')?.kind);
    expect(
      linkedKinds.filter((linkedKind) => linkedKind === 'practice').length,
      `Link two practices or more in the text of content/pain-points/${id}.mdx: [words](id-of-a-practice).`,
    ).toBeGreaterThanOrEqual(2);
  }
});

const participantsOf = (text: string) =>
  citedClaims(text).flatMap((claim) => kb.claims.get(claim.id)?.participants ?? []);

test('our inferences name only participants that the entry cites', () => {
  const wrong = entries.flatMap(({ id, body }) =>
    [...body.matchAll(/<Ours>([\s\S]*?)<\/Ours>/g)].flatMap(([, text = '']) =>
      [...text.matchAll(/\bP\d{1,2}\b/g)]
        .filter(([name]) => !participantsOf(body).includes(name))
        .map(([name]) => `${id}: ${name}`),
    ),
  );
  expect(wrong, 'Cite a claim of this participant in the entry, or remove the name.').toEqual([]);
});

test('a paragraph names only participants of the claims that it cites', () => {
  const wrong = entries.flatMap(({ id, body }) =>
    body
      .replace(/<Ours>[\s\S]*?<\/Ours>/g, '')
      .split(/\n\s*\n|\n(?=- )/)
      .flatMap((paragraph) => {
        const names = [...plainText(paragraph).matchAll(/\bP(\d{1,2})\b/g)].map(([name]) => name);
        return names
          .filter((name) => !participantsOf(paragraph).includes(name))
          .map((name) => `${id}: ${name} in "${paragraph.trim().slice(0, 70)}"`);
      }),
  );
  expect(wrong, 'Cite a claim of this participant in the same paragraph, or remove the name.').toEqual([]);
});

test('no entry turns counts of participants into prevalence', () => {
  const prevalence =
    /\b(most|majority|half|few|\d+ ?%) of (the )?(interviewees|participants|teams|engineers)\b|\b(most|many) (interviewees|participants)\b|\b\d+ (of|out of) (the )?(18|eighteen)\b/i;
  expect(
    entries.filter(({ body, summary }) => prevalence.test(`${summary} ${plainText(body)}`)).map(({ id }) => id),
    'These entries tell how many participants said something. Name them, or say what was said without a count.',
  ).toEqual([]);
});

test('the numbers of a figure are in its claim', () => {
  for (const { id, figures } of entries)
    for (const { figure, claim } of figures) {
      const source = kb.claims.get(claim);
      const claimText = `${source?.figures.join(' ')} ${source?.statement}`.toLowerCase();
      const numbers = figure.match(/\d+(\.\d+)?/g) ?? [];
      for (const number of numbers)
        expect(claimText, `A number of "${figure}" in the entry "${id}" is not in its claim`).toContain(number);
    }
});

test('summaries are one sentence', () => {
  for (const { id, summary } of entries) {
    const toDo = `Make the summary of "${id}" one sentence that ends with a full stop.`;
    expect(summary, toDo).toMatch(/\.$/);
    expect(summary.replace(/\b(e\.g|i\.e)\./g, '').match(/[.!?](\s|$)/g), toDo).toHaveLength(1);
  }
});

test('the bug catalogue is complete', () => {
  expect(
    kb.bugs.size,
    'The study names this many bugs. Restore what is missing; if one was added on purpose, write the new count here.',
  ).toBe(16);
});
