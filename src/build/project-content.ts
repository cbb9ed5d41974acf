import path from 'node:path';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { Problem } from '../core/model/problem.ts';
import { readOverlay } from './overlay.ts';
import { ParsedCopy } from './parsed-copy.ts';
import { assembleContent, parseContent } from './read-content.ts';

/** Reads the content of this checkout and the overlay over it, with every problem of both. */
export function readProjectContent(): { kb: KnowledgeBase; problems: Problem[] } {
  const overlay = readOverlay();
  const copy = new ParsedCopy();
  const { kb, problems } = assembleContent(parseContent(path.resolve('content'), 'content', copy), overlay);
  copy.save();
  return { kb, problems: [...problems, ...(overlay?.problems ?? [])] };
}
