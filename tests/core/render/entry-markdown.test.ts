import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { citedClaims } from '../../../src/core/model/entry-body.ts';
import { bodyMarkdown, textParts } from '../../../src/core/render/entry-markdown.ts';

const kb = loadKnowledgeBase();

test('bodyMarkdown(body) writes sources in brackets, our reading as a quotation, and addresses in links', () => {
  const body = `One. <Cite claims="alert-fatigue" /> A [link](on-call-rotation).

<Ours>

Our advice.

</Ours>

<Sides>
<Side>

Left. <Cite claims="many-metrics-some-fire" />

</Side>
</Sides>
`;
  expect(bodyMarkdown(body, kb, (id) => `/${id}.md`)).toBe(
    'One. (P8; section 5.1.2.1 of 2022 [alert-fatigue]) A [link](/on-call-rotation.md).\n\n> **Our reading:** Our advice.\n\n- Left. (the authors; section 5.1.2 of 2022 [many-metrics-some-fire])',
  );
});

test('bodyMarkdown(body) names a source once, with all of its claims that a sentence cites', () => {
  const twice = [...kb.claims].filter(
    ([, { section, participants }]) => section === '5.1.3' && participants.length === 0,
  );
  const [first, second] = twice.map(([id]) => id);
  expect(bodyMarkdown(`One. <Cite claims="${first} ${second}" />`, kb, (id) => id)).toBe(
    `One. (the authors; section 5.1.3 of 2022 [${first}, ${second}])`,
  );
});

test('no Markdown version of an entry keeps a component or loses a claim', () => {
  for (const { id, body } of kb.entries.values()) {
    const text = bodyMarkdown(body, kb, (other) => `/entries/${other}.md`);
    expect(text, id).not.toMatch(/<\/?(Cite|Ours|Sides|Side)/);
    for (const { id: claim } of citedClaims(body)) expect(text, id).toMatch(new RegExp(`[[ ]${claim}[\\],]`));
    for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g))
      expect(target, id).toMatch(/^\/entries\/[a-z-]+\.md$/);
  }
});

test('textParts(body) tells what the study says from our reading, each with its claims', () => {
  const body = 'One. <Cite claims="alert-fatigue" />\n\n<Ours>\n\nOurs, see [link](alert-fatigue).\n\n</Ours>\n\nTwo.';
  expect(textParts(body, kb, (id) => `/${id}/`)).toEqual([
    { provenance: 'study', markdown: 'One. (P8; section 5.1.2.1 of 2022 [alert-fatigue])', claims: ['alert-fatigue'] },
    { provenance: 'trivium', markdown: 'Ours, see [link](/alert-fatigue/).', claims: [] },
    { provenance: 'study', markdown: 'Two.', claims: [] },
  ]);
});
