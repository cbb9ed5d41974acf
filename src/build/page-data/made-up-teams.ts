import { type Answer, type Answers, bareAnswer, topLevel } from '../../core/answers/answers.ts';
import { parseAnswers } from '../../core/answers/parse-answers.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';
import { pack } from '../pack.ts';
import { t } from '../strings.ts';

/** Number of made-up teams per sample team. */
const variants = 4;

/** An integer from 0 to 7 that looks random but is always the same for the same team and question. */
const numberFor = (team: number, question: number): number => (((team * 131 + question * 29 + 17) ** 2) >>> 4) % 8;

/** An answer that another team might give: one in eight is "I don't know", half are one level off, within the scale. */
function varyAnswer(answer: Answer, team: number, question: number): Answer {
  const { item, rev } = answer;
  if (answer.state !== 'level') return bareAnswer(answer);
  const number = numberFor(team, question);
  if (number === 0) return { item, rev, state: 'dk' };
  const shift = number < 3 ? -1 : number < 5 ? 1 : 0;
  return { item, rev, state: 'level', level: Math.min(topLevel, Math.max(0, answer.level + shift)) };
}

/** A variation of a sample team: other answers, a name that says it is made up, and nobody's own words. */
const teamLike = (sample: Answers, team: number): Answers => ({
  ...sample,
  respondent: undefined,
  scope: undefined,
  stakes: undefined,
  system: t('teams.made-up-name', { letter: String.fromCharCode(65 + team) }),
  answers: sample.answers.map((answer, question) => varyAnswer(answer, team, question)),
});

/**
 * Twelve made-up teams, for people who want to see the teams page before they have data. They are variations of the
 * sample teams, and the same in every build.
 */
export function madeUpTeams(): Answers[] {
  const samples = [...loadKnowledgeBase().sampleAnswers.values()].map((sample) => parseAnswers(sample, pack));
  return samples.flatMap((sample, kind) =>
    sample.ok ? Array.from({ length: variants }, (_, index) => teamLike(sample.value, kind * variants + index)) : [],
  );
}
