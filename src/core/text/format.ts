import { allOf } from '#messages/lists.ts';

/** Numbers an answer as people count: level 0 is answer 1 of five. */
export const formatAnswerNumber = (level: number): string => String(level + 1);

/** Joins names in a sentence: `a, b and c`. */
export const joinNames: (names: readonly string[]) => string = allOf;

/** Somebody's text without the full stop at its end, for use within a sentence of ours. */
export const withoutFullStop = (text: string): string => text.replace(/(?<!\.)\.\s*$/, '');

/** Turns a statement into the beginning of a sentence. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
