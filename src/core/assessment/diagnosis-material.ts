import { levelOf, stateOf } from '../answers/answers.ts';
import { askedAt, type Depth, type VariableId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { fillTemplate, slotsOf } from '../text/fill-template.ts';
import { capitalise, joinNames } from '../text/format.ts';
import type { Agreement } from './agreement.ts';
import type { ChangeSince } from './compare.ts';
import {
  type Hurt,
  hurtOf,
  type Statement,
  type StatementInput,
  saysOf,
  weakPractices,
  whatHolds,
  whatHurts,
} from './evidence.ts';
import type { UnknownAnswer } from './explain.ts';
import { bestWord, type LowestVariables, lowestVariables, worstWord } from './rating.ts';
import { practicesOf } from './score.ts';

/** What a diagnosis is made from: what its statements are chosen from, and the lowest Vs, change and agreement. */
export interface DiagnosisInput extends StatementInput {
  depth: Depth;
  lowest: LowestVariables;
  since: ChangeSince | null;
  agreement: Agreement | null;
  /** The unknown answers that matter most, most important first. */
  worthKnowing: readonly UnknownAnswer[];
}

/** The values of the slots of headlines and clauses; a slot without a value cannot be filled. */
export type Slots = Partial<Record<string, string>>;

/** The statements behind a diagnosis, and the values for its forms. */
export interface Material {
  holds: Statement[];
  symptoms: Statement[];
  practices: Statement[];
  exception: Statement | undefined;
  hurt: Hurt;
  /** Ids of the Vs that each slot names. */
  variables: Record<string, VariableId[]>;
  slots: Slots;
}

/** The slot of the lowest Vs: their bands are apart, overlap, or are apart in answers that stand for many models. */
function lowestSlot({ pack: { constants }, variables, lowest }: DiagnosisInput): 'firm' | 'leaning' | 'apart' {
  if (lowest.firm) return 'firm';
  return lowestVariables(variables, constants).firm ? 'apart' : 'leaning';
}

/** The Vs that each slot names. `strong` and `weak` name two or more, or none. */
function variableSlots(input: DiagnosisInput): Material['variables'] {
  const { pack, variables, lowest } = input;
  const { constants } = pack;
  const withWord = (word: string) => variables.filter((variable) => variable.word === word).map(({ id }) => id);
  const severalWith = (word: string) => (withWord(word).length > 1 ? withWord(word) : []);
  const strong = severalWith(bestWord(constants));
  const isExcepted = variables.some(({ except }) => except.length > 0);
  return {
    lowest: lowest.ids,
    [lowestSlot(input)]: lowest.ids,
    unknown: withWord('not-enough-known'),
    strong,
    [isExcepted ? 'excepted' : 'flawless']: strong,
    weak: severalWith(worstWord(constants)),
  };
}

/** The names of the Vs for each slot; a slot that names none has no value. */
function namesBySlot(variables: Material['variables'], pack: Pack): Slots {
  const { variableName } = packIndex(pack);
  return Object.fromEntries(
    Object.entries(variables).map(([slot, ids]) => [
      slot,
      ids.length > 0 ? joinNames(ids.map(variableName)) : undefined,
    ]),
  );
}

/** Collects the statements, and the values of all slots. */
export function materialOf(input: DiagnosisInput): Material {
  const { pack, answers, depth } = input;
  const holds = whatHolds(input, practicesOf(pack, depth));
  const symptoms = whatHurts(input);
  const practices = weakPractices(input);
  const [exception] = saysOf(
    input.variables.flatMap(({ except }) => except),
    input,
  );
  const hurt = hurtOf(symptoms, practices, pack);
  const variables = variableSlots(input);
  const askedItems = pack.items.filter(askedAt(depth));
  const missingCount = askedItems.filter(({ id }) => ['dk', 'unanswered'].includes(stateOf(answers, id))).length;
  const symptomCount = askedItems.filter(({ id, kind }) => kind === 'symptom' && levelOf(answers, id) !== null).length;
  const slots: Slots = {
    holds: holds[0]?.text,
    holdsToo: holds[1]?.text,
    hurts: hurt.first?.text,
    also: hurt.also?.text,
    exception: exception?.text,
    calm: symptoms.length === 0 && symptomCount > 1 ? String(symptomCount) : undefined,
    missing: missingCount > 0 ? String(missingCount) : undefined,
    asked: String(askedItems.length),
    ...namesBySlot(variables, pack),
  };
  return { holds, symptoms, practices, exception, hurt, variables, slots };
}

/** Fills a form; undefined if one of its slots has no value. */
export function fill(form: string, slots: Slots): string | undefined {
  const values = Object.fromEntries(slotsOf(form).map((name) => [name, slots[name]]));
  if (Object.values(values).some((value) => value === undefined)) return undefined;
  return capitalise(fillTemplate(form, values as Record<string, string>));
}
