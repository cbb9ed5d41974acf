import type { z } from 'zod';
import { claimsOf } from '../knowledge/entry-claims.ts';
import { neighboursOf, orderedEntries, relationsByEntry, relationsOf } from '../knowledge/graph.ts';
import type { Entry, GlossaryTerm } from '../model/entry.ts';
import { isAdded } from '../model/is-added.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { textParts } from '../render/entry-markdown.ts';
import type * as schemas from './record-schemas.ts';

/** What the records need besides the knowledge base. */
export interface DataSource {
  kb: KnowledgeBase;
  /** The address of something on the site. */
  addressOf: {
    entry(id: string): string;
    markdown(id: string): string;
    claim(claim: { id: string; source: '2022' | '2024'; section: string }): string;
    participant(id: string): string;
    template(file: string): string;
  };
  /** The text of a file in content/templates/. */
  templateText(file: string): string;
}

type RecordOf<T extends z.ZodType> = z.output<T>;
const oursAlone = { provenance: 'trivium' as const };

/** Whose a record is that is not the study's: an organisation's, if its overlay has added it. */
const provenanceOf = (kb: KnowledgeBase, owner: string) => ({
  provenance: isAdded(kb, owner) ? ('organisation' as const) : ('trivium' as const),
});

/** Whose a text is that is not the study's: an organisation's, if its overlay has added or replaced it. */
const provenanceOfText = (kb: KnowledgeBase, owner: string): 'trivium' | 'organisation' =>
  kb.overlay?.changes.get(owner)?.includes('text') ? 'organisation' : provenanceOf(kb, owner).provenance;

/** The ids of the entries that have a value in a list of theirs, by value. */
const entriesByValue = (kb: KnowledgeBase, valuesOf: (entry: Entry) => readonly string[]): Map<string, string[]> => {
  const ids = new Map<string, string[]>();
  for (const entry of orderedEntries(kb))
    for (const value of valuesOf(entry)) ids.set(value, [...(ids.get(value) ?? []), entry.id]);
  return ids;
};

/** The entries with their texts and relations, in the order of lists. */
export function entryRecords({ kb, addressOf }: DataSource): RecordOf<typeof schemas.entryRecord>[] {
  const relations = relationsByEntry(relationsOf(kb));
  return orderedEntries(kb).map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    provenance: 'mixed',
    title: entry.title,
    plain: entry.plain ?? null,
    summary: entry.summary,
    aliases: entry.aliases,
    symptoms: entry.symptoms,
    text: textParts(entry.body, kb, addressOf.entry, provenanceOfText(kb, `entries ${entry.id}`)),
    variables: entry.variables,
    stages: entry.stages,
    layers: entry.layers,
    figures: entry.figures,
    changed: entry.changed ?? null,
    literature: entry.literature,
    ours: {
      tonight: entry.tonight,
      hosted: entry.hosted ?? null,
      instead: entry.instead,
      template: entry.template?.file ?? null,
      tools: entry.tools,
      relations: neighboursOf(entry.id, relations.get(entry.id) ?? []).map(({ kind, inverse, id }) => ({
        kind,
        inverse,
        to: id,
      })),
    },
    question: kb.questions.has(entry.id) ? entry.id : null,
    signal: kb.signals.has(entry.id) ? entry.id : null,
    page: addressOf.entry(entry.id),
    markdown: addressOf.markdown(entry.id),
  }));
}

/** The claims of the study, each with the entries that cite it. */
export function claimRecords({ kb, addressOf }: DataSource): RecordOf<typeof schemas.claimRecord>[] {
  const entries = entriesByValue(kb, claimsOf);
  return [...kb.claims.values()].map((claim) => ({
    ...claim,
    provenance: 'study',
    entries: entries.get(claim.id) ?? [],
    page: addressOf.claim(claim),
  }));
}

/** The interviewees. */
export const participantRecords = ({ kb, addressOf }: DataSource): RecordOf<typeof schemas.participantRecord>[] =>
  [...kb.participants.values()].map((participant) => ({
    ...participant,
    provenance: 'mixed',
    ours: ['code2024', 'mentions2022'],
    page: addressOf.participant(participant.id),
  }));

/** Every relation between entries, once. */
export const relationRecords = ({ kb }: DataSource): RecordOf<typeof schemas.relationRecord>[] =>
  relationsOf(kb).map(({ from, kind, to }) => ({ id: `${from} ${kind} ${to}`, ...oursAlone, from, kind, to }));

/** The questions about practices, then those about symptoms. */
export const questionRecords = ({ kb }: DataSource): RecordOf<typeof schemas.questionRecord>[] => [
  ...[...kb.questions].map(([id, question]) => ({
    id,
    ...provenanceOf(kb, `questions ${id}`),
    kind: 'practice' as const,
    ...question,
  })),
  ...[...kb.symptoms].map(([id, question]) => ({
    id,
    ...provenanceOf(kb, `symptoms ${id}`),
    kind: 'symptom' as const,
    ...question,
  })),
];

/** The rules that suspect trouble. */
export const signalRecords = ({ kb }: DataSource): RecordOf<typeof schemas.signalRecord>[] =>
  [...kb.signals].map(([id, signal]) => ({ id, ...provenanceOf(kb, `signals ${id}`), ...signal }));

/** The forms of tensions between two Vs. */
export const tensionRecords = ({ kb }: DataSource): RecordOf<typeof schemas.tensionRecord>[] =>
  [...kb.tensions].map(([id, tension]) => ({ id, ...provenanceOf(kb, `tensions ${id}`), ...tension }));

/** The files to copy, with their texts. */
export const templateRecords = (source: DataSource): RecordOf<typeof schemas.templateRecord>[] =>
  orderedEntries(source.kb).flatMap(({ id, template }) =>
    template
      ? [
          {
            id: template.file,
            provenance: provenanceOfText(source.kb, `templates ${template.file}`),
            title: template.title,
            use: template.use,
            practice: id,
            text: source.templateText(template.file),
            file: source.addressOf.template(template.file),
          },
        ]
      : [],
  );

/** The tools that entries name, with the day on which they were looked at. */
export function toolRecords({ kb }: DataSource): RecordOf<typeof schemas.toolRecord>[] {
  const entries = entriesByValue(kb, ({ tools }) => tools);
  return [...kb.tools.values()].map((tool) => ({
    ...tool,
    ...provenanceOf(kb, `tools ${tool.id}`),
    checked: kb.toolsChecked ?? '',
    entries: entries.get(tool.id) ?? [],
  }));
}

/** Whose a term is: an organisation's as soon as its overlay defines it, whatever the definition is based on. */
function provenanceOfTerm(
  { overlay }: KnowledgeBase,
  { id, basis }: GlossaryTerm,
): 'study' | 'trivium' | 'organisation' {
  const change = overlay?.changes.get(`glossary ${id}`);
  if (change === 'added' || change?.includes('definition')) return 'organisation';
  return basis === 'study' ? 'study' : 'trivium';
}

/** The terms of the glossary. */
export const termRecords = ({ kb }: DataSource): RecordOf<typeof schemas.termRecord>[] =>
  [...kb.glossary.values()].map((term) => ({
    ...term,
    provenance: provenanceOfTerm(kb, term),
  }));

/** Related works. */
export const literatureRecords = ({ kb }: DataSource): RecordOf<typeof schemas.literatureRecord>[] =>
  [...kb.literature.values()].map(({ key, id, ...work }) => ({ id: key, identifier: id, ...work, ...oursAlone }));
