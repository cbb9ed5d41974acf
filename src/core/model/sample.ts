import { z } from 'zod';
import { id, words } from './vocabulary.ts';

const team = z.strictObject({
  /** The name of its answers file and of its page. */
  id,
  name: words(8),
  /** Who they are, in one sentence. */
  who: words(30),
});
export type SampleTeam = z.output<typeof team>;

/** content/samples/teams.yaml: invented teams with sample reports. */
export const sampleFile = z.strictObject({ teams: z.array(team).min(1) });
