import type { Pack, PackItem, PackSignal } from '../../core/model/pack.ts';
import { pack } from '../pack.ts';

/** A signal without its statements, which no page shows. */
function withoutSays({ readings = [], ...signal }: PackSignal): PackSignal {
  const checks = readings.flatMap(({ when, check }) => (check === undefined ? [] : [{ when, check }]));
  return { ...signal, say: '', ...(checks.length > 0 ? { readings: checks } : {}) };
}

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
    signals: pack.signals.map((signal) => withoutSays({ ...signal, claims })),
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
        .map(({ question: _, look: __, ...reading }) => reading)
        .filter(({ says, titles, goals }) => says ?? titles ?? goals),
    })),
  );

/** The pack as side-by-side pages need it: with questions and anchors, but not what a report says. */
export function groupPack(): Pack {
  const compact = packWith(pack.items.map((item) => ({ ...item, says: [], look: [], readings: [], moves: null })));
  return {
    ...compact,
    signals: compact.signals.map(({ readings: _, ...signal }) => ({ ...signal, check: '' })),
    diagnosis: { situations: [], sentences: pack.diagnosis.sentences },
    findings: [],
  };
}
