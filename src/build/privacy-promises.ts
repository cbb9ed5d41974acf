import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** A part of what the site promises about answers. Each statement has a test of that name. */
export interface PrivacyPromises {
  id: string;
  title: string;
  statements: readonly string[];
}

/** All promises, in the order in which their page shows them. */
export const loadPrivacyPromises = (): PrivacyPromises[] =>
  parse(readFileSync(path.resolve('content/ui/privacy.yaml'), 'utf8'));
