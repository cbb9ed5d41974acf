// The thread in which a build makes the data files while the code is bundled. It sends the checked knowledge base, under
// the key that `loadKnowledgeBase` asks for; when it gets a folder, it writes every file there, then it sends their number.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { dataFiles } from './data-files.ts';
import { knowledgeBaseKey, loadKnowledgeBase } from './knowledge-base.ts';

parentPort?.postMessage({ key: knowledgeBaseKey, value: loadKnowledgeBase() });
const files = dataFiles().map((file) => ({ path: file.path, text: file.text() }));
const folders = new Set(files.map((file) => path.dirname(file.path)));

parentPort?.once('message', (root: string) => {
  for (const folder of folders) mkdirSync(path.join(root, folder), { recursive: true });
  for (const file of files) writeFileSync(path.join(root, file.path), file.text);
  parentPort?.postMessage({ written: files.length });
});
