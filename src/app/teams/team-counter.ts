import { answersLines, itemsCsv, teamsCsv } from '../../core/render/rollup.ts';
import { type Rollup, rollupOfRows, type Team } from '../../core/rollup/rollup.ts';
import { type TeamRows, teamRows } from '../../core/rollup/rows.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import {
  emptyBatch,
  type ImportBatch,
  type ImportedAnswers,
  importFiles,
  importPasted,
  type RejectedFile,
  withoutEntry,
} from '../import/import-files.ts';
import type { TeamsFile, TeamsSettings } from './TeamsView.tsx';
import type { TeamsData } from './teams-data.tsx';

/** What decides how teams are counted. */
export type Counting = Pick<TeamsSettings, 'depth' | 'anonymous'>;

/** What the page shows of the teams that were brought. */
export interface TeamsCount {
  /** Names of files or places of links, each with the system that it holds. */
  good: { name: string; holds: string }[];
  bad: readonly RejectedFile[];
  /** Nothing while there is no team. */
  made: Rollup | undefined;
  /** Names that more than one team has. */
  sameNames: string[];
}

/** A file to save: the ending of its name, its text, its type. */
export type TeamsText = [ending: string, text: string, type: string];

/** Largest file of many lines that is read, in bytes. */
const linesLimit = 20 * 1_048_576;

const teamOf = ({ name, answers, version }: ImportedAnswers): Team => ({
  answers,
  source: { file: name, line: null, version: version ?? '' },
});

/** Names that occur more than once, in their order. */
function sameNames(names: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  times.delete('');
  return [...times]
    .filter(([, count]) => count > 1)
    .map(([name]) => name)
    .toSorted();
}

/**
 * Reads and counts many teams, beside the page where the browser lets it. It keeps what was brought until it is gone.
 * Calls are answered one after the other, in the order in which they were made.
 */
export class TeamCounter {
  #taken: ImportBatch = emptyBatch;
  #rows = new Map<ImportedAnswers, TeamRows>();
  #counting: Counting = { depth: 'full', anonymous: false };
  #last: Promise<unknown> = Promise.resolve();
  readonly #data: TeamsData;
  readonly #t: Translate;

  constructor(data: TeamsData) {
    this.#data = data;
    this.#t = translator(data.strings, data.language);
  }

  /** Reads files; one with a team on every line becomes as many. */
  files = (files: readonly File[]): Promise<void> => this.#inTurn(() => this.#readFiles(files));

  /** Reads a pasted text. */
  paste = (text: string): Promise<void> =>
    this.#inTurn(async () => this.#take(await importPasted(this.#taken, text, this.#data.pack, this.#t)));

  remove = (at: number): Promise<void> => this.#inTurn(() => this.#take(withoutEntry(this.#taken, at)));

  count = (counting: Counting): Promise<TeamsCount> => this.#inTurn(() => this.#count(counting));

  /** @returns nothing while there is no team */
  file = (kind: TeamsFile): Promise<TeamsText | undefined> => this.#inTurn(() => this.#file(kind));

  /** Does something once everything that was asked before is done. */
  #inTurn<T>(task: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #readFiles(files: readonly File[]): Promise<void> {
    const tooLarge: RejectedFile[] = [];
    const parts = await Promise.all(
      files.map(async (file): Promise<File[]> => {
        if (!/\.(jsonl|ndjson)$/i.test(file.name)) return [file];
        if (file.size > linesLimit) {
          tooLarge.push({ name: file.name, reason: this.#t('teams.lines-too-large') });
          return [];
        }
        const lines = (await file.text()).split('\n');
        return lines.flatMap((line, at) =>
          line.trim() === '' ? [] : [new File([line], this.#t('teams.line', { name: file.name, n: at + 1 }))],
        );
      }),
    );
    const all = await importFiles(this.#taken, parts.flat(), this.#data.pack, this.#t);
    this.#take({ ...all, bad: [...all.bad, ...tooLarge] });
  }

  #count(counting: Counting): TeamsCount {
    if (counting.depth !== this.#counting.depth) this.#rows.clear();
    this.#counting = counting;
    this.#take(this.#taken);
    const { good, bad } = this.#taken;
    return {
      good: good.map(({ name, answers }) => ({ name, holds: answers.system })),
      bad,
      made: this.#made(),
      sameNames: sameNames(good.map(({ answers }) => answers.system.trim())),
    };
  }

  #file(kind: TeamsFile): TeamsText | undefined {
    const made = this.#made();
    if (!made) return undefined;
    const { list, ...counts } = made;
    const kinds: Record<TeamsFile, () => TeamsText> = {
      items: () => ['questions.csv', itemsCsv(made, this.#data.pack), 'text/csv'],
      teams: () => ['scores.csv', teamsCsv(made), 'text/csv'],
      answers: () => ['answers.jsonl', answersLines(this.#taken.good.map(teamOf)), 'application/x-ndjson'],
      counts: () => [
        'counts.json',
        `${JSON.stringify({ ...counts, list: made.anonymous ? null : list }, null, 2)}\n`,
        'application/json',
      ],
    };
    return kinds[kind]();
  }

  /** Keeps what was taken in, and works out the rows of each team that is new. */
  #take(taken: ImportBatch): void {
    this.#taken = taken;
    this.#rows = new Map(
      taken.good.map((each, at) => {
        const { answers, source } = teamOf(each);
        const { pack } = this.#data;
        return [each, this.#rows.get(each) ?? teamRows(at + 1, source, answers, pack, this.#counting.depth)];
      }),
    );
  }

  #made(): Rollup | undefined {
    const { depth, anonymous } = this.#counting;
    return this.#rows.size > 0 ? rollupOfRows([...this.#rows.values()], this.#data.pack, depth, anonymous) : undefined;
  }
}
