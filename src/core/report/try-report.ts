import { type Answers, answerMap } from '../answers/answers.ts';
import { tryLevels } from '../assessment/explain.ts';
import { scoreAssessment } from '../assessment/personal-scores.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Report } from './report.ts';
import { tryLines } from './sheet-lines.ts';

/**
 * The report with the scores, levels and sheet that other answers would give. Everything else stays as reported.
 * @param answers those of the report
 * @param tried levels, 0 to 4, by the id of a question of the pack
 */
export const tryReport = (
  report: Report,
  answers: Answers,
  tried: ReadonlyMap<string, number>,
  pack: Pack,
): Report => ({
  ...report,
  variables: scoreAssessment(answers, pack, report.depth, tryLevels(answerMap(answers), tried, pack)),
  levels: { ...report.levels, ...Object.fromEntries(tried) },
  sheet: tryLines(report.sheet, tried, packIndex(pack).item),
});
