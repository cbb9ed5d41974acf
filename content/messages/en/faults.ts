// Faults of the code, which nobody should ever see. Pages carry some of them, so they are short.

export const personWithoutFile = 'A person has at least one file.';
export const exampleWithoutPractice = 'An example needs at least one practice.';
export const noMove = (practice: string, level: number): string =>
  `There is no move for "${practice}" at level ${level}.`;

/** @param label the sentence, or its key */
export const valueMissing = (label: string, name: string): string => `"${label}" needs {${name}}.`;
export const sentenceMissing = (language: string, key: string): string => `content/ui/${language}.yaml lacks "${key}".`;
export const counterNotOpened = 'The counter has not been opened.';
export const noWorker = (url: string): string => `No worker of this site: ${url}`;
