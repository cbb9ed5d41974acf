import type { Answers } from '../../src/core/answers/answers.ts';
import type { MergedItem, mergeRespondents } from '../../src/core/assessment/respondents.ts';
import { answerOf, type Brief } from './compact.ts';
import { packWith, practice } from './small-pack.ts';
import { answersOf } from './teams.ts';

/** A pack of one practice. */
export const onePractice = packWith([practice('a')]);
/** Answers of people to this pack, written briefly. */
export const peopleOf = (
  ...list: [brief: Brief[string] | null, role?: string | undefined, name?: string | undefined, system?: string][]
): Answers[] =>
  list.map(([brief, role, name, system]) => ({
    ...answersOf(onePractice, brief === null ? [] : [answerOf('a', brief)]),
    ...(role === undefined ? {} : { respondent: { role, ...(name === undefined ? {} : { name }) } }),
    ...(system === undefined ? {} : { system }),
  }));
/** What several people say about its one practice. */
export const only = (merged: ReturnType<typeof mergeRespondents>) => merged.items[0] as MergedItem;
