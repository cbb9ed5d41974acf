/** The fields of a record of Vite's manifest that are read here. */
export interface ManifestRecord {
  file: string;
  name?: string;
  imports?: string[];
}
export function readClientManifest(folder?: string): Record<string, ManifestRecord>;
export function moveClientManifest(from: string, to: string): void;
export function filesNeededBy(manifest: Record<string, ManifestRecord>, modules: readonly string[]): string[];
export function keepClientManifest(): object;
