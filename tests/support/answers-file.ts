import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { packWith, practice, signalOf, symptom } from './small-pack.ts';

/** A pack with two practices and a symptom. */
export const pack = packWith([practice('a'), practice('b', { rev: 2 }), symptom('s')], {
  signals: [signalOf('pain', 's', 'a')],
});
/** A file without answers. */
export const emptyFile = {
  format: 'trivium-answers',
  version: 1,
  pack: { id: 'small', version: '1.0.0' },
  answers: [] as object[],
};
/** What is wrong with a file. */
export const problemsOf = (data: unknown) => {
  const parsed = parseAnswers(data, pack);
  return parsed.ok ? [] : parsed.problems;
};
