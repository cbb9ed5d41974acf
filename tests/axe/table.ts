import process from 'node:process';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { looks } from '../support/axe.ts';

interface Row {
  pages: number;
  /** Violations by look; a page that could not be looked at counts as one in each. */
  found: number[];
}

const names = looks.map(({ theme, width }) => `${theme} ${width}`);
/** States have a row each; all other pages are summed by the folder they are in. */
const rowOf = (title: string): string => /^page (\/\w+\/(?:\w+\/)?)/.exec(title)?.[1]?.concat('*') ?? title;

/** Prints one row for each state and each folder of pages, then what was found, then a sum. */
export default class Table implements Reporter {
  private readonly rows = new Map<string, Row>();
  private readonly problems: string[] = [];

  onTestEnd(test: TestCase, { annotations, errors, status }: TestResult): void {
    const name = rowOf(test.title);
    const row = this.rows.get(name) ?? { pages: 0, found: names.map(() => 0) };
    row.pages += 1;
    row.found = names.map((look, at) => {
      const told = annotations.find(({ type }) => type === look)?.description;
      return (row.found[at] ?? 0) + Number(told ?? 1);
    });
    this.rows.set(name, row);
    if (status !== 'passed') this.problems.push(`${test.title}\n${errors.map(({ message }) => message).join('\n')}`);
    process.stderr.write(status === 'passed' ? '.' : 'F');
  }

  onError({ message = '' }: { message?: string }): void {
    this.problems.push(message);
  }

  onEnd({ status }: FullResult): void {
    const width = Math.max(5, ...[...this.rows.keys()].map(({ length }) => length));
    const line = (name: string, cells: readonly unknown[]) =>
      `${name.padEnd(width)}  ${cells.map((cell) => String(cell).padStart(10)).join('')}\n`;
    const sum = { pages: 0, found: 0 };
    process.stdout.write(`\n${line('', ['pages', ...names])}`);
    for (const [name, { pages, found }] of this.rows) {
      process.stdout.write(line(name, [pages, ...found]));
      sum.pages += pages;
      sum.found += found.reduce((total, count) => total + count, 0);
    }
    for (const problem of this.problems) process.stdout.write(`\n${problem}\n`);
    const looked = sum.pages * names.length;
    process.stdout.write(`\n${sum.pages} pages and states, ${looked} looks, ${sum.found} violations: ${status}\n`);
  }
}
