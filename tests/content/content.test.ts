import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { formatProblems, readContent } from '../../src/build/read-content.ts';
import { findUnfinished } from '../../src/build/unfinished.ts';
import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { isRaised } from '../../src/core/assessment/signal-status.ts';
import { recordPaths } from '../../src/core/check/project-problems.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { countWords } from '../../src/core/text/count-words.ts';
import { flatten } from '../../src/i18n/translate.ts';

const kb = loadKnowledgeBase();
const pack = packOf(kb);
const quick = pack.items.filter(({ depth }) => depth === 'quick');

test('content has no problems', () => {
  expect(formatProblems(readContent('content').problems)).toBe('');
});

test('nothing in content or in the stories of signals is still to do', () => {
  const unfinished = formatProblems(findUnfinished(['content', recordPaths.signalCases]));
  expect(unfinished, 'Write these texts, then remove the word TODO and the comments that have it.').toBe('');
});

test('the study is complete: its claims, its people, its works, and a crosswalk of every question', () => {
  const bySource = Map.groupBy(kb.claims.values(), ({ source }) => source);
  const ifAdded =
    'Restore in content/study what is missing. If a record was added on purpose, write the new count here.';
  expect([...bySource].map(([source, claims]) => [source, claims.length]).toSorted(), ifAdded).toEqual([
    ['2022', 264],
    ['2024', 59],
  ]);
  expect([kb.literature.size, kb.mlTestScore?.tests.length, kb.se4ml.size], ifAdded).toEqual([50, 28, 46]);
  const people = [...kb.participants.keys()].map((id) => Number(id.slice(1))).toSorted((a, b) => a - b);
  const upToLast = Array.from({ length: people.at(-1) ?? 0 }, (_, index) => index + 1);
  expect(people, ifAdded).toEqual(upToLast.filter((number) => number !== 9)); // the paper has no P9
  expect(
    [...kb.crosswalk.keys()].toSorted(),
    'Write one row for each practice question into content/study/frameworks/crosswalk.yaml.',
  ).toEqual([...kb.questions.keys()].toSorted());
});

test('every V has practice questions, and every stage has practices and symptoms', () => {
  for (const { id } of pack.variables)
    expect(
      pack.items.some(({ variable }) => variable === id),
      id,
    ).toBe(true);
  for (const { id } of pack.stages)
    expect([id, new Set(pack.items.filter(({ stage }) => stage === id).map(({ kind }) => kind))]).toEqual([
      id,
      new Set(['practice', 'symptom']),
    ]);
});

test('the quick check has four practices of each V and three symptoms', () => {
  const count = (variable: string | null) => quick.filter((item) => item.variable === variable).length;
  expect(
    ['velocity', 'validation', 'versioning', null].map(count),
    'Write "depth: full" into the file of a question in content/assessment, or "depth: quick" into another.',
  ).toEqual([4, 4, 4, 3]);
});

test('four practices are marked as safety practices', () => {
  expect(
    pack.items
      .filter(({ safety }) => safety)
      .map(({ id }) => id)
      .toSorted(),
    'Plans put these first. If "safety" of a question was changed on purpose, write its id into this test, or remove it.',
  ).toEqual(['fallback-models', 'on-call-rotation', 'standardized-validation', 'validate-data-in-and-out']);
});

