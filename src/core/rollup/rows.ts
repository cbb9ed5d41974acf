import { type Answer, type Answers, answerMap, levelOf, openRereads, stateOf } from '../answers/answers.ts';
import { scoreAssessment } from '../assessment/personal-scores.ts';
import { lowestVariables } from '../assessment/rating.ts';
import { toPoints } from '../assessment/score.ts';
import type { SignalStatus } from '../assessment/signal-status.ts';
import { assessSignal } from '../assessment/signals.ts';
import { targetOf } from '../assessment/target.ts';
import { askedAt, type Depth, type evidenceKinds, type VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { nameOf } from '../text/name-of.ts';

// The fields of rows are the columns described in tables.ts.

interface TeamRow {
  team: number;
  name: string;
  date: string | null;
  file: string;
  line: number | null;
  pack_version: string;
  reread: number;
  depth: Depth;
}

export interface VariableRow {
  team: number;
  variable: VariableId;
  point: number | null;
  low: number | null;
  high: number | null;
  word: string;
  leaning: boolean;
  known: number;
  applicable: number;
  lowest: boolean;
}

export interface AnswerRow {
  team: number;
  item: string;
  state: Answer['state'];
  level: number | null;
  target: number | null;
  evidence: (typeof evidenceKinds)[number] | null;
}

interface SignalRow {
  team: number;
  signal: string;
  status: SignalStatus;
}

interface ItemRow {
  item: string;
  kind: PackItem['kind'];
  variable: VariableId | null;
  stage: string;
  weight: number;
  title: string;
}

/** The rows of one team in every table. */
export interface TeamRows {
  teams: [TeamRow];
  profiles: VariableRow[];
  answers: AnswerRow[];
  signals: SignalRow[];
}

/** The source of a team's answers. */
export interface TeamSource {
  file: string;
  line: number | null;
  /** Version of the pack that was answered, before migration. */
  version: string;
}

/** The questions that a depth asks. */
const itemsAt = (pack: Pack, depth: Depth): PackItem[] => pack.items.filter(askedAt(depth));

/** The questions of a depth, as rows. */
export const itemRows = (pack: Pack, depth: Depth): ItemRow[] =>
  itemsAt(pack, depth).map(({ id, kind, variable, stage, weight, title }) => ({
    item: id,
    kind,
    variable,
    stage,
    weight,
    title,
  }));

const pointsOf = (value: number | null): number | null => (value === null ? null : toPoints(value));

/**
 * Turns the answers of one team into rows of whole numbers, so that any engine that counts and adds gets the same
 * results. Signals use every answer, as in a report; answers and profiles only the questions of the depth.
 * @param team running number, from 1
 */
export function teamRows(team: number, source: TeamSource, answers: Answers, pack: Pack, depth: Depth): TeamRows {
  const answersByItem = answerMap(answers);
  const variables = scoreAssessment(answers, pack, depth);
  const lowestIds = lowestVariables(variables, pack.constants).ids;
  const { file, line, version } = source;
  return {
    teams: [
      {
        team,
        name: nameOf(answers.system).trim(),
        date: answers.date ?? null,
        file,
        line,
        pack_version: version,
        reread: openRereads(answers).length,
        depth,
      },
    ],
    profiles: variables.map(({ id, point, low, high, word, leaning, known, applicable }) => ({
      team,
      variable: id,
      point: pointsOf(point),
      low: pointsOf(low),
      high: pointsOf(high),
      word,
      leaning,
      known,
      applicable,
      lowest: lowestIds.includes(id),
    })),
    answers: itemsAt(pack, depth).map(({ id, kind }) => ({
      team,
      item: id,
      state: stateOf(answersByItem, id),
      level: levelOf(answersByItem, id),
      target: kind === 'practice' ? targetOf(id, pack, answers).level : null,
      evidence: levelOf(answersByItem, id) === null ? null : (answersByItem.get(id)?.evidence?.kind ?? 'claimed'),
    })),
    signals: pack.signals.map((signal) => ({
      team,
      signal: signal.id,
      status: assessSignal(signal, answersByItem, answers.context, pack.constants).status,
    })),
  };
}
