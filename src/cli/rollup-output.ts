import { rollupTexts } from '#messages/cli-output.ts';
import { tableNames, tables } from '../core/rollup/tables.ts';
import { isOutputFile, lineStart, type OutputFiles } from './output-folder.ts';

/** The folder inside the output folder that holds a roll-up until it is complete. */
export const stagingName = '.rollup';

/** How each file of a roll-up begins. */
const beginnings = new Map<string, RegExp>([
  ['problems.jsonl', lineStart(['file', 'line'])],
  ...tables.map(({ name, columns }) => [`${name}.jsonl`, lineStart(columns.map((column) => column.name))] as const),
  ...tableNames.map((name) => [`${name}.parquet`, /^PAR1/] as const),
  ['rollup.sql', /^-- What many teams share/],
  ['rollup-postgres.sql', /^-- What many teams share/],
  ['rollup.json', /^\{\s*"format": "trivium-rollup"/],
]);

/** Every file that a roll-up may write. */
export const rollupFiles: OutputFiles = {
  names: [
    'problems.jsonl',
    ...tableNames.flatMap((name) => [`${name}.jsonl`, `${name}.parquet`]),
    'rollup.sql',
    'rollup-postgres.sql',
    'rollup.json',
  ],
  beginnings,
  always: 'problems.jsonl',
  toleratesOthers: true,
  staging: stagingName,
  texts: rollupTexts,
};

/**
 * Whether a file in a folder that is read belongs to an earlier roll-up. An empty file does only next to the rest of one.
 * A file that cannot be read does not: reading it says why.
 */
export function isOfEarlierRollup(folder: string, name: string): boolean {
  try {
    return isOutputFile(rollupFiles, folder, name, isOutputFile(rollupFiles, folder, 'rollup.json'));
  } catch {
    return false;
  }
}
