// Why a text is not read as JSON.

/** @param isMore whether the size is a lower bound */
export const tooLarge = (size: number, limit: number, isMore: boolean): string =>
  `It has ${isMore ? 'more than ' : ''}${size} bytes; at most ${limit} are read. Choose a file that Trivium wrote.`;

export const tooDeep = (depth: number, limit: number): string =>
  `It is nested ${depth} levels deep; at most ${limit} are read. Choose a file that Trivium wrote.`;
export const tooManyValues = (values: number, limit: number): string =>
  `It holds about ${values} values; at most ${limit} are read. Choose a file that Trivium wrote.`;
export const zeroBytes =
  'It holds zero bytes, as a text in UTF-16 does, or a file of another kind. Save it as UTF-8, or choose a file that Trivium wrote.';
export const notJson = (reason: string): string => `It is not valid JSON. The parser says: ${reason}.`;
