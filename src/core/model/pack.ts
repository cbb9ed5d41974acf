import type { Depth, LayerId, StageId, VariableId } from './ids.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import type {
  Constants,
  FormerPack,
  MigrationStep,
  PackFile,
  PracticeQuestion,
  SymptomQuestion,
} from './pack-schema.ts';

/** One question, with the numbers that scoring needs and the words that a reader needs. */
export interface PackItem {
  id: string;
  rev: number;
  kind: 'practice' | 'symptom';
  /** Null for symptoms: they score no variable. */
  variable: VariableId | null;
  stage: StageId;
  layers: LayerId[];
  depth: Depth;
  weight: number;
  grade: 'A' | 'B' | 'C';
  /** Null for symptoms. */
  effort: 'S' | 'M' | 'L' | null;
  needs: string[];
  safety: boolean;
  claims: string[];
  title: string;
  question: string;
  /** Five states of affairs; level 0 is the first. Low to high for a practice, no trouble to trouble for a symptom. */
  anchors: string[];
}

/** The rule of one pain point or anti-pattern. */
export interface PackSignal {
  id: string;
  kind: 'pain-point' | 'anti-pattern';
  title: string;
  /** `direct`: the level is the risk (symptoms). `inverse`: 1 minus the level's value is (practices). */
  indicators: { item: string; weight: number; direction: 'direct' | 'inverse' }[];
  /** False: self-report cannot settle it, so it is at most "exposed". */
  visible: boolean;
  /** A question that has to apply, or the signal does not; absent for nearly all. */
  requires?: string;
  helps: string[];
  claims: string[];
}

/** One face of a tension: risk = min(value of high, 1 - value of low). */
export interface PackTension {
  id: string;
  entry: string;
  title: string;
  high: string;
  low: string;
  basis: 'stated' | 'inferred';
  claims: string[];
}

/** Everything needed to recompute a report from answers, as `trivium questions --format json` prints it. */
export interface Pack {
  id: string;
  version: string;
  fingerprint: string;
  variables: { id: VariableId; name: string }[];
  stages: { id: StageId; name: string }[];
  /** In the frozen order of the pack. */
  items: PackItem[];
  signals: PackSignal[];
  tensions: PackTension[];
  targets: PackFile['targets'];
  naReasons: PackFile['naReasons'];
  verdicts: Record<string, string>;
  constants: Constants;
  /** How answers to older versions of this pack are carried over, oldest step first. */
  migrations: MigrationStep[];
  /** Older released versions, by which their links are read. */
  former: FormerPack[];
}

/** The part of a pack by which answers are read: ids, revisions, kinds. */
export interface PackOutline {
  id: string;
  version: string;
  items: Pick<PackItem, 'id' | 'rev' | 'kind' | 'stage' | 'depth'>[];
  signals: { id: string }[];
  naReasons: { id: string }[];
  migrations: MigrationStep[];
  former: FormerPack[];
}

/** FNV-1a of a text as 32 bits. Source: Fowler, Noll, Vo, 32-bit offset and prime. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

/** The part of a pack, of today or older, by which its links are read: everything in its frozen order. */
export type LinkPack = Pick<PackOutline, 'id' | 'version' | 'naReasons'> & { items: Pick<PackItem, 'id' | 'rev'>[] };

/**
 * FNV-1a over `id:rev` of all items in their frozen order, as eight hexadecimal digits.
 * It tells packs apart; it does not protect against intent.
 */
export function fingerprint(items: readonly Pick<PackItem, 'id' | 'rev'>[]): string {
  return fnv1a(items.map(({ id, rev }) => `${id}:${rev}`).join('\n'))
    .toString(16)
    .padStart(8, '0');
}

const practiceOnly = { variable: null, effort: null, needs: [], safety: false };

function itemOf(id: string, kind: PackItem['kind'], source: PracticeQuestion | SymptomQuestion): PackItem {
  const { rev, stage, layers, depth, weight, grade, claims, title, question, anchors } = source;
  const { variable, effort, needs, safety } = { ...practiceOnly, ...source } as PracticeQuestion;
  return {
    id,
    rev,
    kind,
    variable,
    stage,
    layers,
    depth,
    weight,
    grade,
    effort,
    needs,
    safety,
    claims,
    title,
    question,
    anchors,
  };
}

/** Assembles the pack from a knowledge base without problems. */
export function packOf(kb: KnowledgeBase & { pack: PackFile }): Pack {
  const { id, version, order, variables, stages, targets, naReasons, verdicts, constants } = kb.pack;
  const items = order.flatMap((item) => {
    const question = kb.questions.get(item);
    const symptom = kb.symptoms.get(item);
    if (question) return [itemOf(item, 'practice', question)];
    return symptom ? [itemOf(item, 'symptom', symptom)] : [];
  });
  const signals = [...kb.signals].map(
    ([signal, { kind, title, indicators, visible, requires, helps, claims }]): PackSignal => ({
      id: signal,
      kind,
      title,
      indicators: indicators.map((each) => ({ ...each, direction: kb.symptoms.has(each.item) ? 'direct' : 'inverse' })),
      visible,
      ...(requires === undefined ? {} : { requires }),
      helps,
      claims,
    }),
  );
  const tensions = [...kb.tensions].map(
    ([tension, { entry, title, high, low, basis, claims }]): PackTension => ({
      id: tension,
      entry,
      title,
      high,
      low,
      basis,
      claims,
    }),
  );
  const named = <T extends { id: string; name: string }>(list: readonly T[]) =>
    list.map(({ id: key, name }) => ({ id: key, name }) as Pick<T, 'id' | 'name'>);
  return {
    id,
    version,
    fingerprint: fingerprint(items),
    variables: named(variables),
    stages: named(stages),
    items,
    signals,
    tensions,
    targets,
    naReasons,
    verdicts,
    constants,
    migrations: kb.migrations,
    former: kb.former,
  };
}
