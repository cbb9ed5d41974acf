import { type Answer, type Answers, bareAnswer } from '../answers/answers.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Rollup, TeamAnswers } from '../rollup/rollup.ts';
import { type CsvSeparator, csvTable } from './csv.ts';

/** Writes the counts of every question as CSV, in the order of the pack. */
export function itemsCsv({ items }: Rollup, pack: Pack, separator: CsvSeparator = 'comma'): string {
  const names = [
    'item',
    'title',
    'kind',
    'variable',
    'known',
    'level_0',
    'level_1',
    'level_2',
    'level_3',
    'level_4',
    'sum',
    'median',
    'min',
    'max',
    'hurting',
    'below_target',
    'measured',
    'shown',
    'dk',
    'na',
    'unanswered',
  ];
  const rows = items.map((summary) => {
    const { item, known, levels, sum, median, min, max, hurting, below, measured, shown } = summary;
    const { dk, na, unanswered } = summary;
    const { title = item, kind = '', variable = null } = packIndex(pack).item(item) ?? {};
    const byLevel = levels ?? [null, null, null, null, null];
    const spread = [sum, median, min, max, hurting, below, measured, shown];
    return [item, title, kind, variable, known, ...byLevel, ...spread, dk, na, unanswered];
  });
  return csvTable(names, rows, separator);
}

/** Writes the profiles of every listed team as CSV; only the heading if single teams are not listed. */
export function teamsCsv({ list }: Rollup, separator: CsvSeparator = 'comma'): string {
  const names = [
    'team',
    'date',
    'variable',
    'point',
    'low',
    'high',
    'word',
    'leaning',
    'known',
    'applicable',
    'lowest',
  ];
  const rows = (list ?? []).flatMap(({ name, number, date, profiles }) =>
    profiles.map(({ variable, point, low, high, word, leaning, known, applicable, lowest }) => [
      name ?? number,
      date,
      variable,
      point,
      low,
      high,
      word,
      leaning,
      known,
      applicable,
      lowest,
    ]),
  );
  return csvTable(names, rows, separator);
}

/** How far a group's people are apart, without fields that the format does not know. */
const bareGroup = ({ people, version, variables }: NonNullable<Answers['group']>): NonNullable<Answers['group']> => ({
  people,
  version,
  variables: variables.map(({ id, low, high }) => ({ id, low, high })),
});

/** An answer without free text. Of evidence, only the kind of a level stays: the roll-up counts it. */
function withoutText(answer: Answer): Answer {
  const bare = bareAnswer(answer);
  return answer.state === 'level' && answer.evidence ? { ...bare, evidence: { kind: answer.evidence.kind } } : bare;
}

/** Answers without free text: no notes, names of people, reasons or places. They roll up to the same numbers. */
function withoutTexts(answers: Answers): Answers {
  const { format, version, pack, system, date, context, targets, reread, group } = answers;
  return {
    format,
    version,
    pack: { id: pack.id, version: pack.version },
    system,
    ...(date === undefined ? {} : { date }),
    context,
    ...(group ? { group: bareGroup(group) } : {}),
    answers: answers.answers.map(withoutText),
    targets: targets.map(({ item, level }) => ({ item, level })),
    decisions: [],
    overrides: [],
    ...(reread ? { reread: reread.map(({ item, why, before }) => ({ item, why, before: bareAnswer(before) })) } : {}),
  };
}

/** Writes the teams as JSON Lines, one answers object per line, without free text. Page and command line can read it. */
export const answersLines = (teams: readonly TeamAnswers[]): string =>
  teams.map(({ answers }) => `${JSON.stringify(withoutTexts(answers))}\n`).join('');
