// What a translation still lacks.

export const missingSentence = (english: string): string => `It is missing. Translate "${english}".`;
export const unknownSentence = 'English has no such sentence. Correct the key or remove it.';
export const otherSlots = (found: readonly string[], expected: readonly string[]): string => {
  const list = (slots: readonly string[]) =>
    slots.length > 0 ? slots.map((slot) => `{${slot}}`).join(', ') : 'nothing';
  return `It fills in ${list(found)}; English fills in ${list(expected)}. Use the same.`;
};
export const missingMessage = (name: string, file: string): string =>
  `"${name}" is missing. Translate it from ${file}.`;
export const unknownMessage = (name: string): string => `English has no "${name}". Correct the name or remove it.`;
export const missingModule = (file: string): string => `The file is missing. Translate ${file}.`;
export const noSearchRules = (language: string, known: readonly string[]): string =>
  `The search knows the word forms of ${known.join(', ')} only, so in "${language}" it finds words just as they are written. Add the language to src/search/languages.ts.`;
