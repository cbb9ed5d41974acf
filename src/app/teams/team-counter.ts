import type { LostPart } from '../../core/answers/lost-part.ts';
import { separatorFor } from '../../core/render/csv.ts';
import { answersLines, itemsCsv, teamsCsv } from '../../core/render/rollup.ts';
import { type Rollup, rollUpRows, type TeamAnswers } from '../../core/rollup/rollup.ts';
import { type TeamRows, teamRows } from '../../core/rollup/rows.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import {
  emptyBatch,
  type ImportBatch,
  type ImportedAnswers,
  type RejectedFile,
  removeImport,
} from '../import/import-batch.ts';
import { importFiles, importText } from '../import/import-files.ts';
import { inTime } from '../platform/load-error.ts';
import type { ExportKind, TeamsData, TeamsSettings } from './teams-data.tsx';

/** The settings that change the counts. */
export type CountSettings = Pick<TeamsSettings, 'depth' | 'anonymous'>;

/** What the page shows of the teams. */
export interface TeamsCount {
  /** What was imported, each with its system. */
  imports: readonly { name: string; summary: string; lost: readonly LostPart[] }[];
  rejections: readonly RejectedFile[];
  /** Absent while there is no team. */
  rollup: Rollup | undefined;
  /** Names that more than one team has. */
  duplicateNames: string[];
}

/** A file to save. */
export interface TeamsExport {
  /** What it holds, for its name. */
  what: string;
  /** The ending of its name, without the dot. */
  ending: string;
  text: string;
  type: string;
}

/** Largest file with a team per line that is read, in bytes. */
const maxLinesFileBytes = 20 * 1_048_576;

const teamOf = ({ name, answers, version }: ImportedAnswers): TeamAnswers => ({
  answers,
  source: { file: name, line: null, version: version ?? '' },
});

/** Names that occur more than once, sorted. Teams without a name do not count. */
function duplicatesIn(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  counts.delete('');
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([name]) => name)
    .toSorted();
}

/** A file to save of each kind. */
const exports: Record<ExportKind, (rollup: Rollup, teams: TeamAnswers[], data: TeamsData) => TeamsExport> = {
  items: (rollup, _, { pack }) => ({
    what: 'questions',
    ending: 'csv',
    text: itemsCsv(rollup, pack, separatorFor(undefined)),
    type: 'text/csv',
  }),
  teams: (rollup) => ({
    what: 'scores',
    ending: 'csv',
    text: teamsCsv(rollup, separatorFor(undefined)),
    type: 'text/csv',
  }),
  answers: (_, teams) => ({
    what: 'answers',
    ending: 'jsonl',
    text: answersLines(teams),
    type: 'application/x-ndjson',
  }),
  counts: ({ list, ...counts }) => ({
    what: 'counts',
    ending: 'json',
    text: `${JSON.stringify({ ...counts, list: counts.anonymous ? null : list }, null, 2)}\n`,
    type: 'application/json',
  }),
};

/**
 * Reads and counts many teams, in a worker if the browser allows it. Nothing it reads outlives it.
 * Calls run one after the other, in the order in which they were made.
 */
export class TeamCounter {
  #batch: ImportBatch = emptyBatch;
  /** Rows of each team, kept because working them out takes longest. */
  #rows = new Map<ImportedAnswers, TeamRows>();
  #settings: CountSettings = { depth: 'full', anonymous: false };
  #queue: Promise<unknown> = Promise.resolve();
  readonly #data: TeamsData;
  readonly #t: Translate;

  constructor(data: TeamsData) {
    this.#data = data;
    this.#t = translator(data.strings, data.language);
  }

  /** Reads files; one with a team per line counts as many files. */
  addFiles = (files: readonly File[]): Promise<void> => this.#enqueue(() => this.#readFiles(files));

  /** Reads a pasted text. */
  addText = (text: string): Promise<void> =>
    this.#enqueue(async () => this.#setBatch(await importText(this.#batch, text, this.#data.pack, this.#t)));

  /** Removes the import at an index. */
  remove = (index: number): Promise<void> => this.#enqueue(() => this.#setBatch(removeImport(this.#batch, index)));

  /** Forgets everything that was read. */
  clear = (): Promise<void> => this.#enqueue(() => this.#setBatch(emptyBatch));

  count = (settings: CountSettings): Promise<TeamsCount> => this.#enqueue(() => this.#count(settings));

  /** A file to save, by the settings of the last count; undefined while there is no team. */
  exportFile = (kind: ExportKind): Promise<TeamsExport | undefined> =>
    this.#enqueue(() => {
      const rollup = this.#rollup();
      return rollup && exports[kind](rollup, this.#batch.imports.map(teamOf), this.#data);
    });

  #enqueue<T>(task: () => T | Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #readFiles(files: readonly File[]): Promise<void> {
    const rejections: RejectedFile[] = [];
    const split = async (file: File): Promise<File[]> => {
      const isTooLarge = hasLines(file) && file.size > maxLinesFileBytes;
      const parts = isTooLarge ? undefined : await this.#split(file);
      const reason = this.#t(isTooLarge ? 'teams.lines-too-large' : 'import.unreadable');
      if (!parts) rejections.push({ name: file.name, reason });
      return parts ?? [];
    };
    const parts = await Promise.all(files.map(split));
    const batch = await importFiles(this.#batch, parts.flat(), this.#data.pack, this.#t);
    this.#setBatch({ ...batch, rejections: [...batch.rejections, ...rejections] });
  }

  /**
   * The lines of a file with a team per line, byte by byte, as files of their own; any other file as it is. Undefined if
   * the browser cannot read the file.
   */
  async #split(file: File): Promise<File[] | undefined> {
    if (!hasLines(file)) return [file];
    const buffer = await inTime(file.arrayBuffer()).catch(() => undefined);
    if (!buffer) return undefined;
    const bytes = new Uint8Array(buffer);
    const lines: File[] = [];
    for (let from = 0, n = 1; from < bytes.length; n += 1) {
      const end = bytes.indexOf(10, from);
      const line = bytes.subarray(from, end < 0 ? bytes.length : end);
      const isBlank = new TextDecoder().decode(line).trim() === '';
      if (!isBlank) lines.push(new File([line], this.#t('teams.line', { name: file.name, n })));
      from += line.length + 1;
    }
    return lines;
  }

  #count(settings: CountSettings): TeamsCount {
    if (settings.depth !== this.#settings.depth) this.#rows.clear();
    this.#settings = settings;
    this.#setBatch(this.#batch);
    const { imports, rejections } = this.#batch;
    return {
      imports: imports.map(({ name, answers, lost }) => ({ name, summary: nameOf(answers.system), lost })),
      rejections,
      rollup: this.#rollup(),
      duplicateNames: duplicatesIn(imports.map(({ answers }) => nameOf(answers.system).trim())),
    };
  }

  /** Works out the rows of the teams that are new in a batch. */
  #setBatch(batch: ImportBatch): void {
    const { pack } = this.#data;
    const { depth } = this.#settings;
    this.#batch = batch;
    this.#rows = new Map(
      batch.imports.map((team, index) => {
        const { answers, source } = teamOf(team);
        return [team, this.#rows.get(team) ?? teamRows(index + 1, source, answers, pack, depth)];
      }),
    );
  }

  #rollup(): Rollup | undefined {
    const { depth, anonymous } = this.#settings;
    return this.#rows.size > 0 ? rollUpRows([...this.#rows.values()], this.#data.pack, depth, anonymous) : undefined;
  }
}

/** Whether a file holds a team per line. */
const hasLines = ({ name }: File): boolean => /\.(jsonl|ndjson)$/i.test(name);
