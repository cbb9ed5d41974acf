/**
 * Tests that read the assessment and the knowledge base, and hold for any pack. They also run with the overlay of the
 * example, and with `TRIVIUM_OVERLAY=./our-pack npm run unit`. All others are about the official pack, or need no content.
 */
export const rules = [
  'tests/build/data-files.test.ts',
  'tests/build/page-data.test.ts',
  'tests/content/templates.test.ts',
  'tests/core/assessment/properties.test.ts',
  'tests/core/report/held-decisions.test.ts',
  'tests/core/report/report.test.ts',
  'tests/core/report/sheet-lines.test.ts',
];
