import { expect, test } from 'vitest';
import { playwrightDurations, slowestLines, vitestDurations } from '../../tools/tasks/slowest.mjs';

test('the slowest tests of both runners are listed, slowest first', () => {
  const unit = vitestDurations({
    testResults: [
      { name: 'tests/a.test.ts', assertionResults: [{ fullName: 'adds', duration: 1500 }, { fullName: 'skipped' }] },
      { name: 'tests/b.test.ts', assertionResults: [] },
    ],
  });
  const browser = playwrightDurations({
    config: { rootDir: 'tests/browser' },
    suites: [
      {
        specs: [{ file: 'a.spec.ts', title: 'opens', tests: [{ results: [{ duration: 900 }, { duration: 800 }] }] }],
        suites: [{ specs: [{ file: 'a.spec.ts', title: 'closes', tests: [{ results: [{ duration: 40 }] }] }] }],
      },
    ],
  });
  expect(slowestLines([...unit, ...browser])).toEqual([
    'The 3 slowest tests:',
    '    1.7 s  tests/browser/a.spec.ts: opens',
    '    1.5 s  tests/a.test.ts: adds',
    '    0.0 s  tests/browser/a.spec.ts: closes',
  ]);
});

test('at most ten are listed, and nothing if no test ran', () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ file: 'a', title: `${at}`, milliseconds: at * 1000 }));
  const lines = slowestLines(many);
  expect(lines).toHaveLength(11);
  expect(lines[1]).toContain('29.0 s');
  expect(slowestLines([])).toEqual([]);
});
