import { expect, test } from 'vitest';
import { entryRecords, termRecords, toolRecords } from '../../../src/core/data/records.ts';
import { kb, lay } from '../../support/laid-overlay.ts';

test('in the published data, what an overlay adds is the organisation’s, and the rest is not', () => {
  const { kb: laid } = lay({
    'tools.yaml':
      'tools:\n  - { id: acme-flow, name: Acme Flow, what: Runs our jobs, url: "https://flow.acme.example" }\n',
  });
  const address = () => 'https://trivium.example/';
  const addressOf = { entry: address, markdown: address, claim: address, participant: address, template: address };
  const records = toolRecords({ kb: laid, addressOf, templateText: () => '' });
  const ownTools = records.filter(({ provenance }) => provenance === 'organisation').map(({ id }) => id);
  expect(ownTools).toEqual(['acme-flow']);
});

test('in the published data, terms and texts of an overlay are the organisation’s, and what the study states is not', () => {
  const [somePractice] = [...kb.entries.values()].filter(({ kind }) => kind === 'practice');
  if (!somePractice) throw new Error('There is no practice.');
  const entry =
    '---\ntitle: Our way\nsummary: Ours.\nvariables: []\nstages: []\nlayers: []\n---\nWe do it like this.\n';
  const [claim] = kb.claims.keys();
  const [studied, synonyms] = [...kb.glossary.values()].filter(({ basis }) => basis === 'study').map(({ id }) => id);
  const { kb: laid } = lay({
    'glossary.yaml':
      'terms:\n  - { id: acme-way, term: Acme way, definition: How we work., basis: field, entries: [our-way] }\n' +
      `  - { id: ${studied}, definition: What we mean by it. }\n  - { id: ${synonyms}, synonyms: [what Acme calls it] }\n`,
    'practices/our-way.mdx': entry,
    [`practices/${somePractice.id}.mdx`]: `---\n{}\n---\nStudied. <Cite claims="${claim}" />\n\n<Ours>\n\nOurs.\n\n</Ours>\n`,
  });
  const address = () => 'https://trivium.example/';
  const addressOf = { entry: address, markdown: address, claim: address, participant: address, template: address };
  const source = { kb: laid, addressOf, templateText: () => '' };
  const termsBy = Map.groupBy(termRecords(source), ({ provenance }) => provenance);
  expect(termsBy.get('organisation')?.map(({ id }) => id)).toEqual([studied, 'acme-way']);
  expect(termsBy.get('study')?.map(({ id }) => id)).toContain(synonyms);
  expect([...termsBy.keys()]).toEqual(expect.arrayContaining(['study', 'trivium']));
  const partsOf = (id: string) =>
    entryRecords(source)
      .find((record) => record.id === id)
      ?.text.map(({ provenance }) => provenance);
  expect(partsOf('our-way')).toEqual(['organisation']);
  expect(partsOf(somePractice.id)).toEqual(['study', 'organisation']);
  const others = entryRecords(source).filter(({ id }) => id !== 'our-way' && id !== somePractice.id);
  expect(others.flatMap(({ text }) => text).some(({ provenance }) => provenance === 'organisation')).toBe(false);
});
