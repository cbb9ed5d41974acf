import type { Entry } from '../../core/model/entry.ts';
import type { Work } from '../../core/model/study.ts';
import { entries } from '../entries.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';

/** The web address of a work by its id: a URL, `doi:...` or `arxiv:...`; undefined for any other id. */
export function workUrl(id: string): string | undefined {
  if (/^https?:/.test(id)) return id;
  const [, doi] = /^doi:([^;\s]+)/i.exec(id) ?? [];
  if (doi) return `https://doi.org/${doi}`;
  const [, arxiv] = /^arxiv:\s?([^;\s]+)/i.exec(id) ?? [];
  return arxiv ? `https://arxiv.org/abs/${arxiv}` : undefined;
}

/** A work, with its address and the entries that cite it. */
export interface ListedWork extends Work {
  url: string | undefined;
  entries: Entry[];
}

/** The bibliography, in the order of content/study/literature.yaml. */
export const bibliography = (): ListedWork[] =>
  [...loadKnowledgeBase().literature.values()].map((work) => ({
    ...work,
    url: workUrl(work.id),
    entries: entries.filter(({ literature }) => literature.includes(work.key)),
  }));
