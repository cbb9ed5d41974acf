import * as messages from '#messages/cli-knowledge.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import type { EntryKind } from '../core/model/entry.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import { success } from '../core/model/result.ts';
import { openSearch } from '../search/query.ts';
import { cutQuery, queryLimit } from '../search/query-limit.ts';
import { searchData } from '../search/search-data.ts';
import { formatOption } from './arguments.ts';
import { answerLines, type Command, exitCode, printFormat, refuseCall } from './command.ts';

/** An entry that a query found. */
export interface FoundEntry {
  id: string;
  kind: EntryKind;
  /** Above 0; comparable within one query only. */
  score: number;
  title: string;
  summary: string;
}

/** Builds the index of a knowledge base. Returns a function that finds entries for a query, best first. */
export function entryFinder(kb: KnowledgeBase): (query: string) => FoundEntry[] {
  const { find } = openSearch(searchData(kb));
  return (query) =>
    find(query).hits.flatMap(({ id, score }) => {
      const entry = kb.entries.get(id);
      return entry ? [{ id, kind: entry.kind, score, title: entry.title, summary: entry.summary }] : [];
    });
}

/** Prints the entries that a query finds, or that each line of standard input finds. */
export const searchCommand: Command = {
  help: messages.searchHelp(queryLimit),
  options: { format: formatOption },
  run(call) {
    const query = call.positionals.join(' ');
    if (call.positionals.length === 0) return refuseCall(messages.searchUsage);
    const resultsOf = entryFinder(loadKnowledgeBase());
    const rankedIds = (text: string) => resultsOf(text).map(({ id, kind, score }) => ({ id, kind, score }));
    if (query === '-') return answerLines((line) => success(rankedIds(line)));
    if (cutQuery(query).isCut) process.stderr.write(messages.searchedPart(queryLimit, query.length));
    printFormat(call, rankedIds(query), () =>
      resultsOf(query)
        .map(({ id, kind, title, summary }) => `- ${title} (${kind}, ${id}): ${summary}\n`)
        .join(''),
    );
    return exitCode.done;
  },
};
