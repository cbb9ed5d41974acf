import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { countTags, textOf } from '../../../tests/support/markup.ts';
import { citationOf, citationsOf } from '../../build/citations.ts';
import { loadKnowledgeBase } from '../../build/knowledge-base.ts';
import { site } from '../../build/site.ts';
import { Citations, EvidenceLine } from './Citations.tsx';

const claims = [...loadKnowledgeBase().claims.keys()];
const said = (participants: string[], more: object = {}) => ({
  id: 'some-claim',
  source: '2022' as const,
  section: '4.5.1',
  participants,
  ...more,
});

test('evidence names each speaker, then the section; each leads to its page', () => {
  const view = <EvidenceLine citations={[said(['P1', 'P8'])]} site={site} />;
  expect(textOf(view)).toBe('P1 P8 §4.5.1 , claim some-claim');
  const html = renderToString(view);
  for (const path of ['/study/participants/P1/', '/study/participants/P8/', '/study/claims/2022-4/#some-claim'])
    expect(html).toContain(`href="${path}"`);
});

test('evidence says if the authors speak, names the later version, and counts more than three people', () => {
  expect(textOf(<EvidenceLine citations={[said([], { source: '2024' })]} site={site} />)).toMatch(
    /^the authors 2024 §/,
  );
  expect(textOf(<EvidenceLine citations={[said(['P1', 'P2', 'P3', 'P4'])]} site={site} />)).toMatch(
    /^4 people P1 P2 P3 P4/,
  );
  expect(countTags(<EvidenceLine citations={[said(['P1', 'P2', 'P3'])]} site={site} />, /people/)).toBe(0);
});

test('without claims nothing is rendered', () => {
  expect(renderToString(<Citations citations={[]} site={site} />)).toBe('');
});

test('citationsOf(claims) drops duplicates and keeps every section and speaker', () => {
  const citations = citationsOf(claims);
  const text = (each: (typeof citations)[number]) => [each.source, each.section, ...each.participants].join(' ');
  expect(citations.length).toBeLessThan(claims.length);
  expect(new Set(citations.map(text)).size).toBe(citations.length);
  expect(new Set(citations.map(text))).toEqual(new Set(claims.map((claim) => text(citationOf(claim)))));
});
