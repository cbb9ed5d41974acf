// What the library says that others install.

export const missingFile = (file: string): string => `The package of Trivium lacks "${file}". Install it again.`;
export const noEntry = (id: string): string => `There is no entry "${id}". "search" finds the ids of entries.`;
export const base = 'The base';
export const notPortable = (kind: string): string => `The package cannot hold this ${kind}.`;
