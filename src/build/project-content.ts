import path from 'node:path';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { Problem } from '../core/model/problem.ts';
import { readOverlay } from './overlay.ts';
import { readContent } from './read-content.ts';

/** Reads the content of this checkout and the overlay over it, with every problem of both. */
export function readProjectContent(): { kb: KnowledgeBase; problems: Problem[] } {
  const overlay = readOverlay();
  const { kb, problems } = readContent(path.resolve('content'), overlay);
  return { kb, problems: [...problems, ...(overlay?.problems ?? [])] };
}
