import { packOf } from '../../src/core/assessment/pack.ts';
import { loadKnowledgeBase } from '../../src/load/knowledge-base.ts';
import { generateTeam } from '../support/teams.ts';

export const kb = loadKnowledgeBase();
export const pack = packOf(kb);
/** A team whose answers the journeys use. */
export const team = { ...generateTeam(pack, 3), system: 'Parcel times', date: '2026-11-16' };
