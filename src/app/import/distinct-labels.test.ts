import { expect, test } from 'vitest';
import { site } from '../../build/site.ts';
import { distinctLabels } from './distinct-labels.ts';

test('distinctLabels() leaves labels alone that differ, and tells the others apart', () => {
  const labels = distinctLabels(
    [
      { label: 'May, Parcels', from: 'a.json' },
      { label: 'June, Parcels', from: 'a.json' },
      { label: 'May, Parcels', from: 'b.json' },
      { label: 'May, Parcels', from: 'b.json' },
    ],
    site.t,
  );
  expect(labels).toEqual(['May, Parcels, a.json', 'June, Parcels', 'May, Parcels, b.json', 'May, Parcels, b.json (2)']);
});
