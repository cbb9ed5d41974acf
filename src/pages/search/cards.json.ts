import type { APIRoute } from 'astro';
import { entries } from '../../build/entries.ts';
import { t } from '../../build/strings.ts';
import type { SearchCard } from '../../search/card.ts';

/** The text of each result, in the order of the index. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify(
      entries.map(
        ({ id, kind, title, plain = '', aliases, summary, symptoms }): SearchCard => ({
          id,
          kind: t(`kind.${kind}`),
          title,
          plain,
          aliases,
          summary,
          symptoms,
        }),
      ),
    ),
  );
