import type { TeamsData } from '../../app/teams/teams-data.tsx';
import { language, stringsFor } from '../strings.ts';
import { groupPack } from './compact-pack.ts';

/** What the page of many teams needs: the pack without wording, and its own sentences. */
export function teamsData(): TeamsData {
  const pack = groupPack();
  return {
    language,
    pack: {
      ...pack,
      items: pack.items.map((item) => ({ ...item, anchors: [], question: '' })),
      signals: pack.signals.map((signal) => ({ ...signal, say: '', check: '' })),
    },
    strings: stringsFor('teams/data'),
  };
}
