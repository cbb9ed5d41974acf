import type { TeamsData } from '../../app/teams/teams-data.tsx';
import { language, stringsFor } from '../strings.ts';
import { compactPack } from './compact-pack.ts';

/** What the page of many teams needs: the pack without wording, and its own sentences. */
export function teamsData(): TeamsData {
  const pack = compactPack();
  return {
    language,
    pack: { ...pack, items: pack.items.map((item) => ({ ...item, anchors: [] })) },
    strings: stringsFor('teams/data'),
  };
}
