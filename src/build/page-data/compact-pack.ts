import type { Pack } from '../../core/model/pack.ts';
import { pack } from '../pack.ts';

/** The pack without what no report shows: the questions' wording, and claims, which reports cite in full. */
export function compactPack(): Pack {
  const claims: string[] = [];
  return {
    ...pack,
    items: pack.items.map((item) => ({ ...item, claims, question: '' })),
    signals: pack.signals.map((signal) => ({ ...signal, claims })),
    tensions: pack.tensions.map((tension) => ({ ...tension, claims })),
  };
}
