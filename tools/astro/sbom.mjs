// Writes what the site is made of beside it: sbom.json, made by "npm sbom", and licences.txt with the terms of each package.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1);

/** Runs npm with its own file when npm started us, so that no shell is needed. */
function npm(args) {
  const own = process.env.npm_execpath?.endsWith('.js');
  const windows = process.platform === 'win32';
  const [command, first] = own ? [process.execPath, [process.env.npm_execpath]] : [windows ? 'npm.cmd' : 'npm', []];
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26, shell: windows && !own };
  const { stdout, stderr, status, error } = spawnSync(command, [...first, ...args], options);
  if (status === 0) return stdout;
  throw new Error(`"npm ${args[0]}" failed (${error?.message ?? stderr.trim()}). It needs npm 9.5 or later.`);
}

/** Packages that the lock installs for the build, without those for development: name, version, licence. */
export function lockedPackages() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const all = Object.entries(packages).flatMap(([place, { version, license = 'unknown', dev, devOptional }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return place === '' || dev || devOptional ? [] : [{ name, version, licence: license }];
  });
  return [...new Map(all.map((each) => [`${each.name} ${each.version}`, each])).values()].toSorted(byName);
}

/**
 * The software bill of materials of what the site is built from, as CycloneDX. The same lock gives the same text: time,
 * serial number, the version of npm and the name of the folder are left out, and so is where a package was fetched.
 * Packages for development are taken out here: npm's own "--omit dev" loses those that both need, such as zod.
 */
export function billOfMaterials() {
  const bill = JSON.parse(npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']));
  const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { serialNumber: _, metadata, components, dependencies, ...rest } = bill;
  const { timestamp: __, tools: ___, ...about } = metadata;
  const bare = ({ externalReferences, ...part }) => part;
  const component = bare({ ...about.component, name });
  const wanted = new Set(lockedPackages().map((each) => `${each.name} ${each.version}`));
  const kept = components.filter((each) => wanted.has(`${each.name} ${each.version}`)).map(bare);
  const refs = new Set([component, ...kept].map((each) => each['bom-ref']));
  const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);
  return {
    ...rest,
    metadata: { ...about, component },
    components: kept.toSorted(by('bom-ref')),
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)).toSorted() }))
      .toSorted(by('ref')),
  };
}

/** A Vite plugin that notes the folder of each package whose code goes into a file for the browser. */
const noteShipped = (folders) => ({
  name: 'note-shipped',
  generateBundle(_, bundle) {
    if (this.environment && this.environment.name !== 'client') return;
    const ids = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
    for (const id of ids) {
      const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.split(path.sep).join('/'))?.[1];
      if (folder) folders.add(folder);
    }
  },
});

/** A package that is in the browser's files, with the whole text of its licence, which asks to be passed on. */
function shippedPackage(folder) {
  const { name, version, license: licence } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
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
    ...shipped.map((each) => `${'-'.repeat(72)}\n${line(each)}\n\n${each.text}`),
  ].join('\n\n');
}

/** An Astro integration without options. */
export const sbom = () => {
  const folders = new Set();
  return {
    name: 'sbom',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [noteShipped(folders)], worker: { plugins: () => [noteShipped(folders)] } } });
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
