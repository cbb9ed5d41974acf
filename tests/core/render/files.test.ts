import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { practicesCsv } from '../../../src/build/page-data/practices.ts';
import { foldedTexts, howToOf } from '../../../src/build/page-data/report.ts';
import { showDay, t } from '../../../src/build/strings.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { compare } from '../../../src/core/assessment/compare.ts';
import { mergeRespondents } from '../../../src/core/assessment/respondents.ts';
import { toPoints } from '../../../src/core/assessment/score.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { csvField, csvSeparators } from '../../../src/core/render/csv.ts';
import { fileName } from '../../../src/core/render/file-name.ts';
import { renderHtmlFile } from '../../../src/core/render/html-file.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { moveColumns, renderMovesCsv } from '../../../src/core/render/moves-csv.ts';
import { renderComparison, renderMerge } from '../../../src/core/render/side-by-side.ts';
import { renderSummary } from '../../../src/core/render/summary.ts';
import { report } from '../../../src/core/report/report.ts';
import { risksOf } from '../../../src/core/report/report-lists.ts';
import { formulaNames, formulasIn, invisibleFormulaNames, parseCsv } from '../../support/csv.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { answersBy, generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const words = { t, day: showDay };
const texts = Object.fromEntries(Object.keys(foldedTexts().advice).map((id) => [id, howToOf(id)]));
const shown = (value: number) => String(toPoints(value));

/** A team whose first three moves are decided in three ways. */
function decided(seed: number): Answers {
  const team = generateTeam(pack, seed);
  const [first, second, third] = report(team, pack).moves.map(({ practice }) => practice);
  return {
    ...team,
    decisions: [
      { practice: first ?? '', decision: 'do', owner: '=Ada', due: '2027-01-15' },
      { practice: second ?? '', decision: 'no', reason: 'Next year' },
      { practice: third ?? '', owner: 'Bo, "the second"' },
    ],
  };
}

test('the CSV of moves has a row for each move that is not declined, with the numbers of the report', () => {
  for (const seed of [3, 8, 21, 40]) {
    const teamReport = report(decided(seed), pack);
    const [names, ...rows] = parseCsv(renderMovesCsv(teamReport, pack, texts, words));
    expect(names).toEqual(moveColumns);
    const row = (move: (typeof teamReport.moves)[number]) => [
      move.decision?.owner?.replace('=', "'=") ?? '',
      move.decision?.due ?? '',
      String(move.personWeeks),
      move.practice,
      move.impact ? shown(move.impact.before) : '',
      move.impact ? shown(move.impact.after) : '',
      String(move.priority),
    ];
    const at = [
      'Assignee',
      'Due date',
      'Estimate in person-weeks',
      'Practice',
      'Score before',
      'Score after',
      'Priority',
    ];
    expect(rows.map((cells) => at.map((name) => cells[(names ?? []).indexOf(name)]))).toEqual(
      teamReport.moves.filter(({ decision }) => decision?.decision !== 'no').map(row),
    );
  }
});

test('an issue describes the state now, the goal, the steps, and when it is done', () => {
  const teamReport = report(generateTeam(pack, 3), pack);
  const move = teamReport.moves.find(({ from }) => from !== null);
  const rows = parseCsv(renderMovesCsv(teamReport, pack, texts, words));
  const description = rows.find((cells) => cells.includes(move?.practice ?? '?'))?.[1] ?? '';
  const item = pack.items.find(({ id }) => id === move?.practice);
  const { steps, doneWhen } = howToOf(move?.practice ?? '')[move?.steps ?? 'start'];
  const [first = '', ...rest] = item?.says[move?.from ?? 0] ?? '';
  expect(description).toContain(`Now: ${first.toUpperCase()}${rest.join('')}.`);
  expect(description).toContain(`Goal: ${move?.goal}`);
  for (const step of steps) expect(description).toContain(`* ${step}`);
  expect(description).toContain(`Done when: ${doneWhen}`);
});

test('for a hosted model an issue has the steps of its reading', () => {
  const lows = answersBy(pack, ({ kind }) => (kind === 'practice' ? 0 : 4));
  const hosted = report({ ...lows, context: { model: 'hosted' } }, pack);
  const csv = renderMovesCsv(hosted, pack, texts, words);
  const changed = hosted.moves.filter(({ practice, steps }) =>
    texts[practice]?.readings.some((reading) => reading[steps]?.steps),
  );
  expect(changed.length).toBeGreaterThan(0);
  for (const { practice, steps } of changed)
    expect(csv).toContain(texts[practice]?.readings[0]?.[steps]?.steps?.[0]?.replaceAll('"', '""'));
});

/** Any text, often made of characters with a meaning in spreadsheets, and of those that nobody sees. */
const telling = [...'=+-@＝﹢﹣﹦﹫−⁺₋﬩;,\t\r\n"\' a1\0\u001b\u200b\u2060\u00ad\ufeff\u{e0020}'];
const anyCell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...telling) }));

