import { type ComponentChild, h } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { type Promises, promisesSince } from '../../core/assessment/promises.ts';
import { PromisesInShort, PromisesView } from '../shared/PromisesView.tsx';
import type { ReportData, Site } from '../shared/view-data.ts';

/** What became of earlier promises: for the report object, on the page, and on the page for leadership. */
export interface ShownPromises {
  promises: Promises;
  view: ComponentChild;
  inShort: ComponentChild;
}

/**
 * What became of the moves that a team had decided to do; undefined if it had decided nothing.
 * @param kept an earlier assessment of the same system that this browser keeps
 */
export function promisesShown(
  site: Site,
  { pack }: Pick<ReportData, 'pack'>,
  answers: Answers,
  kept: Answers | undefined,
): ShownPromises | undefined {
  const promises = promisesSince(answers, pack, kept);
  if (!promises) return undefined;
  const props = { site, pack, promises };
  return { promises, view: h(PromisesView, props), inShort: h(PromisesInShort, props) };
}
