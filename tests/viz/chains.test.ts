import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { chains } from '../../src/build/page-data/map.ts';
import { ChainsDrawing } from '../../src/components/map/ChainsDrawing.tsx';
import { chainsDrawing } from '../../src/components/map/chains-drawing.ts';
import { type ChainsGeometry, chainsGeometry } from '../../src/viz/chains.ts';
import { risingNumbers } from '../../src/viz/heights.ts';
import { countCrossings, orderLayers } from '../../src/viz/layer-order.ts';
import { layersOf } from '../../src/viz/layers.ts';
import { ifIntended } from '../support/if-intended.ts';
import { isInside, overlap, pointsOf } from '../support/layout.ts';

const size = { width: 900, label: 100, characters: { name: 10, words: 12 }, line: 20, gap: 20 };
const nodesOf = (ids: string[]) => ids.map((id) => ({ id, name: `name of ${id}`, words: 'a few plain words' }));
const linksOf = (pairs: string) =>
  pairs.split(' ').map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '', kind: 'leads-to' }));
const ids = [...'abcdefgh'];

/** Any links between eight nodes, including cycles. */
const anyLinks = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
    kind: fc.constantFrom('leads-to', 'worsens'),
  }),
  { selector: ({ from, to }) => from + to, maxLength: 16 },
);

/** The links that cross a label or leave the drawing, and the labels that overlap another label. */
function faultsOf({ labels, links, width, height }: ChainsGeometry): string[] {
  const boxes = labels.flatMap((label) => label.boxes.map((box) => ({ id: label.id, box })));
  return [
    ...links.flatMap(({ from, to, path, arrowPath }) =>
      boxes
        .filter(({ box }) => [...pointsOf(path), ...pointsOf(arrowPath)].some((point) => isInside(point, box)))
        .map(({ id }) => `the link from ${from} to ${to} crosses ${id}`),
    ),
    ...boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => overlap(a.box, b.box))
        .map((b) => `${a.id} overlaps ${b.id}`),
    ),
    ...links.flatMap(({ from, to, path }) =>
      pointsOf(path).some(([x, y]) => x < 0 || y < 0 || x > width || y > height)
        ? [`the link from ${from} to ${to} leaves the drawing`]
        : [],
    ),
  ];
}

test('chainsGeometry(nodes, links) draws no link across a label, and no label over another', () => {
  fc.assert(
    fc.property(anyLinks, (links) => {
      expect(faultsOf(chainsGeometry(nodesOf(ids), links, size))).toEqual([]);
    }),
  );
  for (const withWords of [true, false]) expect(faultsOf(chainsDrawing(withWords).drawing)).toEqual([]);
});

test('the check can fail: a link drawn straight would cross a label', () => {
  const drawing = chainsGeometry(nodesOf(['a', 'b', 'c']), linksOf('ab bc'), size);
  const [a, b, c] = drawing.labels;
  const straight = { from: 'a', to: 'c', kind: '', arrowPath: '', path: `M${a?.rule.x2},${a?.rule.y}L${c?.rule.x1},9` };
  expect(faultsOf({ ...drawing, links: [straight] })).toEqual(['the link from a to c crosses b']);
  expect(faultsOf({ ...drawing, labels: [...drawing.labels, ...(b ? [b] : [])] })).toContain('b overlaps b');
});

test('chainsGeometry(nodes, links) returns the same drawing for any order of nodes and links', () => {
  fc.assert(
    fc.property(anyLinks, fc.shuffledSubarray(ids, { minLength: ids.length }), fc.nat(), (links, shuffledIds, turn) => {
      const at = turn % Math.max(1, links.length);
      const turned = [...links.slice(at), ...links.slice(0, at)].toReversed();
      expect(chainsGeometry(nodesOf(shuffledIds), turned, size)).toEqual(chainsGeometry(nodesOf(ids), links, size));
    }),
  );
});

test('chainsGeometry(nodes, links) draws every link except self-links and links to or from unknown nodes', () => {
  fc.assert(
    fc.property(anyLinks, (links) => {
      const between = links.filter(({ from, to }) => from !== to && to !== 'h' && from !== 'h');
      const drawn = chainsGeometry(nodesOf(ids.slice(0, -1)), links, size).links;
      expect(drawn.map(({ from, to }) => from + to)).toEqual(between.map(({ from, to }) => from + to).toSorted());
    }),
  );
});