test('questions ask one thing, without negation, and anchors differ', () => {
  for (const { id, question, anchors } of pack.items) {
    expect(question, `End the question of "${id}" with a question mark.`).toMatch(/\?$/);
    expect(question, `Ask "${id}" without negation.`).not.toMatch(/\b(not|never|n't)\b/);
    expect(new Set(anchors).size, `Give "${id}" five anchors that differ.`).toBe(5);
    expect(anchors.join(' '), `Anchors of "${id}" say what is done; they do not express agreement.`).not.toMatch(
      /\b(strongly|agree|disagree|neither)\b/i,
    );
  }
});

test('most anchors have at most fourteen words', () => {
  const anchors = pack.items.flatMap((item) => item.anchors);
  const long = anchors.filter((anchor) => countWords(anchor) > 14);
  expect(
    long.length / anchors.length,
    `Shorten some of these in content/assessment:\n${long.join('\n')}\n`,
  ).toBeLessThan(0.1);
});

test('signals that answers alone cannot reveal say so', () => {
  const hidden = [...kb.signals].filter(([, { visible }]) => !visible).map(([id]) => id);
  expect(hidden, 'Write "visible: false" into content/assessment/signals/<id>.yaml.').toEqual(
    expect.arrayContaining([
      'data-leakage',
      'debugging-paranoia',
      'industry-classroom-mismatch',
      'notebook-philosophies',
      'pipeline-jungle',
      'retrofitting-explanations',
    ]),
  );
});

test('at least one practice that eases a signal is among its indicators', () => {
  for (const [id, { helps, indicators }] of kb.signals) {
    expect(
      helps.some((practice) => indicators.some(({ item }) => item === practice)),
      `Write one of "helps" into "indicators" of content/assessment/signals/${id}.yaml, or the other way round.`,
    ).toBe(true);
  }
});

test('no text turns counts of participants into prevalence', () => {
  const texts = execFileSync('git', ['ls-files', 'content/assessment', 'content/ui'], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const prevalence =
    /\b(most|many|majority|half) of (the )?(interviewees|participants|teams|engineers)\b|\b\d+ (of|out of) (the )?18\b|\b\d+ ?% of (the )?(interviewees|participants|teams)\b/i;
  expect(
    texts.filter((file) => prevalence.test(readFileSync(file, 'utf8'))),
    'These files tell how many participants said something. Name the participants, or say what was said without a count.',
  ).toEqual([]);
});

// Whether samples fit the pack is checked with the content. This test is about what they show to visitors.
test('three sample teams differ in their lowest V and show every kind of answer, note, evidence and decision', () => {
  const teams = [...kb.sampleTeams.keys()].map((id) => {
    const parsed = parseAnswers(JSON.parse(readFileSync(`content/samples/${id}.json`, 'utf8')), pack);
    if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
    return parsed.value;
  });
  const ifOther =
    'Visitors see three different reports. Change answers in content/samples/<id>.json, or this test if they still differ.';
  expect(
    teams.map((team) => report(team, pack).lowest.ids.join()),
    ifOther,
  ).toEqual(['validation,versioning', 'velocity', 'versioning']);
  for (const { system, answers, targets, decisions, overrides, review } of teams) {
    const states = new Set(answers.map(({ state }) => state));
    expect([...states].toSorted(), system).toEqual(['dk', 'level', 'na']);
    expect(answers.filter(({ note }) => note).length, system).toBeGreaterThan(15);
    expect(answers.filter(({ evidence }) => evidence).length, system).toBeGreaterThan(3);
    expect(decisions.filter(({ owner, due }) => owner && due).length, system).toBeGreaterThan(1);
    expect([targets.length, overrides.length, typeof review], system).toEqual([1, 1, 'string']);
  }
});

test('decisions and overrides of the samples are about moves and signals in their reports', () => {
  for (const id of kb.sampleTeams.keys()) {
    const parsed = parseAnswers(JSON.parse(readFileSync(`content/samples/${id}.json`, 'utf8')), pack);
    if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
    const { moves, signals } = report(parsed.value, pack);
    const moveIds = moves.map(({ practice }) => practice);
    const file = `content/samples/${id}.json`;
    expect(
      parsed.value.decisions.map(({ practice }) => practice).filter((practice) => !moveIds.includes(practice)),
      `The plan of this sample does not propose these. Write decisions about other practices into ${file}; possible: ${moveIds.join(', ')}.`,
    ).toEqual([]);
    const raisedSignals = signals.filter(({ status }) => isRaised(status)).slice(0, 5);
    expect(
      raisedSignals.map((signal) => signal.id),
      `Override one of these signals in ${file}; the report shows no other.`,
    ).toContain(parsed.value.overrides[0]?.signal);
  }
});

const strings = flatten(parse(readFileSync('content/ui/en.yaml', 'utf8')));
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(tsx?|astro)$/.test(file))
  .map((file) => readFileSync(path.join('src', file), 'utf8'))
  .join('\n');

test('every sentence of the interface is used', () => {
  const literalKeys = new Set(
    [...sources.matchAll(/['"`]([a-z-]+\.[a-z0-9-]+(?:\.[a-z]+)?)['"`]/g)].map((match) => match[1] ?? ''),
  );
  const patterns = [...sources.matchAll(/`([a-z-]+\.[^`]*\$\{[^`]*)`/g)].map(([, text = '']) =>
    text.split(/\$\{[^}]*\}/),
  );
  const literals = new Set([...sources.matchAll(/['"]([a-zA-Z0-9-]+)['"]/g)].map((match) => match[1] ?? ''));
  const isUsed = (key: string) => {
    const plain = key.replace(/\.(one|other)$/, '');
    const fits = (fixedTexts: string[]) => {
      const [start = '', end = ''] = [fixedTexts[0], fixedTexts.at(-1)];
      const middle = plain.slice(start.length, end === '' ? undefined : -end.length);
      return (
        plain.startsWith(start) && plain.endsWith(end) && (start.endsWith('-') || end !== '' || literals.has(middle))
      );
    };
    return literalKeys.has(key) || literalKeys.has(plain) || patterns.some(fits);
  };
  expect(
    Object.keys(strings).filter((key) => !isUsed(key)),
    'No code of src/ uses these sentences. Use them, or remove them from content/ui/en.yaml.',
  ).toEqual([]);
});

test('every sentence that the code uses exists', () => {
  const usedKeys = [...sources.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  expect(usedKeys.length).toBeGreaterThan(80);
  expect(
    usedKeys.filter((key) => !(key in strings) && !(`${key}.one` in strings)),
    'Write these sentences into content/ui/en.yaml.',
  ).toEqual([]);
});
