import { readFileSync } from 'node:fs';
import * as messages from '#messages/build.ts';
import type { ThemeColours } from '../core/overlay/theme.ts';

/**
 * The custom properties that the first `:root` after a heading of tokens.css sets, without their dashes. Throws if there
 * is no such heading.
 */
export function declaredUnder(heading: RegExp, tokens: string): Record<string, string> {
  const block = heading.exec(tokens);
  if (!block) throw new Error(messages.noTokens(heading));
  const from = tokens.slice(block.index);
  const body = from.slice(from.indexOf('{', from.indexOf(':root')) + 1);
  const declarations = body.slice(0, body.indexOf('}')).matchAll(/--([\w-]+):\s*([^;]+);/g);
  return Object.fromEntries([...declarations].map(([, name = '', value = '']) => [name, value]));
}

/** The values of every custom property in the light and the dark theme of tokens.css. */
export function readThemes(tokens = readFileSync('src/styles/tokens.css', 'utf8')): ThemeColours {
  const light = declaredUnder(/^ *:root/m, tokens);
  return { light, dark: { ...light, ...declaredUnder(/prefers-color-scheme: dark/, tokens) } };
}
