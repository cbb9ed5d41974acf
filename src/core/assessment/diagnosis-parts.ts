import { type AnswerMap, levelOf } from '../answers/answers.ts';
import type { SentenceId, SituationId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { fillTemplate, slotsOf } from '../text/fill-template.ts';
import { capitalise, joinNames } from '../text/format.ts';
import { type Agreement, isLittleShared } from './agreement.ts';
import { clearChanges } from './comparison-groups.ts';
import { type DiagnosisInput, fill, type Material } from './diagnosis-material.ts';
import { checkOf, type Statement, weakPractices } from './evidence.ts';
import { answersNeeded } from './rating.ts';

/** What a part of a diagnosis is about. */
export type PartRole = 'caution' | 'agreement' | 'holds' | 'hurts' | 'first' | 'unknown' | 'change';

/** One sentence of a diagnosis. */
export interface DiagnosisPart {
  role: PartRole;
  text: string;
  /** Ids of the questions, signals or Vs that it is based on. */
  from: string[];
  /** Whether the headline already says it. */
  inHeadline: boolean;
}

/** The row of a situation in the pack's table. */
export const situationRow = (situation: SituationId, { diagnosis }: Pack) =>
  diagnosis.situations.find(({ id }) => id === situation);

/** Fills in one of the pack's sentences. */
const say = (pack: Pack, sentence: SentenceId, values: Record<string, string | number> = {}): string =>
  fillTemplate(pack.diagnosis.sentences[sentence], values);

/** Makes a part of a diagnosis. */
const partOf = (role: PartRole, text: string, from: readonly string[], inHeadline = false): DiagnosisPart => ({
  role,
  text,
  from: [...from],
  inHeadline,
});

/** What holds and what hurts, one part per statement; none while not enough is known. */
export function statementParts(situation: SituationId, form: string, material: Material): DiagnosisPart[] {
  if (situation === 'not-enough-known') return [];
  const { holds, symptoms, practices, exception, hurt } = material;
  const { first, also } = hurt;
  const bySlot: Record<string, Statement | undefined> = {
    holds: holds[0],
    holdsToo: holds[1],
    hurts: first,
    also,
    exception,
  };
  const inHeadline = new Set(slotsOf(form).map((slot) => bySlot[slot]?.item));
  const isStrong = ['strong-yet-trouble', 'strong-with-exceptions', 'all-strong'].includes(situation);
  const parts = (role: PartRole, statements: readonly (Statement | undefined)[]) =>
    [...new Map(statements.flatMap((each) => (each ? [[each.item, each] as const] : []))).values()].map(
      ({ text, item }) => partOf(role, `${capitalise(text)}.`, [item], inHeadline.has(item)),
    );
  return [
    ...parts('holds', holds.slice(0, isStrong ? 2 : 1)),
    ...parts('hurts', [first, also, symptoms[0], exception ?? practices[0]]),
  ];
}

/** What the situation says about the three Vs. Each sentence is based on the Vs that it names, or else on all. */
export function clauseParts(situation: SituationId, { slots, variables }: Material, pack: Pack): DiagnosisPart[] {
  const all = pack.variables.map(({ id }) => id);
  return (situationRow(situation, pack)?.clauses ?? []).flatMap(({ role, text: clause }) => {
    const filled = fill(clause, slots);
    const variableIds = slotsOf(clause).flatMap((slot) => variables[slot] ?? []);
    return filled === undefined ? [] : [partOf(role, filled, variableIds.length > 0 ? variableIds : all)];
  });
}

/** What to do first: the first move, else the check for the worst symptom, else what the situation says. */
export function firstParts(
  situation: SituationId,
  { symptoms, slots }: Material,
  input: DiagnosisInput,
): DiagnosisPart[] {
  const { pack, moves } = input;
  if (situation === 'not-enough-known') return [];
  const [move] = moves;
  if (move?.goal) return [partOf('first', move.goal, [move.practice])];
  if (move)
    return [partOf('first', say(pack, 'find-out', { title: packIndex(pack).title(move.practice) }), [move.practice])];
  const check = checkOf(symptoms[0], input);
  if (check) return [partOf('first', check.text, [check.item])];
  const text = fill(situationRow(situation, pack)?.first ?? '', slots);
  return text ? [partOf('first', text, [])] : [];
}

/** What is not known: the Vs without a word; while not enough is known, what would settle most and known trouble. */
export function unknownParts(situation: SituationId, { symptoms }: Material, input: DiagnosisInput): DiagnosisPart[] {
  const { pack, variables, depth } = input;
  const { title, variableName } = packIndex(pack);
  const parts = variables
    .filter(({ word }) => word === 'not-enough-known')
    .map((variable) => {
      const count = answersNeeded(variable, depth, pack.constants);
      const values = { variable: variableName(variable.id), count: count ?? 0 };
      return partOf('unknown', say(pack, count === null ? 'few-apply' : 'unknown', values), [variable.id]);
    });
  if (situation !== 'not-enough-known') return parts;
  const nextAnswers = input.worthKnowing.map(({ item }) => item);
  const settle = say(pack, 'settle', { titles: nextAnswers.map(title).join(', ') });
  const lows = [...symptoms, ...knownLows(input)].slice(0, pack.constants.moves.headline);
  return [
    ...(nextAnswers.length > 0 ? [partOf('unknown', settle, nextAnswers)] : []),
    ...lows.map(({ text, item }) => partOf('hurts', capitalise(say(pack, 'already-known', { text })), [item])),
  ];
}

/** The practices of the plan that are known to be low enough to explain trouble. */
const knownLows = (input: DiagnosisInput): Statement[] =>
  weakPractices(input).filter(
    ({ item }) => (levelOf(input.answers, item) ?? 0) <= input.pack.constants.diagnosis.explains,
  );

/** What qualifies the diagnosis: one set of answers for many models, several people, a clear change. */
export function remarkParts({
  pack,
  context,
  answers,
  agreement,
  since,
}: DiagnosisInput): Record<'before' | 'after', DiagnosisPart[]> {
  const before: DiagnosisPart[] = [];
  if (context.models === 'many') before.push(partOf('caution', say(pack, 'caution-many'), []));
  if (agreement) before.push(agreementPart(agreement, answers, pack));
  if (agreement?.scoresDropped) before.push(partOf('agreement', say(pack, 'scores-dropped'), []));
  const clear = clearChanges(since?.variables ?? []);
  const changes = joinNames(clear.map(({ id, change }) => `${packIndex(pack).variableName(id)} ${change}`));
  const ids = clear.map(({ id }) => id);
  return { before, after: clear.length > 0 ? [partOf('change', say(pack, 'change', { changes }), ids)] : [] };
}

/** How far several people agree, and which stage has the most questions to talk about. */
function agreementPart({ people, talkFirst }: Agreement, answers: AnswerMap, pack: Pack): DiagnosisPart {
  const numbers = pack.diagnosis.sentences.numbers.split(' ');
  const count = capitalise(numbers[people] ?? String(people));
  if (talkFirst.length === 0) {
    const sentence = isLittleShared(answers, people) ? 'few-shared' : 'agree';
    return partOf('agreement', say(pack, sentence, { people: count }), []);
  }
  const stages = talkFirst.map((item) => packIndex(pack).item(item)?.stage ?? '');
  const times = (stage: string) => stages.filter((each) => each === stage).length;
  const [widest = ''] = [...new Set(stages)].toSorted((a, b) => times(b) - times(a));
  const stage = packIndex(pack).stageName(widest).toLowerCase();
  return partOf('agreement', say(pack, 'apart', { people: count, stage }), talkFirst);
}
