import { createInterface } from 'node:readline';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { openSearch } from '../search/query.ts';
import { searchData } from '../search/search-data.ts';
import { exitCode, readCall, usage } from './arguments.ts';

const help = `trivium search "words" [--format json|md]
trivium search -

Finds entries of the knowledge base, best first, with the index and the rules of the site.
  --format json   [{ "id", "kind", "score" }, ...] (default)
  --format md     a list to read
With "-": one query per line in, one JSON list per line out, in step.
`;

/** Prints the entries that a query finds, or those of every line of standard input. */
export async function search(args: string[]): Promise<number> {
  const call = readCall(args, { format: { values: ['json', 'md'], fallback: 'json' } });
  if (!call.ok) return usage(call.sentence);
  if (call.help) {
    process.stdout.write(help);
    return exitCode.done;
  }
  if (call.positionals.length === 0)
    return usage('Say what to search for, or "-" for lines on standard input. "--help" tells more.');
  const kb = loadKnowledgeBase();
  const { find } = openSearch(searchData(kb));
  const resultsOf = (query: string) =>
    find(query).hits.flatMap(({ id, score }) => {
      const entry = kb.entries.get(id);
      return entry ? [{ id, kind: entry.kind, score, title: entry.title, summary: entry.summary }] : [];
    });
  const asJson = (query: string) => resultsOf(query).map(({ id, kind, score }) => ({ id, kind, score }));
  const query = call.positionals.join(' ');
  if (query === '-') {
    for await (const line of createInterface({ input: process.stdin }))
      process.stdout.write(`${JSON.stringify(asJson(line))}\n`);
    return exitCode.done;
  }
  process.stdout.write(
    call.options['format'] === 'json'
      ? `${JSON.stringify(asJson(query), null, 2)}\n`
      : resultsOf(query)
          .map(({ id, kind, title, summary }) => `- ${title} (${kind}, ${id}): ${summary}\n`)
          .join(''),
  );
  return exitCode.done;
}
