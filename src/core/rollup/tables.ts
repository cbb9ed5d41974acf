import * as messages from '#messages/rollup-tables.ts';
import { formatPoints } from '../assessment/score.ts';
import type { Constants } from '../model/pack-schema.ts';

/** A column of a table of a roll-up. */
export interface Column {
  name: string;
  type: 'integer' | 'number' | 'text' | 'boolean';
  /** Says what it holds, and when it is null, by the constants of a pack. */
  describe(constants: Constants): string;
}

/** A table: what each row is about, and its columns in order. */
export interface Table {
  name: TableName;
  row: string;
  columns: readonly Column[];
}

export const tableNames = ['teams', 'profiles', 'answers', 'signals', 'items'] as const;
export type TableName = (typeof tableNames)[number];

const column = (name: string, type: Column['type'], about: string | Column['describe']): Column => ({
  name,
  type,
  describe: typeof about === 'string' ? () => about : about,
});
const team = column('team', 'integer', messages.teamNumber);

/**
 * The schema of JSON Lines and Parquet, in one place. The command line prints it, the page shows it, and Parquet takes
 * its types from it.
 */
export const tables: readonly Table[] = [
  {
    name: 'teams',
    row: messages.teamRows,
    columns: [
      team,
      column('name', 'text', messages.teamName),
      column('date', 'text', messages.date),
      column('file', 'text', messages.file),
      column('line', 'integer', messages.line),
      column('pack_version', 'text', messages.packVersion),
      column('reread', 'integer', messages.reread),
      column('depth', 'text', messages.depth),
    ],
  },
  {
    name: 'profiles',
    row: messages.profileRows,
    columns: [
      team,
      column('variable', 'text', messages.profileVariable),
      column('point', 'integer', ({ pointCoverage }) => messages.point(formatPoints(pointCoverage))),
      column('low', 'integer', messages.low),
      column('high', 'integer', messages.high),
      column('word', 'text', messages.word),
      column('leaning', 'boolean', messages.leaning),
      column('known', 'integer', messages.known),
      column('applicable', 'integer', messages.applicable),
      column('lowest', 'boolean', messages.lowest),
    ],
  },
  {
    name: 'answers',
    row: messages.answerRows,
    columns: [
      team,
      column('item', 'text', messages.question),
      column('state', 'text', messages.state),
      column('level', 'integer', messages.level),
      column('target', 'integer', messages.target),
      column('evidence', 'text', messages.evidence),
    ],
  },
  {
    name: 'signals',
    row: messages.signalRows,
    columns: [team, column('signal', 'text', messages.signal), column('status', 'text', messages.status)],
  },
  {
    name: 'items',
    row: messages.itemRows,
    columns: [
      column('item', 'text', messages.question),
      column('kind', 'text', messages.kind),
      column('variable', 'text', messages.itemVariable),
      column('stage', 'text', messages.stage),
      column('weight', 'number', messages.weight),
      column('title', 'text', messages.title),
    ],
  },
];