test('no cell starts a formula, whichever separator is used, and every text can be read back', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 1 }), fc.constantFrom(...csvSeparators), (texts, separator) => {
      const between = separator === 'comma' ? ',' : ';';
      const line = `${texts.map((text) => csvField(text, separator)).join(between)}${between}\r\n`;
      expect(formulasIn(line)).toEqual([]);
      const cells = parseCsv(`\uFEFF${line}`, between)[0] ?? [];
      const withoutMarks = (text: string) => text.replaceAll("'", '');
      expect(cells.slice(0, -1).map(withoutMarks)).toEqual(texts.map(withoutMarks));
      const isHarmless = (text: string) => !/[=+\-@−]|^[\t\r]/.test(text.normalize('NFKC'));
      expect(cells.filter((_, at) => isHarmless(texts[at] ?? ''))).toEqual([...texts.filter(isHarmless), '']);
    }),
    { numRuns: 2000 },
  );
});

test.each([...formulaNames, ...invisibleFormulaNames])('%j stays text in the CSV of a plan', (name) => {
  const team = decided(3);
  const practices = report(team, pack).moves.map(({ practice }) => practice);
  const decisions = practices.map((practice) => ({ practice, owner: name, reason: name }));
  const teamReport = report({ ...team, system: name, decisions }, pack);
  const [comma, semicolon] = csvSeparators.map((each) => renderMovesCsv(teamReport, pack, texts, words, each));
  expect([comma, semicolon].flatMap((csv) => formulasIn(csv ?? ''))).toEqual([]);
  expect(parseCsv(comma ?? '')).toHaveLength(practices.length + 1);
  expect(parseCsv(semicolon ?? '', ';')).toHaveLength(practices.length + 1);
});

