import { assembleContent, formatProblems, parseContent, parseSource } from '../../src/build/read-content.ts';

/** The files of the official content. */
export const official = parseContent('content');

/** An overlay that only says whose it is. */
export const whose = `organisation: Acme Machine Learning
mark: Acme
id: acme-practices
version: 1.0.0
changelog: [{ version: 1.0.0, date: 2026-11-29, text: First version. }]
`;

/** Lays files, given as texts by path, over the official content. */
export function lay(files: Record<string, string>) {
  const own = Object.entries({ 'overlay.yaml': whose, ...files }).map(([path, text]) =>
    parseSource(path, text, 'our-pack'),
  );
  const { kb, problems } = assembleContent(official, { name: 'our-pack', files: own });
  return { kb, problems: formatProblems(problems) };
}

/** The official content. */
export const kb = assembleContent(official).kb;
