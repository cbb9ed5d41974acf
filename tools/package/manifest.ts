import { readFileSync } from 'node:fs';
import { optionalPackages } from './bundle.ts';

/** What the package takes over from this project. */
interface Manifest {
  name: string;
  version: string;
  description: string;
  license: string;
  optionalDependencies: Record<string, string>;
}

/**
 * The Node versions that the package runs on. The oldest is the first that loads a module of this kind with `require` and
 * without a warning; `npm run every-node` tries it and the newest.
 */
export const nodeRange = '>=22.12';
/** The newest Node that the package was tried on. */
export const newestNode = '26.12.1';

/** The package.json of this project. */
export const readManifest = (): Manifest => JSON.parse(readFileSync('package.json', 'utf8'));

/** The package.json of the package: it installs nothing else, and names what it can use if it is there. */
export function packageManifest(): object {
  const { name, version, description, license, optionalDependencies } = readManifest();
  const optional = optionalPackages.map((each): [string, string] => [each, `^${optionalDependencies[each]}`]);
  return {
    name,
    version,
    description,
    license: `${license} AND CC-BY-4.0`,
    type: 'module',
    engines: { node: nodeRange },
    bin: { trivium: 'code/trivium.js' },
    exports: { '.': { types: './library.d.ts', default: './code/library.js' }, './package.json': './package.json' },
    peerDependencies: Object.fromEntries(optional),
    peerDependenciesMeta: Object.fromEntries(optional.map(([each]) => [each, { optional: true }])),
  };
}
