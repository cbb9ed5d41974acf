/**
 * Tests that read the assessment and the knowledge base, and hold for any pack. They also run with the overlay of the
 * example, and with `TRIVIUM_OVERLAY=./our-pack npm run unit`. All others are about the official pack, need no content, or
 * take so long that they run once.
 */
export const rules = [
  'tests/build/data-files.test.ts',
  'tests/build/page-data.test.ts',
  'tests/cli/dataset.test.ts',
  'tests/cli/rollup-input.test.ts',
  'tests/cli/rollup-output.test.ts',
  'tests/cli/rollup-stopped.test.ts',
  'tests/cli/side-by-side.test.ts',
  'tests/content/templates.test.ts',
  'tests/core/answers/limits.test.ts',
  'tests/core/assessment/explain.test.ts',
  'tests/core/assessment/properties.test.ts',
  'tests/core/proposals/kept-proposals.test.ts',
  'tests/core/proposals/proposals.test.ts',
  'tests/core/reliability/reliability.test.ts',
  'tests/core/render/calendar.test.ts',
  'tests/core/render/file-name.test.ts',
  'tests/core/render/files.test.ts',
  'tests/core/render/issues.test.ts',
  'tests/core/render/markup-in-files.test.ts',
  'tests/core/render/method-example.test.ts',
  'tests/core/render/moves-csv.test.ts',
  'tests/core/report/held-decisions.test.ts',
  'tests/core/report/report.test.ts',
  'tests/core/report/sheet-lines.test.ts',
  'tests/core/rollup/anonymous.test.ts',
  'tests/core/rollup/rollup.test.ts',
  'tests/core/rollup/teams-sheet.test.ts',
  'tests/look/required-texts.test.ts',
  'tests/package/portable.test.ts',
  'tests/search/scripts-and-marks.test.ts',
];
