import * as messages from '#messages/check-project.ts';
import { parseAnswers } from '../answers/parse-answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { type Pack, packOf } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';

/** `answers[3].rev` as a path into the file. */
const pathOf = (place: string): (string | number)[] =>
  [...place.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));

/** The problems of an answers file as sentences that start with their place: what the pack refuses, and what is missing. */
function sentencesAbout(data: unknown, pack: Pack): string[] {
  const parsed = parseAnswers(data, pack);
  if (!parsed.ok) return parsed.problems;
  const { answers, system, date } = parsed.value;
  const answeredItems = new Set(answers.map(({ item }) => item));
  return [
    ...(system === '' ? [messages.sampleWithoutSystem] : []),
    ...(date === undefined ? [messages.sampleWithoutDate] : []),
    ...pack.items.filter(({ id }) => !answeredItems.has(id)).map(({ id }) => messages.sampleWithoutAnswer(id)),
  ];
}

/** Turns a sentence that starts with its place into a problem of a sample. */
function problemOf(sentence: string, team: string, kb: KnowledgeBase): Problem {
  const [, place = '', message = sentence] = /^([\w.[\]]+): (.+)$/s.exec(sentence) ?? [];
  const line = kb.origins.get(`sampleAnswers ${team}`)?.file.lineOf(pathOf(place));
  return { file: `content/samples/${team}.json`, ...(line === undefined ? {} : { line }), place, message };
}

/**
 * Lists the problems of the samples: a team without answers, answers without a team, answers that the pack refuses.
 * Empty while a file of the assessment is refused, because then the pack is incomplete.
 */
export function findSampleProblems(kb: KnowledgeBase): Problem[] {
  const { pack: packFile, sampleTeams, sampleAnswers } = kb;
  if (!packFile || kb.refused.size > 0) return [];
  const pack = packOf({ ...kb, pack: packFile });
  const withoutAnswers = [...sampleTeams.keys()]
    .filter((team) => !sampleAnswers.has(team))
    .map((team) => ({
      file: 'content/samples/teams.yaml',
      place: '',
      message: messages.teamWithoutAnswers(team),
    }));
  const inAnswers = [...sampleAnswers].flatMap(([team, data]) => {
    const withoutTeam = sampleTeams.has(team) ? [] : [messages.answersWithoutTeam(team)];
    return [...withoutTeam, ...sentencesAbout(data, pack)].map((sentence) => problemOf(sentence, team, kb));
  });
  return [...withoutAnswers, ...inAnswers];
}
