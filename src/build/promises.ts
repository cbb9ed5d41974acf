import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** What the site promises about answers, in parts. Each statement has a test of its name. */
export interface Promises {
  id: string;
  title: string;
  statements: readonly string[];
}

/** Every promise, in the order of its page. */
export const loadPromises = (): Promises[] => parse(readFileSync(path.resolve('content/ui/privacy.yaml'), 'utf8'));
