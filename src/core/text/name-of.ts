/** Anything but spaces, controls and characters that show nothing, such as fillers and the blank of Braille. */
const visible = /[^\s\p{Cc}\p{Cf}\p{DI}\u2800]/u;

/** The name of a system or person as it was written; empty if it would show nothing, which counts as no name. */
export const nameOf = (text: string | null | undefined): string => (text && visible.test(text) ? text : '');
