// Writes two files into the built site: sbom.json, as "npm sbom" does, and licences.txt with the terms of each package.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const labelOf = ({ name, version }) => `${name} ${version}`;
const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1);
const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);

const packagesFolder = 'node_modules/';

/** The packages of the lock file that the build needs, by folder, without those for development only. */
function lockedFolders() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const locked = Object.entries(packages).flatMap(([folder, item]) => {
    const name = folder.slice(folder.lastIndexOf(packagesFolder) + packagesFolder.length);
    return folder === '' || item.dev || item.devOptional ? [] : [[folder, { ...item, name }]];
  });
  return { root: packages[''], folders: new Map(locked) };
}

/** Name, version and licence of the locked packages that the build needs, without those for development only. */
export function lockedPackages() {
  const locked = [...lockedFolders().folders.values()].map(({ name, version, license: licence = 'unknown' }) => ({
    name,
    version,
    licence,
  }));
  return [...new Map(locked.map((item) => [labelOf(item), item])).values()].toSorted(byName);
}

const refOf = ({ name, version }) => `${name}@${version}`;
const addressOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The licence of a package: one of SPDX's names, or an expression of several. */
const licencesOf = (licence) => (/ /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }]);

/** The hash of a package, which the lock file keeps as `sha512-` and Base64. */
const hashesOf = (integrity) => [
  { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
];

/** What npm notes about a package, each as a property of CycloneDX. */
const propertiesOf = (item) =>
  [
    ['private', item.private],
    ['bundled', item.inBundle],
  ]
    .filter(([, holds]) => holds)
    .map(([name]) => ({ name: `cdx:npm:package:${name}`, value: 'true' }));

/** A package as CycloneDX lists it. */
const componentOf = (item) => ({
  'bom-ref': refOf(item),
  type: 'library',
  name: item.name,
  version: item.version,
  scope: item.optional ? 'optional' : 'required',
  ...(item.description ? { description: item.description } : {}),
  purl: addressOf(item),
  properties: propertiesOf(item),
  ...(item.integrity ? { hashes: hashesOf(item.integrity) } : {}),
  licenses: licencesOf(item.license),
});

/** The package that a folder finds under a name: the nearest, from the folder upwards. Undefined if it is not locked. */
function resolve(folders, folder, name) {
  const found = folders.get(`${folder && `${folder}/`}${packagesFolder}${name}`);
  if (found || folder === '') return found;
  return resolve(folders, folder.slice(0, Math.max(0, folder.lastIndexOf(packagesFolder) - 1)), name);
}

/** What a package depends on, as references, in order. */
function dependenciesOf(folders, folder, item) {
  const { dependencies, optionalDependencies, peerDependencies, devDependencies } = item;
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies, ...devDependencies });
  const found = names.map((name) => resolve(folders, folder, name)).filter((each) => each !== undefined);
  return [...new Set(found.map(refOf))].toSorted();
}

/** How every bill of materials begins. */
const cycloneDx = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
};

/**
 * The software bill of materials of the build, as CycloneDX: what "npm sbom" says, without starting npm, which takes as
 * long as a tenth of the build. The same lock gives the same text: it has no time, serial number, npm version, folder name
 * or address of a download, and no package that only development needs.
 */
export function billOfMaterials() {
  const { root, folders } = lockedFolders();
  const itself = JSON.parse(readFileSync('package.json', 'utf8'));
  const dependencies = [['', { ...itself, ...root }], ...folders].map(([folder, item]) => ({
    ref: refOf(item),
    dependsOn: dependenciesOf(folders, folder, item),
  }));
  return {
    ...cycloneDx,
    metadata: { lifecycles: [{ phase: 'pre-build' }], component: componentOf(itself) },
    components: [...new Map([...folders.values()].map((item) => [refOf(item), componentOf(item)])).values()].toSorted(
      by('bom-ref'),
    ),
    dependencies: [...new Map(dependencies.map((each) => [each.ref, each])).values()].toSorted(by('ref')),
  };
}

/** The bill of materials of the package: the packages in these folders, whose code is bundled in it. */
export function packageBill(manifest, bundledFolders) {
  const { folders } = lockedFolders();
  const components = bundledFolders.map((folder) => componentOf({ ...folders.get(folder), inBundle: true }));
  return {
    ...cycloneDx,
    metadata: { lifecycles: [{ phase: 'build' }], component: componentOf(manifest) },
    components,
    dependencies: [{ ref: refOf(manifest), dependsOn: components.map((each) => each['bom-ref']) }],
  };
}

/** The folder of the installed package that a module of a bundle belongs to; undefined for our own code. */
export const packageFolder = (id) =>
  /^\0?((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.split(path.sep).join('/'))?.[1];

/** A Vite plugin that collects the folder of each package with code in the browser's files. */
const collectShipped = (folders) => ({
  name: 'collect-shipped',
  generateBundle(_, bundle) {
    if (this.environment && this.environment.name !== 'client') return;
    const ids = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
    for (const id of ids) {
      const folder = packageFolder(id);
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

const licenceLine = ({ name, version, licence }) => `${name} ${version}: ${licence}`;

/** The full terms of packages, each below a line. */
const termsOf = (shipped) => shipped.map((item) => `${'-'.repeat(72)}\n${licenceLine(item)}\n\n${item.text}`);

/** The licences of the packages in these folders, whose code is bundled in ours. */
export const bundledLicences = (folders) =>
  `${['Code of these packages is bundled in this one.', ...termsOf(folders.map(shippedPackage))].join('\n\n')}\n`;

function licences(shipped) {
  return [
    'Trivium: code Apache-2.0, content CC BY 4.0.',
    'Code of these packages is in the files that a browser loads. Their terms follow in full.',
    shipped.map(licenceLine).join('\n'),
    'These packages build the site, or may, depending on the machine. Only those above are passed on with it.',
    lockedPackages().map(licenceLine).join('\n'),
    ...termsOf(shipped),
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