test('our own texts need no apostrophes against formulas, and get none', () => {
  const csv = renderMovesCsv(report(generateTeam(pack, 3), pack), pack, texts, words);
  for (const text of [csv, practicesCsv()]) {
    expect(formulasIn(text)).toEqual([]);
    expect(
      parseCsv(text)
        .flat()
        .filter((cell) => /(^|[;\t\r\n])[\s"]*'/.test(cell)),
    ).toEqual([]);
  }
});

test('the summary is short and has the verdict, scores, risks, and first moves with owner and due date', () => {
  for (const seed of [3, 8, 21, 40]) {
    const teamReport = report(decided(seed), pack);
    const summary = renderSummary(teamReport, pack, words);
    expect(summary.split('\n').length).toBeLessThan(36);
    expect(summary).toContain(teamReport.verdict);
    for (const { point } of teamReport.variables)
      if (point !== null) expect(summary).toContain(` ${shown(point)} (band `);
    for (const { id } of risksOf(teamReport, 3))
      expect(summary).toContain(`- ${pack.signals.find((signal) => signal.id === id)?.title}`);
    expect(summary).toContain('owner: =Ada; due: 15 Jan 2027');
    expect(summary).not.toContain('Next year');
  }
});

test('names of people and systems cannot add markup to a summary or a text', () => {
  const team = { ...decided(3), system: '# <img src=x> **boo**\n- item' };
  const teamReport = report(team, pack);
  for (const text of [renderSummary(teamReport, pack, words), renderMarkdown(teamReport, pack, t)]) {
    expect(text).not.toMatch(/(?<!\\)</);
    expect(text).not.toContain('**boo**');
    expect(text).not.toMatch(/^- item/m);
  }
});

/** Texts that would be markup in Markdown or HTML, at the start of a line or inside it. */
const markupTexts = [
  ...formulaNames,
  ...hostileTexts().filter((_, at) => at % 8 === 0), // one of each kind
  '# x',
  '## x',
  '- x',
  '+ x',
  '* x',
  '1. x',
  '2) x',
  '> x',
  '---',
  '===',
  '***',
  '```\nx',
  '    x',
  '| x |',
  '[a](javascript:x)',
  '![a](//evil.example)',
  '<b>x</b>',
  '_x_',
  '~~x~~',
  '`x`',
  '\\[x](y)',
  'a\n\n# x',
  'a\n- x',
  'A &#8238; gpj.exe',
  '&copy; &lt;b&gt; &#x202e;',
  'https://evil.example',
  'WWW.evil.example',
  'a@b.example',
  '[x](http://evil.example)',
];

/** The block marker at the start of a line with a name, and the inline markup that Markdown would interpret. */
function markupIn(line: string): string[] {
  const inline = line.replaceAll(/\\[!-/:-@[-`{-~]/g, '·'); // escaped characters are text
  const block = /^ {0,3}(#{1,6}\s|[-+*]\s|\d+[.)]\s|>|=+\s*$|-+\s*$|```)/.exec(inline);
  return [...(block ? [block[0]] : []), ...(inline.match(/[`*_[\]<>|~]|&#?\w+;|\w:\/\/|www\.|@/gi) ?? [])];
}

test('any name of a system or a person stays text in every Markdown file', () => {
  const person = (system: string): Answers => ({ ...decided(3), system, respondent: { name: system, role: system } });
  for (const name of markupTexts) {
    const team = person(name);
    const teamReport = report(team, pack);
    const plain = name.replace(/\s+/g, ' ').trim();
    const lines = [renderSummary(teamReport, pack, words), renderMarkdown(teamReport, pack, t)].map(
      (text) => text.split('\n')[2] ?? '',
    );
    for (const line of lines) {
      expect(markupIn(line), name).toEqual([]);
      expect(line.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'), name).toContain(plain);
    }
    const merged = renderMerge(mergeRespondents([team, person('Other')], pack), pack, t).split('\n');
    const compared = renderComparison(compare({ answers: team }, { answers: team }, pack), pack, t).split('\n');
    for (const line of [merged[0], compared[0]]) expect(markupIn((line ?? '').replace(/^# /, 'x ')), name).toEqual([]);
    for (const line of merged.filter((each) => /^- 1\b/.test(each))) expect(markupIn(line.slice(2)), name).toEqual([]);
  }
});

test('the long text has owners, due dates and what a move eases', () => {
  const teamReport = report(decided(8), pack);
  const text = renderMarkdown(teamReport, pack, t);
  expect(text).toContain('owner: =Ada; due: 2027-01-15; decision: Do');
  const troubled = report(
    answersBy(pack, ({ kind }) => (kind === 'practice' ? 0 : 4)),
    pack,
  );
  const eased = troubled.moves.flatMap(({ eases }) => eases);
  expect(eased.length).toBeGreaterThan(0);
  const troubledText = renderMarkdown(troubled, pack, t);
  for (const id of eased) expect(troubledText).toContain(pack.signals.find((signal) => signal.id === id)?.title);
});

test('the HTML file holds the answers unchanged, and nothing in them ends an element', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const answers = { ...generateTeam(pack, 3), system: `${text}</script><script>boo()</script><!--` };
      const html = renderHtmlFile({
        title: answers.system,
        language: 'en',
        css: 'a{}</style><b>',
        body: '<p></p>',
        answers,
      });
      const data = /<script type="application\/json" id="trivium-answers">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
      expect(JSON.parse(data)).toEqual(answers);
      expect(html.match(/<script/g)).toHaveLength(1);
      expect(html.match(/<\/style/g)).toHaveLength(1);
    }),
  );
});

test('fileName() has system, date and kind, in any script', () => {
  expect(fileName({ system: 'Parcel times / EU', date: '2026-11-16' }, 'csv', 'moves')).toBe(
    'trivium-parcel-times-eu-2026-11-16-moves.csv',
  );
  expect(fileName({ system: 'Пример 1', date: null }, 'json')).toBe('trivium-пример-1.json');
  expect(fileName({ system: '../..', date: '2026-11-16' }, 'json')).toBe('trivium-assessment-2026-11-16.json');
});

test('fileName() keeps combining marks with their letters, normalised', () => {
  const named = (system: string) => fileName({ system }, 'json');
  expect(named('कर्ज़ मॉडल')).toBe(`trivium-${'कर्ज़-मॉडल'.normalize('NFC')}.json`);
  expect(named('โมเดลเครดิต')).toBe('trivium-โมเดลเครดิต.json');
  expect(named('نَموذج')).toBe('trivium-نَموذج.json');
  expect(named('می\u200cشود')).toBe('trivium-میشود.json');
  expect(named('Cafe\u0301')).toBe(named('Caf\u00e9'));
  expect(named('\u2764\ufe0f')).toBe('trivium-assessment.json');
});

test('fileName() returns a name that Windows, macOS and Linux accept, whatever the name of the system', () => {
  const names = [
    'CON',
    'nul.',
    'a:b*c?',
    'x...',
    '\u202egpj.exe',
    'a\0b',
    'a\nb',
    '~',
    '   ',
    '👍'.repeat(80),
    '𐎠'.repeat(80),
    'मॉ'.repeat(200),
  ];
  for (const system of [...names, ...hostileTexts()]) {
    const name = fileName({ system, date: '2026-11-16' }, 'json', 'set-aside');
    expect(name).toMatch(/^trivium-[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}]\.json$/u);
    expect(new TextEncoder().encode(name).length).toBeLessThan(256);
    expect(name.isWellFormed(), name).toBe(true);
  }
  expect(fileName({ system: 'मॉ'.repeat(200) }, 'json')).toMatch(/मॉ\.json$/); // not cut inside a syllable
});
