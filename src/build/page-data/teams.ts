import type { TeamsData } from '../../app/teams/teams-data.tsx';
import type { Pack } from '../../core/model/pack.ts';
import { language, stringsFor } from '../strings.ts';
import { groupPack } from './compact-pack.ts';

/** A diagnosis without sentences: the page only counts. */
const noDiagnosis = { situations: [], sentences: {} } as unknown as Pack['diagnosis'];

/** What the page of many teams needs: what its counts need of the pack, without wording, and its own sentences. */
export function teamsData(): TeamsData {
  const pack = groupPack();
  return {
    language,
    pack: {
      ...pack,
      items: pack.items.map((item) => ({ ...item, anchors: [], question: '', layers: [], needs: [], grade: 'C' })),
      signals: pack.signals.map((signal) => ({ ...signal, helps: [] })),
      tensions: [],
      targets: pack.targets.map((target) => ({ ...target, reason: '' })),
      naReasons: pack.naReasons.map(({ id }) => ({ id, label: '' })),
      constants: {
        ...pack.constants,
        stability: { ...pack.constants.stability, words: [] },
        respondents: { ...pack.constants.respondents, signals: [] },
      },
      diagnosis: noDiagnosis,
    },
    strings: stringsFor('teams/data'),
  };
}
