// What the library says that others install.

export const missingFile = (file: string): string => `The package of Trivium lacks "${file}". Install it again.`;
export const noData = (reason: string): string =>
  `This cannot be read as data: ${reason}. Pass what JSON.parse makes of a file of answers.`;
export const noText = (type: string): string =>
  `Found a value of type ${type}; expected a text. Pass what readFileSync(file, 'utf8') gives.`;
export const noFormat = (found: string, possible: string): string =>
  `There is no format ${found}; possible: ${possible}.`;
export const noEntry = (id: string): string => `There is no entry "${id}". "search" finds the ids of entries.`;
export const base = 'The base';
export const notPortable = (kind: string): string => `The package cannot hold this ${kind}.`;
