import { type Answer, type Answers, bareAnswer, topLevel } from '../../core/answers/answers.ts';
import { parseAnswers } from '../../core/answers/parse-answers.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';
import { pack } from '../pack.ts';
import { t } from '../strings.ts';

/** Number of teams that are made of each sample team. */
const variants = 4;

/** A whole number below 8 that looks random, and is always the same for the same team and question. */
const numberFor = (team: number, question: number): number => (((team * 131 + question * 29 + 17) ** 2) >>> 4) % 8;

/** An answer as another team might give it: one in eight is not known, half are a level off, within the scale. */
function varied(answer: Answer, team: number, question: number): Answer {
  const { item, rev } = answer;
  if (answer.state !== 'level') return bareAnswer(answer);
  const number = numberFor(team, question);
  if (number === 0) return { item, rev, state: 'dk' };
  const shift = number < 3 ? -1 : number < 5 ? 1 : 0;
  return { item, rev, state: 'level', level: Math.min(topLevel, Math.max(0, answer.level + shift)) };
}

/** A sample team with other answers, under a name that says so, without anybody's words. */
const teamLike = (sample: Answers, team: number): Answers => ({
  ...sample,
  respondent: undefined,
  scope: undefined,
  stakes: undefined,
  system: t('teams.made-up-name', { letter: String.fromCharCode(65 + team) }),
  answers: sample.answers.map((answer, question) => varied(answer, team, question)),
});

/**
 * Twelve made-up teams, for people who want to see the page of many teams before they have any. They are variations of
 * the sample teams and the same in every build.
 */
export function madeUpTeams(): Answers[] {
  const samples = [...loadKnowledgeBase().sampleAnswers.values()].map((sample) => parseAnswers(sample, pack));
  return samples.flatMap((sample, kind) =>
    sample.ok ? Array.from({ length: variants }, (_, index) => teamLike(sample.value, kind * variants + index)) : [],
  );
}
