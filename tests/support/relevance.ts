import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Hit } from '../../src/search/query.ts';

/** A query in people's own words, with the entries that answer it, best first. */
export interface JudgedQuery {
  query: string;
  relevant: string[];
  /** Entries that one of two judges named. */
  also?: string[];
  /** `tune`: weights may be tuned on it. `unseen`: only reported. `field`: language models, tools, questions at night. */
  set: 'tune' | 'unseen' | 'field';
}

export interface Judgement extends JudgedQuery {
  /** The first five entries found. */
  found: string[];
  /** 1 / rank of the first entry that a judge named; 0 if none was found. */
  reciprocalRank: number;
  /** Share of the relevant entries that are among the first five. */
  recall: number;
}

const file: { queries: JudgedQuery[]; nonsense: string[] } = parse(readFileSync('tests/fixtures/queries.yaml', 'utf8'));
export const readQueries = (): JudgedQuery[] => file.queries;
/** Queries that no entry answers. */
export const readNonsense = (): string[] => file.nonsense;

/** Judges the hits of a query. */
export function judge(query: JudgedQuery, hits: readonly Hit[]): Judgement {
  const ids = hits.map(({ id }) => id);
  const named = [...query.relevant, ...(query.also ?? [])];
  const first = ids.findIndex((id) => named.includes(id));
  const found = ids.slice(0, 5);
  return {
    ...query,
    found,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    recall: query.relevant.filter((id) => found.includes(id)).length / query.relevant.length,
  };
}
