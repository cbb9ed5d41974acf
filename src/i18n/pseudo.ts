import type { Strings } from './translate.ts';

// A made-up language that shows what a translation would break: every sentence has accents and is about 40 % longer, so
// that text which is cut, or stands outside content/, is easy to see. "rtl" also runs from right to left.

/** The forms of the made-up language. */
export const pseudoForms = ['longer', 'rtl'] as const;
/** A form of the made-up language. */
export type PseudoForm = (typeof pseudoForms)[number];

const plain = 'abcdefghijklmnoprstuvwyzACDEGHIJKLNORSTUWYZ';
const accented = 'åƀçđéƒĝĥîĵķļɱñôþŕšťûṽŵýžÅÇĐÉĜĤÎĴĶĻÑÔŔŠŤÛŴÝŽ';
const accents = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]));

/**
 * A run of letters with accents, vowels, n and s twice: as long against the original as German against English, and
 * more.
 */
const stretch = (text: string): string =>
  [...text]
    .map((letter) => {
      const accented = accents.get(letter) ?? letter;
      return /[aeiouns]/.test(letter) ? accented + accented : accented;
    })
    .join('');

/** A sentence in the made-up language. What is filled in, `{like this}`, stays as it is. */
export const pseudoSentence = (sentence: string): string =>
  sentence.replaceAll(/\{\w+\}|[^{]+|\{/g, (part) => (/^\{\w+\}$/.test(part) ? part : stretch(part)));

/** All sentences in the made-up language. */
export const pseudoStrings = (strings: Strings): Strings =>
  Object.fromEntries(Object.entries(strings).map(([key, sentence]) => [key, pseudoSentence(sentence)]));
