/** The start of a text, of at most this many UTF-16 units. Never ends in half of a character. */
export const startOf = (text: string, length: number): string => text.slice(0, length).replace(/\p{Cs}$/u, '');
