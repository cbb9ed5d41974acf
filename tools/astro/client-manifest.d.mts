/** A record of Vite's manifest, as far as it is read here. */
export interface ManifestRecord {
  file: string;
  name?: string;
  imports?: string[];
}
export function readClientManifest(): Record<string, ManifestRecord>;
export function filesNeededBy(manifest: Record<string, ManifestRecord>, modules: readonly string[]): string[];
export function keepClientManifest(): object;
