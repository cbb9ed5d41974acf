import { expect, test } from 'vitest';
import { t } from '../../../src/build/strings.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { renderSummary } from '../../../src/core/render/summary.ts';
import { report } from '../../../src/core/report/report.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

const words = { t, day: (date: string) => date };

test('no export says that everything was answered where people are far apart', () => {
  const all = smallTeam({ all: 3, alarms: 2, waits: 2, stops: 2 });
  const group = (min: number): Answers => ({
    ...all,
    answers: all.answers.map((answer) => ({ ...answer, spread: { n: 3, min, max: 3 } })),
    group: { people: 3, version: teamPack.version, variables: [] },
  });
  for (const render of [
    (answers: Answers) => renderMarkdown(report(answers, teamPack), teamPack, t),
    (answers: Answers) => renderSummary(report(answers, teamPack), teamPack, words),
  ]) {
    expect(render(group(3))).toContain('No question is open.');
    expect(render(group(0))).not.toContain('No question is open.');
    expect(render(group(0))).toMatch(
      /No question is open, but people's answers are far apart, most of all here: \w+, \w+, \w+\./,
    );
  }
});
