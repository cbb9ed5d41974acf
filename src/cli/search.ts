import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import type { EntryKind } from '../core/model/entry.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import { success } from '../core/model/result.ts';
import { openSearch } from '../search/query.ts';
import { cutQuery, queryLimit } from '../search/query-limit.ts';
import { searchData } from '../search/search-data.ts';
import { formatOption } from './arguments.ts';
import { answerLines, type Command, exitCode, exitStatusHelp, printFormat, refuseCall } from './command.ts';

const help = `trivium search "words" [--format json|md]
trivium search -

Finds entries of the knowledge base, best first, with the index and the rules of the site.
  --format json   [{ "id", "kind", "score" }, ...] (default)
  --format md     a list to read
With "-": one query per line in, one JSON list per line out, in step.
Of each query, the first ${queryLimit} characters are searched.

${exitStatusHelp('some lines were too long')}
`;

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
  help,
  options: { format: formatOption },
  run(call) {
    const query = call.positionals.join(' ');
    if (call.positionals.length === 0)
      return refuseCall('Say what to search for, or "-" for lines on standard input. "--help" tells more.');
    const resultsOf = entryFinder(loadKnowledgeBase());
    const rankedIds = (text: string) => resultsOf(text).map(({ id, kind, score }) => ({ id, kind, score }));
    if (query === '-') return answerLines((line) => success(rankedIds(line)));
    if (cutQuery(query).isCut)
      process.stderr.write(`Only the first ${queryLimit} of ${query.length} characters were searched.\n`);
    printFormat(call, rankedIds(query), () =>
      resultsOf(query)
        .map(({ id, kind, title, summary }) => `- ${title} (${kind}, ${id}): ${summary}\n`)
        .join(''),
    );
    return exitCode.done;
  },
};
