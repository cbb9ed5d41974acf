import { parseAnswers } from '../answers/parse-answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { packOf } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';

/** `answers[3].rev` as a path into the file. */
const pathOf = (place: string): (string | number)[] =>
  [...place.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));

/** Sentences about one answers file, each starting with its place: what the pack refuses, and what a sample lacks. */
function sentencesOf(data: unknown, kb: KnowledgeBase & { pack: NonNullable<KnowledgeBase['pack']> }): string[] {
  const pack = packOf(kb);
  const parsed = parseAnswers(data, pack);
  if (!parsed.ok) return parsed.problems;
  const { answers, system, date } = parsed.value;
  const given = new Set(answers.map(({ item }) => item));
  return [
    ...(system === '' ? ['system: A sample names its system. Add the name.'] : []),
    ...(date === undefined ? ['date: A sample has a date. Add the day, as in 2026-11-23.'] : []),
    ...pack.items
      .filter((item) => !given.has(item.id))
      .map(
        (item) => `answers: "${item.id}" is missing. A sample answers every question, if need be with "dk" or "na".`,
      ),
  ];
}

/**
 * Lists what is wrong with the samples: a team without answers, answers without a team, answers that the pack refuses.
 * Nothing is said while a file of the assessment is refused, because then the pack is not whole.
 */
export function findSampleProblems(kb: KnowledgeBase): Problem[] {
  const { pack } = kb;
  if (!pack || kb.refused.size > 0) return [];
  const missing = [...kb.sampleTeams.keys()]
    .filter((each) => !kb.sampleAnswers.has(each))
    .map((each) => ({
      file: 'content/samples/teams.yaml',
      place: '',
      message: `The team "${each}" has no answers. Add content/samples/${each}.json or remove the team.`,
    }));
  const wrong = [...kb.sampleAnswers].flatMap(([name, data]) => {
    const source = kb.origins.get(`sampleAnswers ${name}`)?.file;
    const lonely = kb.sampleTeams.has(name)
      ? []
      : [`There is no team "${name}" in content/samples/teams.yaml. Add it.`];
    return [...lonely, ...sentencesOf(data, { ...kb, pack })].map((sentence) => {
      const [, place = '', message = sentence] = /^([\w.[\]]+): (.+)$/s.exec(sentence) ?? [];
      const line = source?.lineOf(pathOf(place));
      return { file: `content/samples/${name}.json`, ...(line === undefined ? {} : { line }), place, message };
    });
  });
  return [...missing, ...wrong];
}
