import { hashNumbers, hexHash } from './hash-numbers.ts';
import type { Depth, LayerId, StageId, VariableId } from './ids.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { itemOf } from './pack-items.ts';
import type { Constants, FormerPack, MigrationStep, PackFile, Signal, Tension } from './pack-schema.ts';
import { withoutUndefined } from './without-undefined.ts';

/** A move of a practice, as far as scores and plans depend on it. */
export interface PackMove {
  title: string;
  /** The state to reach. */
  goal: string;
  /** The level that a team has once it reaches the goal. */
  reaches: number;
  effort: 'S' | 'M' | 'L';
  /** Hours a week to keep up the result; absent if there are hardly any. */
  upkeep?: number;
}

type When = PackFile['targets'][number]['when'];

/** What a question says in a context: statements, titles and goals that replace the usual ones. */
export interface PackReading {
  when: When;
  question?: string;
  says?: string[];
  titles?: { start?: string; deepen?: string };
  goals?: { start?: string; deepen?: string };
  look?: string[];
}

/** A question, with the numbers for scoring and the texts for readers. */
export interface PackItem {
  id: string;
  rev: number;
  kind: 'practice' | 'symptom';
  /** Null for symptoms, which do not score a variable. */
  variable: VariableId | null;
  stage: StageId;
  layers: LayerId[];
  depth: Depth;
  weight: number;
  grade: 'A' | 'B' | 'C';
  /** What to do next on a practice, below the level `deepenFrom` and from there up; null for symptoms. */
  moves: { start: PackMove; deepen: PackMove } | null;
  needs: string[];
  safety: boolean;
  claims: string[];
  title: string;
  /** The title in at most 23 characters; absent if the title itself is that short. */
  short?: string;
  question: string;
  /** Five situations; the first is level 0. From low to high for a practice, from no trouble to trouble for a symptom. */
  anchors: string[];
  /** The state of affairs that each anchor describes, worded as a statement about a team. */
  says: string[];
  /** Where the answer can be checked; for a symptom, where to look if the practices do not explain it. */
  look: string[];
  /** How the question reads in a context. */
  readings: PackReading[];
}

/** The rule of one pain point or anti-pattern. */
export interface PackSignal {
  id: string;
  kind: 'pain-point' | 'anti-pattern';
  title: string;
  /** The state of affairs if the signal is likely. */
  say: string;
  /** A check of at most thirty minutes that settles it. */
  check: string;
  /** What it says in a context; absent if that is the same in all. */
  readings?: { when: When; say?: string; check?: string }[];
  /** `direct`: the level is the risk (symptoms). `inverse`: 1 minus the level's value is (practices). */
  indicators: { item: string; weight: number; direction: 'direct' | 'inverse' }[];
  /** False: self-report cannot settle it, so it is at most "exposed". */
  visible: boolean;
  /** What must be true for the signal to apply. Most signals have no such conditions. */
  requires: Signal['requires'];
  helps: string[];
  claims: string[];
}

/** One form of a tension: risk = min(value of high, 1 - value of low). */
export interface PackTension {
  id: string;
  entry: string;
  title: string;
  high: string;
  low: string;
  basis: 'stated' | 'inferred';
  claims: string[];
}

/** Everything needed to compute a report from answers, as `trivium questions --format json` prints it. */
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
  diagnosis: PackFile['diagnosis'];
  findings: PackFile['findings'];
  constants: Constants;
  /** How to carry answers to older versions over, oldest step first. */
  migrations: MigrationStep[];
  /** Older released versions, for reading their links. */
  former: FormerPack[];
  /** A hash of every number, for the pack of an overlay; its links carry it. */
  numbers?: string;
  /** The official pack that an overlay is based on, so that a link of the official pack can be recognised and named. */
  official?: { id: string; version: string; fingerprint: string };
}

/** The part of a pack that is needed to read answers: ids, revisions, kinds. */
export interface PackOutline {
  id: string;
  version: string;
  items: Pick<PackItem, 'id' | 'rev' | 'kind' | 'stage' | 'depth'>[];
  signals: { id: string }[];
  naReasons: { id: string }[];
  migrations: MigrationStep[];
  former: FormerPack[];
  numbers?: Pack['numbers'];
  official?: Pack['official'];
}

/** The part of a pack, current or older, that is needed to read its links. All lists are in their frozen order. */
export type LinkPack = Pick<PackOutline, 'id' | 'version' | 'naReasons' | 'numbers'> & {
  items: Pick<PackItem, 'id' | 'rev'>[];
};

/**
 * FNV-1a over `id:rev` of all items in their frozen order, as eight hexadecimal digits. For the pack of an overlay, its
 * numbers come first. It tells packs apart; it does not protect against forgery.
 */
export const fingerprint = (items: readonly Pick<PackItem, 'id' | 'rev'>[], numbers?: string): string =>
  hexHash([...(numbers ? [numbers] : []), ...items.map(({ id, rev }) => `${id}:${rev}`)].join('\n'));

/** How a signal reads in a context, without the texts that only pages show. */
const signalReadings = (readings: Signal['readings']): Pick<PackSignal, 'readings'> => {
  const changedReadings = readings.filter(({ say, check }) => say !== undefined || check !== undefined);
  return changedReadings.length > 0
    ? { readings: changedReadings.map(({ when, say, check }) => ({ when, ...withoutUndefined({ say, check }) })) }
    : {};
};

const signalOf = (
  id: string,
  { kind, title, say, check, readings, indicators, visible, requires, helps, claims }: Signal,
  isSymptom: (item: string) => boolean,
): PackSignal => ({
  id,
  kind,
  title,
  say,
  check,
  ...signalReadings(readings),
  indicators: indicators.map(({ item, weight }) => ({
    item,
    weight,
    direction: isSymptom(item) ? 'direct' : 'inverse',
  })),
  visible,
  requires,
  helps,
  claims,
});

const tensionOf = (id: string, { entry, title, high, low, basis, claims }: Tension): PackTension => ({
  id,
  entry,
  title,
  high,
  low,
  basis,
  claims,
});

const idAndName = <T extends { id: string; name: string }>({ id, name }: T) => ({ id, name }) as Pick<T, 'id' | 'name'>;

/** Builds the pack of a knowledge base without problems. */
export function packOf(kb: KnowledgeBase & { pack: PackFile }): Pack {
  const { id, version, order, variables, stages, targets, naReasons, diagnosis, findings, constants } = kb.pack;
  const items = order.flatMap((item) => {
    const question = kb.questions.get(item);
    const symptom = kb.symptoms.get(item);
    if (question) return [itemOf(item, 'practice', question)];
    return symptom ? [itemOf(item, 'symptom', symptom)] : [];
  });
  const pack = {
    id,
    version,
    variables: variables.map(idAndName),
    stages: stages.map(idAndName),
    items,
    signals: [...kb.signals].map(([signal, rule]) => signalOf(signal, rule, (item) => kb.symptoms.has(item))),
    tensions: [...kb.tensions].map(([tension, rule]) => tensionOf(tension, rule)),
    targets,
    naReasons,
    diagnosis,
    findings,
    constants,
    migrations: kb.migrations,
    former: kb.former,
  };
  const numbers = kb.overlay && hashNumbers(pack);
  const official = kb.overlay?.official;
  return { ...pack, fingerprint: fingerprint(items, numbers), ...withoutUndefined({ numbers, official }) };
}
