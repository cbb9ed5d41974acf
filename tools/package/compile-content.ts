import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesAt } from '../../src/build/files-in.ts';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { parseYaml } from '../../src/build/parse-yaml.ts';
import { readProjectText } from '../../src/build/source.ts';
import { templates } from '../../src/build/templates.ts';
import { toPortable } from '../../src/package/portable.ts';

/** Files and folders outside the knowledge base whose texts the package needs. */
const textPlaces = ['content/ui', 'CITATION.cff', 'public/favicon.svg', 'src/cli/rollup.sql'];

/** The text of a file. Sentences become one line of JSON, which is read in a thirtieth of the time. */
function textOf(file: string): string {
  const text = readProjectText(file);
  return file.startsWith('content/ui/') ? JSON.stringify(parseYaml(text)) : text;
}

/** Writes the checked content and the texts into a folder, as src/package/compiled-source.ts reads them. */
export function writeContent(folder: string): void {
  const write = (name: string, value: unknown) => writeFileSync(path.join(folder, name), JSON.stringify(value));
  write('content.json', toPortable(loadKnowledgeBase()));
  const files = [...textPlaces.flatMap(filesAt), ...templates.map(({ file }) => `content/templates/${file}`)];
  write('texts.json', Object.fromEntries(files.map((file) => [file, textOf(file)])));
}
