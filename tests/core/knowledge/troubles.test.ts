import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { neighboursOf, relationsOf } from '../../../src/core/knowledge/graph.ts';
import { neighbourhoodOf } from '../../../src/core/knowledge/neighbourhood.ts';
import { stageLayerGrid } from '../../../src/core/knowledge/stage-layers.ts';
import { isTrouble, troubleChains, troubleRows } from '../../../src/core/knowledge/troubles.ts';

const kb = loadKnowledgeBase();
const relations = relationsOf(kb);
const troubles = [...kb.entries.values()].filter(isTrouble).map(({ id }) => id);
const stages = kb.pack.stages.map(({ id }) => id);
const layers = kb.pack.layers.map(({ id }) => id);

test('troubleChains(kb, relations) has every trouble once, linked or not, and only "leads-to" and "worsens"', () => {
  const { linked, unlinked, relations: chained } = troubleChains(kb, relations);
  expect([...linked, ...unlinked].map(({ id }) => id).toSorted()).toEqual(troubles.toSorted());
  expect(chained).toContainEqual({ from: 'goldilocks-alerts', kind: 'leads-to', to: 'alert-fatigue' });
  expect(chained).toContainEqual({ from: 'alert-fatigue', kind: 'worsens', to: 'unnatural-drift' });
  const ends = new Set(chained.flatMap(({ from, to }) => [from, to]));
  expect(ends).toEqual(new Set(linked.map(({ id }) => id)));
  expect(new Set(chained.map(({ kind }) => kind))).toEqual(new Set(['leads-to', 'worsens']));
});

test('troubleRows(kb, relations) lists what eases each trouble, and what is missing with the claim behind it', () => {
  const rows = new Map(troubleRows(kb, relations).map((row) => [row.trouble.id, row]));
  expect([...rows.keys()].toSorted()).toEqual(troubles.toSorted());
  expect(rows.get('alert-fatigue')?.easedBy).toEqual(['actionable-alerts', 'on-call-rotation']);
  expect(rows.get('alert-fatigue')?.missing).toEqual([
    { id: 'self-tuning-alerts', claim: 'opportunity-self-tuning-alerts' },
  ]);
  expect(rows.get('natural-drift')?.missing).toEqual([]);
  for (const { missing } of rows.values())
    for (const { id, claim = '' } of missing) expect(kb.claims.get(claim)?.kind, id).toBe('opportunity');
  const easing = relations.filter(({ kind, to }) => kind === 'eases' && troubles.includes(to));
  expect([...rows.values()].flatMap(({ easedBy }) => easedBy)).toHaveLength(easing.length);
});

test('neighbourhoodOf(neighbours) has causes before, consequences after, remedies below, and no "goes-with"', () => {
  const { before, after, below } = neighbourhoodOf(neighboursOf('long-tail-of-bugs', relations));
  expect(before.map(({ kind, ids }) => [kind, ids])).toEqual([
    ['leads-to', ['code-quality', 'dev-prod-mismatch']],
    ['worsens', ['feedback-delays']],
  ]);
  expect(after).toEqual([{ kind: 'leads-to', inverse: false, ids: ['debugging-paranoia'] }]);
  expect(below.map(({ kind, inverse }) => `${kind} ${inverse}`)).toEqual(['eases true', 'calls-for false']);
  for (const id of kb.entries.keys()) {
    const neighbours = neighboursOf(id, relations);
    const shown = Object.values(neighbourhoodOf(neighbours)).flatMap((groups) => groups.flatMap(({ ids }) => ids));
    const meant = neighbours.filter(({ kind }) => kind !== 'goes-with').map((neighbour) => neighbour.id);
    expect(shown.toSorted(), id).toEqual(meant.toSorted());
  }
});

test('stageLayerGrid(kb, stages, layers) has each entry in each of its cells, or under "everywhere"', () => {
  const { everywhere, rows } = stageLayerGrid(kb, stages, layers);
  const cellsOf = (id: string) =>
    rows.flatMap(({ layer, cells }) =>
      cells.filter(({ entries }) => entries.some((entry) => entry.id === id)).map(({ stage }) => [layer, stage]),
    );
  expect(cellsOf('alert-fatigue')).toEqual([['pipeline', 'monitoring-response']]);
  expect(cellsOf('slow-staged-deployments')).toEqual([
    [undefined, 'experimentation'],
    [undefined, 'evaluation-deployment'],
  ]);
  expect(everywhere.map(({ id }) => id)).toEqual(['tools-for-the-right-layer']);
  expect(cellsOf('tools-for-the-right-layer')).toEqual([]);
  for (const { id, kind, stages: own, layers: within } of kb.entries.values()) {
    if (['variable', 'stage', 'layer'].includes(kind)) expect(cellsOf(id), id).toEqual([]);
    else if (!everywhere.some((entry) => entry.id === id))
      expect(cellsOf(id), id).toHaveLength(own.length * Math.max(1, within.length));
  }
});
