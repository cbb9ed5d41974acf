import type { Answer } from './answers.ts';

/** What an answer says, without free text: its question and its state or level, but no note, evidence, reason or time. */
export function bareAnswer(answer: Answer): Answer {
  const { item, rev, state } = answer;
  return state === 'level' ? { item, rev, state, level: answer.level } : { item, rev, state };
}
