import { type ComponentChild, h } from 'preact';
import type { Answers } from '../../../core/answers/answers.ts';
import { type Promises, promisesSince } from '../../../core/assessment/promises.ts';
import { PromisesInShort, PromisesList, PromisesView, promisesTitle } from '../../shared/PromisesView.tsx';
import type { ReportData, Site } from '../../shared/view-data.ts';

/**
 * What became of earlier promises: for the report object, on the page, in the working copy, and on the page for
 * leadership.
 */
export interface ShownPromises {
  promises: Promises;
  view: ComponentChild;
  /** The heading and the list apart, for where the view is shown already. */
  heading: string;
  list: ComponentChild;
  inShort: ComponentChild;
}

/**
 * What became of the moves that a team had decided to do; undefined if it had decided nothing.
 * @param earlierAnswers an earlier assessment of the same system that this browser keeps
 */
export function promisesShown(
  site: Site,
  { pack }: Pick<ReportData, 'pack'>,
  answers: Answers,
  earlierAnswers: Answers | undefined,
): ShownPromises | undefined {
  const promises = promisesSince(answers, pack, earlierAnswers);
  if (!promises) return undefined;
  const props = { site, pack, context: answers.context, promises };
  return {
    promises,
    view: h(PromisesView, props),
    heading: promisesTitle(props),
    list: h('div', { class: 'promises' }, h(PromisesList, props)),
    inShort: h(PromisesInShort, props),
  };
}
