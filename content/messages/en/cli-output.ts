// What commands say about the folder or the file that they write: rollup, dataset and look.

/** What is said about the files that a command writes together. */
export interface OutputTexts {
  /** Continues the name of the folder. @param more how many names are not listed */
  holdsOthers(names: readonly string[], more: number): string;
  /** @param owner the id of the process that is writing */
  beingWritten(owner: number, staging: string): string;
  takenOver(to: string): string;
  stopped: string;
}

const list = (names: readonly string[], more: number): string =>
  `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
const beingWritten =
  (what: string) =>
  (owner: number, staging: string): string =>
    `Another ${what} (process ${owner}) is being written there. Wait for it, or name another folder; if that process is not writing a ${what}, delete "${staging}".`;
const takenOver =
  (what: string) =>
  (to: string): string =>
    `Another ${what} has taken over "${to}". Name another folder.`;

export const rollupTexts: OutputTexts = {
  holdsOthers: (names, more) =>
    `contains files that no roll-up wrote: ${list(names, more)}. Name a new folder, an empty one, or one with an earlier roll-up.`,
  beingWritten: beingWritten('roll-up'),
  takenOver: takenOver('roll-up'),
  stopped: 'The roll-up was stopped. Nothing was written.\n',
};
export const datasetTexts: OutputTexts = {
  holdsOthers: (names, more) =>
    `contains something that is not a dataset: ${list(names, more)}. Name a new folder, an empty one, or one with an earlier dataset.`,
  beingWritten: beingWritten('dataset'),
  takenOver: takenOver('dataset'),
  stopped: 'Writing the dataset was stopped. Nothing was written.\n',
};

export const outIsNoFolder = 'is not a folder. Name a new folder, or an empty one.';
export const outInFile = (parent: string): string => `would be inside the file "${parent}". Name a folder elsewhere.`;
export const inTheWay = (staging: string): string => `"${staging}" is in the way. Delete it, or name another folder.`;

// About the file of one output; each continues its name.
export const outIsFolder = 'is a folder. Name a file.';
export const outIsDisk = 'is a disk or a socket. Name a file.';
export const outIsOutput = 'is where the output of this command goes. Name another file.';
export const outIsOther =
  'holds something other than proposals. Name a new file, an empty one, or an earlier proposals file.';
export const fileNotWritten = (file: string, why: string): string =>
  `Cannot write "${file}"${why} Nothing was written.`;
