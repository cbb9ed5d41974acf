import { expect, test } from 'vitest';
import { citedClaims, linkedEntries, plainText, unknownTags } from '../../../src/core/model/entry-body.ts';

const body = `## What interviewees see

One *sentence* here. <Cite claims="a b" />
Another with a [link](some-entry). <Cite claims="c" />

- an item <Cite claims="d" />

<Ours>

Our **advice**.

</Ours>
`;

test('citedClaims(body) gives every id with its line', () => {
  expect(citedClaims(body)).toEqual([
    { id: 'a', line: 3 },
    { id: 'b', line: 3 },
    { id: 'c', line: 4 },
    { id: 'd', line: 6 },
  ]);
});

test('linkedEntries(body) gives every target with its line', () => {
  expect(linkedEntries(body)).toEqual([{ id: 'some-entry', line: 4 }]);
});

test('unknownParts(body) gives the tags that are not parts', () => {
  expect(unknownTags(body)).toEqual([]);
  expect(unknownTags('One\n<Quote>two</Quote>')).toEqual([
    { name: 'Quote', line: 2 },
    { name: 'Quote', line: 2 },
  ]);
});

test('plainText(body) drops markup and gives one line for each paragraph', () => {
  expect(plainText(body)).toBe('What interviewees see\nOne sentence here. Another with a link.\nan item\nOur advice.');
});
