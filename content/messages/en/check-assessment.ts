// What is wrong in content/assessment.

export const titleTooLong = (title: string, length: number, limit: number, isShort: boolean): string =>
  `"${title}" has ${length} characters, and one line of the practice sheet holds ${limit}. ${isShort ? 'Shorten it' : 'Add a "short" title'}.`;
export const practiceAndSymptom = (id: string): string =>
  `"${id}" is also a symptom question. Ids of items are unique; rename one.`;
export const wrongFolder = (folder: string, variable: string): string =>
  `The file is in "${folder}" but scores ${variable}. Move the file or correct the variable.`;
export const needsItself = (id: string, needs: string): string =>
  `"${id}" needs itself through ${needs}. Remove one of these needs.`;
export const noSymptomIndicator =
  'A signal needs a symptom among its indicators, or nothing observed can raise it. Add one.';
export const noPracticeIndicator = 'A signal needs a practice among its indicators. Add one.';
export const indicatorTwice = 'An indicator is listed twice. Keep one and set its weight instead.';
export const notTrouble = 'Only trouble points to the lowest answer alone. Add "trouble: true", or point higher.';
export const noGlob = (path: string): string =>
  `No glob of this rule matches "${path}". Correct the path or the globs.`;
export const noPack = 'The pack is missing or was refused, so there is no assessment. Fix it first.';
export const noChangelogEntry = (version: string): string =>
  `Version ${version} has no entry. Add one with its date and what it changed for teams.`;
export const orderTwice = (id: string): string => `"${id}" is in the order twice. Remove one.`;
export const notInOrder = (id: string): string =>
  `The question "${id}" is missing from the order. Add it at the end of its stage.`;
export const stepNotForward = (from: string, to: string): string =>
  `The step leads from ${from} to ${to}. A step leads to a later version; correct one of them.`;
export const stepsNotInOrder = (previousTo: string, from: string): string =>
  `The step before leads to ${previousTo}, this one starts at ${from}. Put the steps in order.`;
export const stepToOtherVersion = (to: string, version: string): string =>
  `The step leads to ${to}, but the pack has version ${version}. Raise that or correct the step.`;
export const retiredButAsked = (id: string): string =>
  `"${id}" is retired here, but the pack still asks it. Remove one of the two.`;
export const inStepTwice = (id: string, side: string): string =>
  `"${id}" is in "${side}" of this step twice. Name it once.`;
