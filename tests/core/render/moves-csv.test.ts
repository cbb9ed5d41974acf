import fc from 'fast-check';
import { expect, test } from 'vitest';
import { practicesCsv } from '../../../src/build/page-data/practices.ts';
import { foldedTexts, howToOf } from '../../../src/build/page-data/report.ts';
import { csvField, csvSeparators } from '../../../src/core/render/csv.ts';
import { moveColumns, renderMovesCsv } from '../../../src/core/render/moves-csv.ts';
import { report } from '../../../src/core/report/report.ts';
import { formulaNames, formulasIn, invisibleFormulaNames, parseCsv } from '../../support/csv.ts';
import { decided, pack, shown, words } from '../../support/decided-team.ts';
import { answersBy, generateTeam } from '../../support/teams.ts';

const texts = Object.fromEntries(Object.keys(foldedTexts().advice).map((id) => [id, howToOf(id)]));

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
