import * as messages from '#messages/faults.ts';
import type { Answers } from '../answers/answers.ts';
import { foldText } from '../text/fold-text.ts';
import { nameOf } from '../text/name-of.ts';

/** What one person answered about one system, and again within a month if they did. */
interface PilotAnswers {
  first: Answers;
  again: Answers | null;
}

/** The answers of a pilot: people by system, and how many files say nothing about agreement. */
export interface Pilot {
  systems: PilotAnswers[][];
  skipped: {
    /** Files that name no system, so that nothing tells whose answers belong together. */
    unnamed: number;
    /** Files with the agreed answers of several people. */
    agreed: number;
  };
}

/** The longest time between two answers that show whether a person answers alike again. */
const retestDays = 31;

/** Number of days from one day to another. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether a second answer shows if a person answers alike again: another day, at most a month later. */
function isRetest(first: Answers, again: Answers): boolean {
  if (!first.date || !again.date) return false;
  const days = daysBetween(first.date, again.date);
  return days > 0 && days <= retestDays;
}

/** The answers that were given on the day of an assessment: one that was carried over repeats an earlier one. */
const givenAnswers = (file: Answers): Answers => ({ ...file, answers: file.answers.filter(({ carried }) => !carried) });

/** The rating of one person, from all files of theirs about a system: the earliest counts. */
function pilotAnswersOf(files: readonly Answers[]): PilotAnswers {
  const [first, ...later] = files.toSorted((a, b) => ((a.date ?? '9') < (b.date ?? '9') ? -1 : 1));
  if (!first) throw new Error(messages.personWithoutFile);
  const again = later.find((each) => isRetest(first, each));
  return { first, again: again ? givenAnswers(again) : null };
}

/** The people of one system. Without a name, each file is another person. */
function ratingsOf(files: readonly Answers[]): PilotAnswers[] {
  const people = Map.groupBy(files, (each) => foldText(each.respondent?.name ?? '') || each);
  return [...people.values()].map(pilotAnswersOf);
}

const isAgreed = ({ group, sources }: Answers): boolean => group !== undefined || (sources?.length ?? 0) > 1;

/** Groups answers by system, and those of a system by person. */
export function pilotOf(all: readonly Answers[]): Pilot {
  const personal = all.filter((each) => !isAgreed(each));
  const namedFiles = personal.filter(({ system }) => nameOf(system) !== '');
  return {
    systems: [...Map.groupBy(namedFiles, ({ system }) => foldText(system)).values()].map(ratingsOf),
    skipped: { unnamed: personal.length - namedFiles.length, agreed: all.length - personal.length },
  };
}
