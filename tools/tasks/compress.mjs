// Writes a .br and a .gz next to each text file of a built site, for servers that send precompressed files.
// Usage: node tools/tasks/compress.mjs [folder]
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const texts = /\.(css|html|js|jsonl?|md|svg|txt|xml)$/;

/** Compresses every text file of a folder; `quality` is brotli's, 0 to 11. Returns the number of files. */
export function compress(folder, quality = 11) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => texts.test(file) && statSync(file).isFile());
  for (const file of files) {
    const text = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
    writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
  }
  return files.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? 'dist';
  process.stdout.write(`Compressed ${compress(folder)} files of ${folder}/.\n`);
}
