// Why a build, or the command line, stops at the content.

import { counted } from './lists.ts';

export const noClaim = (claimId: string): string => `There is no claim "${claimId}".`;
export const noEntry = (id: string): string => `There is no entry "${id}".`;
export const noQuestion = (id: string): string => `There is no question "${id}".`;
export const noPractice = (practiceId: string): string => `There is no practice "${practiceId}".`;
export const noFirstMinutes = 'content/trouble/first-fifteen-minutes.yaml is missing.';
export const recordNotRead = (reason: string | undefined): string => `It cannot be read: ${reason} Correct it.`;
export const noFrontmatter = 'An entry starts with a line "---", its data, and another "---". Add them.';
export const notYaml = (reason: string): string =>
  `This cannot be read as YAML: ${reason} Correct it; a text with a colon needs quotes.`;
export const sampleDoesNotFit = (team: string, problems: string): string =>
  `The sample "${team}" does not fit the pack:\n${problems}`;
export const contentHasProblems = (folder: string, count: number, list: string): string =>
  `${folder}/ has ${counted(count, 'problem', 'problems')}; nothing is built from it:\n${list}`;
export const sentencesNotYaml = (language: string, reason: string): string =>
  `content/ui/${language}.yaml cannot be read as YAML: ${reason} Correct it.`;
export const noAnchor = (name: string): string => `The alias "*${name}" has no anchor "&${name}" before it.`;
export const tooManyAliases = 'Aliases multiply the data more than a hundredfold.';
export const tooDeep = (levels: number): string =>
  `This is nested more than ${levels} levels deep, or contains itself.`;
export const noTokens = (heading: RegExp): string => `tokens.css has no ${heading}`;
export const noSampleTeam = 'The sample team of the picture is missing.';
export const noFirstStep = 'The first fifteen minutes have no step.';
export const noPseudoForm = (value: string, forms: readonly string[]): string =>
  `TRIVIUM_PSEUDO is "${value}"; possible: ${forms.join(', ')}. Use one of these, or unset the variable.`;
