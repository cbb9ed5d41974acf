import type { Pack, PackItem } from '../../core/model/pack.ts';
import { pack } from '../pack.ts';

/**
 * The pack with other questions; without claims, which pages cite in full, old versions, which the outline has, and
 * layers, which nothing is computed from.
 */
function packWith(items: PackItem[]): Pack {
  const claims: string[] = [];
  return {
    ...pack,
    migrations: [],
    former: [],
    items: items.map((item) => ({ ...item, claims, layers: [] })),
    signals: pack.signals.map((signal) => ({ ...signal, claims })),
    tensions: pack.tensions.map((tension) => ({ ...tension, claims })),
  };
}

/** The pack as a report needs it: with what answers say, but neither how questions are asked nor where to look. */
export const reportPack = (): Pack =>
  packWith(
    pack.items.map((item) => ({
      ...item,
      question: '',
      anchors: [],
      look: [],
      readings: item.readings
        .map(({ question: _, ...reading }) => reading)
        .filter(({ says, goals }) => says !== undefined || goals !== undefined),
    })),
  );

/** The pack as side-by-side pages need it: with questions and anchors, but not what a report says. */
export const groupPack = (): Pack => ({
  ...packWith(pack.items.map((item) => ({ ...item, says: [], look: [], readings: [], moves: null }))),
  diagnosis: { situations: [], sentences: pack.diagnosis.sentences },
  findings: [],
});
