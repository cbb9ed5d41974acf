import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { bundledLicences, packageBill } from '../astro/sbom.mjs';
import { env, npm, say, stop } from '../run.mjs';
import { bundle } from './bundle.ts';
import { writeContent } from './compile-content.ts';
import { libraryDeclarations } from './declarations.ts';
import { packageManifest, readManifest } from './manifest.ts';

const help = `npm run package [-- <folder>]

Makes the package "trivium", as npm would publish it: trivium-<version>.tgz, in this folder or in the one that you name.
It holds the command, the library and all content, and installs nothing else. docs/library.md says how to use it.
`;

/** Writes everything that the package holds into an empty folder. */
async function writePackage(folder: string): Promise<void> {
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const manifest = packageManifest();
  const bundled = await bundle(folder);
  writeContent(path.join(folder, 'code'));
  write('package.json', json(manifest));
  write('library.d.ts', libraryDeclarations());
  write('sbom.json', json(packageBill(manifest, bundled)));
  write('licences.txt', bundledLicences(bundled));
  copyFileSync('docs/library.md', path.join(folder, 'README.md'));
  for (const file of ['LICENSE', 'LICENSE-content.md']) copyFileSync(file, path.join(folder, file));
}

/** Makes the package in a temporary folder and packs it into `out`. Returns the path of the file. */
async function makePackage(out: string): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trivium-package-'));
  try {
    await writePackage(folder);
    mkdirSync(out, { recursive: true });
    const status = await npm(['pack', folder, '--pack-destination', out, '--ignore-scripts', '--loglevel=error']);
    if (status !== 0) stop('npm could not pack the package; its message is above.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { name, version } = readManifest();
  return path.join(out, `${name}-${version}.tgz`);
}

const [argument, ...more] = process.argv.slice(2);
if (argument === '--help') process.stdout.write(help);
else if (more.length > 0 || argument?.startsWith('-'))
  stop(`Name one folder, or none. Found: ${process.argv.slice(2).join(' ')}.`);
else {
  const file = await makePackage(path.resolve(env['CALLED_FROM'] ?? '.', argument ?? '.'));
  say(`${file}: ${Math.round(statSync(file).size / 1000)} kB`);
}
