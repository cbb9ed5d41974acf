import { isAdded } from '../model/is-added.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { markedTitle } from '../model/question-schema.ts';

/** A record with a title of its own, under one of the names that fields have for it. */
export type Titled = Partial<Record<'title' | 'short' | 'term' | 'name', string | undefined>>;

/** A record whose title, name or term carries the mark. */
const withOverlayMark = <T extends Titled>(record: T, mark: string): T => ({
  ...record,
  ...Object.fromEntries(
    (['title', 'short', 'term', 'name'] as const).flatMap((key) => {
      const title = record[key];
      return title === undefined ? [] : [[key, markedTitle(title, mark)]];
    }),
  ),
});

/** Tables whose records have a title of their own. */
export const titledTables = ['questions', 'symptoms', 'signals', 'tensions', 'entries', 'glossary', 'tools'] as const;

/**
 * Puts the mark of an overlay behind the title of everything that it adds, so that every page, file and export says whose
 * it is. Returns the knowledge base unchanged if there is no overlay.
 */
export function markTitles<Kb extends KnowledgeBase>(kb: Kb): Kb {
  const { overlay } = kb;
  if (!overlay) return kb;
  const markedTables = titledTables.map((table) => [
    table,
    new Map(
      [...(kb[table] as Map<string, Titled>)].map(([id, record]) => [
        id,
        isAdded(kb, `${table} ${id}`) ? withOverlayMark(record, overlay.mark) : record,
      ]),
    ),
  ]);
  return { ...kb, ...Object.fromEntries(markedTables) };
}
