// Why a proposals file, or a part of it, is refused.

export const questionGone = 'This question no longer exists.';
export const notJson = 'It is not valid JSON.';
export const noneReadable = 'It holds no proposals that this Trivium can read.';
export const noDecision = 'It is not a decision.';
export const controlCharacters = 'Expected a path without control characters.';
export const pathOutside = 'Expected a path inside the repository, relative to its root, for example "src/train.py".';
export const addressExpected = 'Expected an address that starts with "https://" or "http://".';
export const reasonWithoutPlace = 'A reason has a place. Add "file", with "line" if there is one, or "url".';
export const lineWithoutFile = 'A "line" belongs to a file. Add "file", or remove "line".';
export const tooManyReasons = (limit: number): string => `Expected at most ${limit} reasons. Keep the strongest.`;
export const answerWithoutReason = 'An answer with a level has at least one reason. Add one, or remove the answer.';
export const noCommit = 'Expected the id of a commit: 7 to 64 hexadecimal digits (0 to 9, a to f).';
export const tooManyItems = (limit: number): string => `Expected at most ${limit} items, one for each question.`;
export const unreadable = 'It cannot be read.';
