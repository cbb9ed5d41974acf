/** A column of a table of a roll-up. */
export interface Column {
  name: string;
  type: 'integer' | 'number' | 'text' | 'boolean';
  /** What it holds, and when it is null. */
  about: string;
}

/** A table: what each row is about, and its columns in order. */
export interface Table {
  name: TableName;
  row: string;
  columns: readonly Column[];
}

export const tableNames = ['teams', 'profiles', 'answers', 'signals', 'items'] as const;
export type TableName = (typeof tableNames)[number];

const column = (name: string, type: Column['type'], about: string): Column => ({ name, type, about });
const team = column('team', 'integer', 'Running number of the team, from 1, in the order of reading.');

/**
 * The schema of JSON Lines and Parquet, in one place. The command line prints it, the page shows it, and Parquet takes
 * its types from it.
 */
export const tables: readonly Table[] = [
  {
    name: 'teams',
    row: 'one row per team',
    columns: [
      team,
      column('name', 'text', "The system's name as the team gave it; empty where it gave none."),
      column('date', 'text', 'Date of the answers, as 2026-11-23; null where none was given.'),
      column('file', 'text', 'The file that the answers were in.'),
      column('line', 'integer', 'The line in that file, from 1; null where the file holds one team.'),
      column('pack_version', 'text', 'Version of the pack that the team answered; older ones are carried over.'),
      column('reread', 'integer', 'Answers that are not scored because their question has changed since.'),
      column('depth', 'text', 'Which practices are scored: quick or full.'),
    ],
  },
  {
    name: 'profiles',
    row: 'one row per team and V',
    columns: [
      team,
      column('variable', 'text', 'velocity, validation or versioning.'),
      column('point', 'integer', 'Score, 0 to 100; null where less than half is known.'),
      column(
        'low',
        'integer',
        'Low end of the band: everything unknown at its worst, or lower as answers may be off; null where nothing applies.',
      ),
      column(
        'high',
        'integer',
        'High end of the band: everything unknown at its best, or higher as answers may be off; null where nothing applies.',
      ),
      column('word', 'text', 'gap, mixed, strong, not-enough-known or does-not-apply.'),
      column('leaning', 'boolean', 'Whether the band crosses a cut, so that the word might be another one.'),
      column('known', 'integer', 'Practices with a level.'),
      column('applicable', 'integer', 'Practices that apply.'),
      column('lowest', 'boolean', 'Whether this V looks lowest in this team.'),
    ],
  },
  {
    name: 'answers',
    row: 'one row per team and question',
    columns: [
      team,
      column('item', 'text', 'Id of the question.'),
      column('state', 'text', 'level, dk (not known), na (does not apply) or unanswered.'),
      column('level', 'integer', '0 to 4; null in every other state.'),
      column('target', 'integer', "The level that the team aims at, else the pack's; null for symptoms."),
      column('evidence', 'text', 'What a level rests on: claimed, shown or measured; null in every other state.'),
    ],
  },
  {
    name: 'signals',
    row: 'one row per team and signal',
    columns: [
      team,
      column('signal', 'text', 'Id of the pain point or the anti-pattern.'),
      column('status', 'text', 'likely, exposed, possible, unclear, unlikely, not-enough-known or does-not-apply.'),
    ],
  },
  {
    name: 'items',
    row: 'one row per question of the pack',
    columns: [
      column('item', 'text', 'Id of the question.'),
      column('kind', 'text', 'practice or symptom.'),
      column('variable', 'text', 'The V that it scores; null for symptoms.'),
      column('stage', 'text', 'Id of the stage.'),
      column('weight', 'number', 'Weight in the score of its V.'),
      column('title', 'text', 'Its title.'),
    ],
  },
];
