import { cutPlace } from './evidence-places.ts';
import type { Reason } from './proposals.ts';

/** Where a reason was found: `src/train.py:12`, `a.ipynb, cell 3, line 2`, or an address. */
export function reasonPlace({ file, url = '', cell, line }: Reason): string {
  if (file === undefined) return url;
  if (cell === undefined) return line === undefined ? file : `${file}:${line}`;
  return `${file}, cell ${cell}${line === undefined ? '' : `, line ${line}`}`;
}

/** The place of a reason as evidence names it: never longer than the field for it. */
export const evidencePlace = (reason: Reason): string => cutPlace(reasonPlace(reason));
