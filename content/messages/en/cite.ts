// Words of citations.

export const authors = 'The Trivium authors';
export const sections = (list: string): string => `Sections ${list}`;
