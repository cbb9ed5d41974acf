// What the rows and columns of a roll-up hold. Values that a column has are the same in every language.

export const teamRows = 'one row per team';
export const profileRows = 'one row per team and V';
export const answerRows = 'one row per team and question';
export const signalRows = 'one row per team and signal';
export const itemRows = 'one row per question of the pack';

export const teamNumber = 'Running number of the team, from 1, in the order of reading.';
export const teamName = "The system's name as the team gave it; empty where it gave none.";
export const date = 'Date of the answers, as 2026-11-23; null where none was given.';
export const file = 'The file that the answers were in.';
export const line = 'The line in that file, from 1; null where the file holds one team.';
export const packVersion = 'Version of the pack that the team answered; older ones are carried over.';
export const reread = 'Answers that are not scored because their question has changed since.';
export const depth = 'Which practices are scored: quick or full.';

export const profileVariable = 'velocity, validation or versioning.';
/** @param coverage how much of the weight has to be known for a score, in percent */
export const point = (coverage: string): string =>
  `Score, 0 to 100; null where less than ${coverage} % of the weight is known.`;
export const low =
  'Low end of the band: everything unknown at its worst, or lower as answers may be off; null where nothing applies.';
export const high =
  'High end of the band: everything unknown at its best, or higher as answers may be off; null where nothing applies.';
export const word = 'gap, mixed, strong, not-enough-known or does-not-apply.';
export const leaning = 'Whether the band crosses a cut, so that the word might be another one.';
export const known = 'Practices with a level.';
export const applicable = 'Practices that apply.';
export const lowest = 'Whether this V looks lowest in this team.';

export const question = 'Id of the question.';
export const state = 'level, dk (not known), na (does not apply) or unanswered.';
export const level = '0 to 4; null in every other state.';
export const target = "The level that the team aims at, else the pack's; null for symptoms.";
export const evidence = 'What a level rests on: claimed, shown or measured; null in every other state.';

export const signal = 'Id of the pain point or the anti-pattern.';
export const status = 'likely, exposed, possible, unclear, unlikely, not-enough-known or does-not-apply.';

export const kind = 'practice or symptom.';
export const itemVariable = 'The V that it scores; null for symptoms.';
export const stage = 'Id of the stage.';
export const weight = 'Weight in the score of its V.';
export const title = 'Its title.';
