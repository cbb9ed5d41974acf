import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { claimsOf } from '../../../src/core/knowledge/entry-claims.ts';
import { neighboursOf, type Relation } from '../../../src/core/knowledge/graph.ts';
import { evidenceMatrix } from '../../../src/core/knowledge/matrix.ts';
import { relationsOfVs } from '../../../src/core/knowledge/v-relations.ts';

const kb = loadKnowledgeBase();

test('neighboursOf(id) shows a relation from both sides, inverse for the object unless it is symmetric', () => {
  const relations: Relation[] = [
    { from: 'a', kind: 'eases', to: 'b' },
    { from: 'a', kind: 'goes-with', to: 'c' },
  ];
  expect(neighboursOf('a', relations)).toEqual([
    { kind: 'eases', inverse: false, id: 'b' },
    { kind: 'goes-with', inverse: false, id: 'c' },
  ]);
  expect(neighboursOf('b', relations)).toEqual([{ kind: 'eases', inverse: true, id: 'a' }]);
  expect(neighboursOf('c', relations)).toEqual([{ kind: 'goes-with', inverse: false, id: 'a' }]);
});

test('relationsOfVs(claims) gives the tensions and synergies of each pair', () => {
  const related = relationsOfVs(kb.claims.values());
  expect(related.map(({ between, relation }) => `${between.join('-')} ${relation}`)).toEqual([
    'velocity-validation tension',
    'velocity-validation synergy',
    'velocity-versioning tension',
    'velocity-versioning synergy',
    'validation-versioning tension',
    'validation-versioning synergy',
  ]);
  const ids = (pair: string, relation: string) =>
    related.find((vs) => vs.between.join('-') === pair && vs.relation === relation)?.claims.map(({ id }) => id);
  expect(ids('velocity-validation', 'tension')).toContain('standardisation-tension');
  expect(ids('validation-versioning', 'tension')).toEqual(['data-quality-conflict', 'false-positives-double-cost']);
  expect(ids('velocity-validation', 'synergy')).toContain('c24-visibility-speeds-velocity');
});

test('relationsOfVs(claims) counts a claim that names three Vs for the first two only', () => {
  const relations = relationsOfVs(kb.claims.values()).filter(({ claims }) =>
    claims.some(({ id }) => id === 'merge-queue-gate'),
  );
  expect(relations.map(({ between }) => between.join('-'))).toEqual(['velocity-validation']);
});

test('evidenceMatrix(kb) counts exactly the claims that an entry cites', () => {
  const { participants, rows } = evidenceMatrix(kb);
  expect(participants).toHaveLength(18);
  expect(rows).toHaveLength(kb.entries.size);
  for (const { entry, counts } of rows) {
    const citedParticipants = claimsOf(entry).flatMap((id) => kb.claims.get(id)?.participants ?? []);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(citedParticipants.length);
  }
});
