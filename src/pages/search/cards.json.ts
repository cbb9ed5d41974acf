import type { APIRoute } from 'astro';
import { entries } from '../../build/entries.ts';
import { t } from '../../build/strings.ts';
import type { SearchCard } from '../../search/card.ts';

/** What results show of each entry, by its place in the index. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify(
      entries.map(
        ({ id, kind, title, summary, symptoms }): SearchCard => ({
          id,
          kind: t(`kind.${kind}`),
          title,
          summary,
          symptoms,
        }),
      ),
    ),
  );
