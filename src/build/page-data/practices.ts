import { practiceRows } from '../../core/knowledge/practice-rows.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { csvTable } from '../../core/render/csv.ts';
import { entryOf } from '../entries.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';
import { pack, personWeeksOf, variableName } from '../pack.ts';
import { t } from '../strings.ts';

const kb = loadKnowledgeBase();
const { stageName } = packIndex(pack);

/** The columns of the table: whether the values are numbers, and whether sorting begins with the most. */
export const practiceColumns = [
  { key: 'practice', isNumber: false, startsWithMost: false },
  { key: 'variable', isNumber: false, startsWithMost: false },
  { key: 'stage', isNumber: false, startsWithMost: false },
  { key: 'grade', isNumber: false, startsWithMost: false },
  { key: 'weeks', isNumber: true, startsWithMost: false },
  { key: 'interviewees', isNumber: true, startsWithMost: true },
  { key: 'eases', isNumber: false, startsWithMost: true },
  { key: 'tools', isNumber: false, startsWithMost: false },
] as const;

/** All practices, with names in place of ids. */
export const practices = practiceRows(kb).map((row) => ({
  ...row,
  variableName: variableName(row.variable),
  stageName: stageName(row.stage),
  reason: t(`practices.${row.gradeReason}`),
  weeks: personWeeksOf(row.effort),
  pains: row.eases.map(entryOf),
  toolNames: row.tools.flatMap((id) => kb.tools.get(id)?.name ?? []),
}));

/** Every pain point and anti-pattern that a practice eases, by title. */
export const pains = [...new Set(practices.flatMap((practice) => practice.pains))].toSorted((a, b) =>
  a.title < b.title ? -1 : 1,
);

/** The table as CSV (RFC 4180). */
export const practicesCsv = (): string =>
  csvTable(
    ['Id', ...practiceColumns.map(({ key }) => t(`practices.${key}`)), t('practices.reason')],
    practices.map(({ id, title, variableName: v, stageName: stage, grade, weeks, interviewees, ...row }) => [
      id,
      title,
      v,
      stage,
      grade,
      weeks,
      interviewees,
      row.pains.map((pain) => pain.title).join('; '),
      row.toolNames.join('; '),
      row.reason,
    ]),
  );
