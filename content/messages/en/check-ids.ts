// What is wrong with an id in content/.

const nouns = {
  claim: 'claim',
  participant: 'participant',
  work: 'work',
  entry: 'entry',
  template: 'file in content/templates',
  question: 'question',
  practice: 'practice',
  mlTestScore: 'ML Test Score test',
  se4ml: 'SE4ML practice',
};
/** What an id names. */
export type Noun = keyof typeof nouns;

/** @param nearest the existing id that is most similar, if any is */
export const unknownId = (noun: Noun, id: string, nearest: string | undefined): string =>
  `There is no ${nouns[noun]} ${id}.${nearest ? ` Did you mean "${nearest}"?` : ''} Correct the id or add it.`;
