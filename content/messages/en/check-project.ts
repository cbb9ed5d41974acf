// Where content/ does not agree with samples and with what was released.

export const entryNotListed = (id: string, file: string, kind: string): string =>
  `The entry "${id}" is not listed. Write its id into ${file} under ${kind}.`;
export const entryMissing = (kind: string, id: string): string =>
  `There is no ${kind} "${id}". Ids are permanent: bring the entry back.`;
export const signalWithoutStory = (id: string, file: string): string =>
  `The signal "${id}" has no story. Write a story and a near miss into ${file}.`;
export const storyWithoutSignal = (id: string): string =>
  `There is no signal "${id}". Correct the id or remove its story.`;
export const releasedWithOthers = (version: string): string =>
  `Version ${version} was released with other questions. Raise the version, then run npm run release-pack.`;
export const linksCannotBeOpened = (version: string): string =>
  `Links of version ${version} cannot be opened. Add that version under "packs": npm run release-pack.`;
export const notReleased = (version: string): string =>
  `Version ${version} of the questions is not released. When its texts are done: npm run release-pack.`;
export const sampleWithoutSystem = 'system: A sample names its system. Add the name.';
export const sampleWithoutDate = 'date: A sample has a date. Add the day, as in 2026-11-23.';
export const sampleWithoutAnswer = (id: string): string =>
  `answers: "${id}" is missing. A sample answers every question, if need be with "dk" or "na".`;
export const teamWithoutAnswers = (team: string): string =>
  `The team "${team}" has no answers. Add content/samples/${team}.json or remove the team.`;
export const answersWithoutTeam = (team: string): string =>
  `There is no team "${team}" in content/samples/teams.yaml. Add it.`;
