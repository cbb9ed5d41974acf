import { askedAt, type Depth } from '../core/model/ids.ts';
import { type Pack, type PackOutline, packOf } from '../core/model/pack.ts';
import { packIndex } from '../core/model/pack-index.ts';
import { withoutUndefined } from '../core/model/without-undefined.ts';
import { countWords } from '../core/text/count-words.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';

const kb = loadKnowledgeBase();

/** The assessment of this site. */
export const pack: Pack = packOf(kb);

/** The four layers, top to bottom, as the pack names them. */
export const packLayers = kb.pack.layers;

/** The questions of the pack without their texts: enough to read answers with. */
export const packOutline: PackOutline = {
  id: pack.id,
  version: pack.version,
  items: pack.items.map(({ id, rev, kind, stage, depth }) => ({ id, rev, kind, stage, depth })),
  signals: pack.signals.map(({ id }) => ({ id })),
  naReasons: pack.naReasons.map(({ id }) => ({ id })),
  migrations: pack.migrations,
  former: pack.former,
  ...withoutUndefined({ numbers: pack.numbers, official: pack.official }),
};

const index = packIndex(pack);
/** The name of a V. */
export const variableName = index.variableName;
/** The title of a question. */
export const questionTitle = index.title;

/** Person-weeks for each effort. */
export const personWeeksOf = (effort: 'S' | 'M' | 'L'): number => pack.constants.moves.personWeeks[effort];

/** How many questions a depth asks, and how many minutes they take: reading, and choosing each answer. */
export function estimateTime(depth: Depth): { count: number; minutes: number } {
  const items = pack.items.filter(askedAt(depth));
  const { wordsPerMinute, secondsPerQuestion } = pack.constants.reading;
  const words = items.reduce((total, { question, anchors }) => total + countWords([question, ...anchors].join(' ')), 0);
  return { count: items.length, minutes: Math.ceil(words / wordsPerMinute + (items.length * secondsPerQuestion) / 60) };
}
