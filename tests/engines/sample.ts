import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { generateTeam } from '../support/teams.ts';

export const kb = loadKnowledgeBase();
export const pack = packOf(kb);
/** A team whose answers the journeys use. */
export const team = { ...generateTeam(pack, 3), system: 'Parcel times', date: '2026-11-16' };