test('links run from left to right, and a link that closes a cycle runs back', () => {
  const { links, labels } = chainsGeometry(nodesOf(['a', 'b', 'c']), linksOf('ab bc ca'), size);
  const left = (id: string) => labels.find((label) => label.id === id)?.rule.x1 ?? 0;
  expect(left('a')).toBeLessThan(left('b'));
  expect(left('b')).toBeLessThan(left('c'));
  const tips = links.map(({ arrowPath }) => pointsOf(arrowPath)[59]?.[0]);
  expect(tips).toEqual([left('b'), left('c'), left('a') + size.label]);
});

test('an empty drawing has no size, and a single label has no links', () => {
  expect(chainsGeometry([], [], size)).toEqual({ width: 0, height: 0, labels: [], links: [], kindLabels: [] });
  const { width, links, labels } = chainsGeometry(nodesOf(['a']), linksOf('aa'), size);
  expect([width, links, labels.length]).toEqual([size.label, [], 1]);
});

test('each kind of link is named once, above a link that passes between labels', () => {
  const links = [...linksOf('ab bc cd ad'), { from: 'a', to: 'c', kind: 'worsens' }];
  const { kindLabels, labels } = chainsGeometry(nodesOf(['a', 'b', 'c', 'd']), links, size);
  expect(kindLabels.map(({ kind }) => kind).toSorted()).toEqual(['leads-to', 'worsens']);
  const words = kindLabels.map(({ x, y }) => ({ x, y: y - 14, width: 90, height: 16 }));
  for (const { boxes } of labels)
    for (const box of boxes) expect(words.filter((word) => overlap(word, box))).toEqual([]);
  expect(chainsGeometry(nodesOf(['a', 'b']), linksOf('ab'), size).kindLabels).toEqual([]);
});

test('layersOf(ids, links) puts each node right of all that lead to it, and a slot where a long link passes', () => {
  const { layers, routes } = layersOf(['d', 'c', 'b', 'a'], linksOf('ab bc ac'));
  expect(layers.map((layer) => layer.map(({ id }) => id))).toEqual([['a', 'd'], ['b', 'a c 0'], ['c']]);
  expect(routes.map(({ slots }) => slots)).toEqual([
    ['a', 'b'],
    ['a', 'a c 0', 'c'],
    ['b', 'c'],
  ]);
});

test('orderLayers(layers, strokes) leaves no crossing that swapping two neighbours would remove', () => {
  const tangled = [
    ['a', 'b', 'c'],
    ['x', 'y', 'z'],
  ];
  const strokes = [
    ['a', 'z'],
    ['b', 'y'],
    ['c', 'x'],
  ] as const;
  expect(countCrossings(tangled, strokes)).toBe(3);
  expect(countCrossings(orderLayers(tangled, strokes), strokes)).toBe(0);
});

test('risingNumbers(numbers) never fall and keep their sum; rising numbers stay unchanged', () => {
  expect(risingNumbers([1, 2, 5])).toEqual([1, 2, 5]);
  expect(risingNumbers([3, 1, 2, 9])).toEqual([2, 2, 2, 9]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 12 }), (numbers) => {
      const rising = risingNumbers(numbers);
      expect(rising.every((number, index) => index === 0 || number >= (rising[index - 1] ?? 0) - 1e-9)).toBe(true);
      expect(rising.reduce((a, b) => a + b, 0)).toBeCloseTo(numbers.reduce((a, b) => a + b, 0));
    }),
  );
});

test('the chains of trouble match the reviewed drawing; each label is a link that names its arrows', async () => {
  const drawing = chainsDrawing(true);
  expect(drawing.drawing.links).toHaveLength(chains.relations.length);
  expect(drawing.drawing.kindLabels).toHaveLength(2);
  const svg = renderToString(h(ChainsDrawing, drawing)).replaceAll('><', '>\n<');
  expect(svg).toContain('Makes worse Unnatural drift.');
  await expect(`${svg}\n`).toMatchFileSnapshot('../snapshots/chains.svg', ifIntended('tests/viz/chains.test.ts'));
});
