// Writes two files into the built site: sbom.json, based on "npm sbom", and licences.txt with the terms of each package.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const labelOf = ({ name, version }) => `${name} ${version}`;
const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1);

/** Runs npm and returns its output. If npm started us, npm_execpath is its own file, and no shell is needed. */
function npm(args) {
  const hasNpmFile = process.env.npm_execpath?.endsWith('.js');
  const windows = process.platform === 'win32';
  const [command, first] = hasNpmFile
    ? [process.execPath, [process.env.npm_execpath]]
    : [windows ? 'npm.cmd' : 'npm', []];
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26, shell: windows && !hasNpmFile };
  const { stdout, stderr, status, error } = spawnSync(command, [...first, ...args], options);
  if (status === 0) return stdout;
  throw new Error(`"npm ${args[0]}" failed (${error?.message ?? stderr.trim()}). It needs npm 9.5 or later.`);
}

/** Name, version and licence of the locked packages that the build needs, without those for development only. */
export function lockedPackages() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const locked = Object.entries(packages).flatMap(([folder, { version, license = 'unknown', dev, devOptional }]) => {
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return folder === '' || dev || devOptional ? [] : [{ name, version, licence: license }];
  });
  return [...new Map(locked.map((item) => [labelOf(item), item])).values()].toSorted(byName);
}

/**
 * The software bill of materials of the build, as CycloneDX. The same lock gives the same text: it has no time, serial
 * number, npm version, folder name or address of a download. Packages for development are removed here: npm's own
 * "--omit dev", which it also assumes if NODE_ENV is "production" as in a build, drops those that both need, such as zod.
 */
export function billOfMaterials() {
  const bill = JSON.parse(npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include', 'dev']));
  const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { serialNumber: _, metadata, components, dependencies, ...rest } = bill;
  const { timestamp: __, tools: ___, ...about } = metadata;
  const withoutReferences = ({ externalReferences, ...item }) => item;
  const component = withoutReferences({ ...about.component, name });
  const labels = new Set(lockedPackages().map(labelOf));
  const neededComponents = components.filter((item) => labels.has(labelOf(item))).map(withoutReferences);
  const refs = new Set([component, ...neededComponents].map((item) => item['bom-ref']));
  const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);
  return {
    ...rest,
    metadata: { ...about, component },
    components: neededComponents.toSorted(by('bom-ref')),
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: dependsOn.filter((dependency) => refs.has(dependency)).toSorted(),
      }))
      .toSorted(by('ref')),
  };
}

/** A Vite plugin that collects the folder of each package with code in the browser's files. */
const collectShipped = (folders) => ({
  name: 'collect-shipped',
  generateBundle(_, bundle) {
    if (this.environment && this.environment.name !== 'client') return;
    const ids = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
    for (const id of ids) {
      const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.split(path.sep).join('/'))?.[1];
      if (folder) folders.add(folder);
    }
  },
});

/** A package in the browser's files, with the full text of its licence, which has to be passed on. */
function shippedPackage(folder) {
  const { name, version, license: licence } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.\w+)?$/i.test(name));
  if (!file) throw new Error(`${name} has no file with its licence in ${folder}. Its terms have to be passed on.`);
  return { name, version, licence, text: readFileSync(path.join(folder, file), 'utf8').replaceAll('\r', '').trim() };
}

function licences(shipped) {
  const line = ({ name, version, licence }) => `${name} ${version}: ${licence}`;
  return [
    'Trivium: code Apache-2.0, content CC BY 4.0.',
    'Code of these packages is in the files that a browser loads. Their terms follow in full.',
    shipped.map(line).join('\n'),
    'These packages build the site, or may, depending on the machine. Only those above are passed on with it.',
    lockedPackages().map(line).join('\n'),
    ...shipped.map((item) => `${'-'.repeat(72)}\n${line(item)}\n\n${item.text}`),
  ].join('\n\n');
}

/** An Astro integration without options. */
export const sbom = () => {
  const folders = new Set();
  return {
    name: 'sbom',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: { plugins: [collectShipped(folders)], worker: { plugins: () => [collectShipped(folders)] } },
        });
      },
      'astro:build:done': ({ dir }) => {
        const shipped = [...folders].map(shippedPackage).toSorted(byName);
        const write = (name, text) => writeFileSync(fileURLToPath(new URL(name, dir)), `${text}\n`);
        write('licences.txt', licences(shipped));
        write('sbom.json', JSON.stringify(billOfMaterials(), null, 1));
      },
    },
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(billOfMaterials(), null, 2)}\n`);
}
