import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { generateTeam } from './teams.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** Words that mark everything personal; the site itself contains none of them. */
export const secrets = {
  system: 'Quagga times',
  role: 'Okapi keeper',
  note: 'Zorilla note',
  owner: 'Numbat',
  reason: 'Vicuna reason',
};
const generated = generateTeam(pack, 3);
const [firstAnswer, ...otherAnswers] = generated.answers;
if (!firstAnswer) throw new Error('The team has no answers.');
/** Answers with every secret in them. */
export const team: Answers = {
  ...generated,
  system: secrets.system,
  respondent: { role: secrets.role },
  context: { serving: 'online' },
  answers: [{ ...firstAnswer, note: secrets.note }, ...otherAnswers],
  decisions: [{ practice: 'fallback-models', decision: 'do', owner: secrets.owner, due: '2027-01-15' }],
  targets: [{ item: 'fast-idea-to-model', level: 4, reason: secrets.reason }],
  overrides: [{ signal: pack.signals[0]?.id ?? '', reason: secrets.reason }],
};
/** The first question of the quick check. */
export const question = '/assess/quick/fast-idea-to-model/';
/** The secrets that a text gives away. */
export const tells = (text: string) =>
  Object.values(secrets).filter((secret) => decodeURIComponent(text.replaceAll('+', ' ')).includes(secret));
