import { z } from 'zod';
import { entryData, entryKinds, relationKinds, term, toolsFile } from '../model/entry.ts';
import { practiceQuestion, signal, symptomQuestion, tension } from '../model/question-schema.ts';
import { claim, participant, work } from '../model/study.ts';
import { basis, id, text } from '../model/vocabulary.ts';

// What the published data looks like. A field may be added; none is removed or renamed, and none changes its meaning.
const address = z.string().describe('An absolute address on the site that published the data.');
const claimIds = z.array(id).describe('Ids of records in claims.json.');

/** Whose words a record, or a part of it, is. */
const provenance = z.enum(['study', 'trivium', 'organisation']);
const study = z.literal('study').describe("What the authors of the study state, in Trivium's words.");
const trivium = z
  .enum(['trivium', 'organisation'])
  .describe("Trivium's own work, or that of an organisation with a pack of its own; not the study's.");
const mixed = z
  .literal('mixed')
  .describe('The study, except for what the record itself marks as "trivium", "organisation" or "ours".');

const relation = z
  .enum([...Object.keys(relationKinds), 'sets-against'])
  .describe('What the first entry does to the second.');
const { aliases, symptoms, figures, variables, stages, layers, literature, title, summary } = entryData.shape;

/** An entry of the knowledge base, with its text. */
export const entryRecord = z.strictObject({
  id,
  kind: z.enum(entryKinds),
  provenance: mixed,
  title,
  plain: text.nullable().describe('The title in plain words.'),
  summary,
  aliases,
  symptoms: symptoms.describe('How you notice it.'),
  text: z
    .array(z.strictObject({ provenance, markdown: text, claims: claimIds }))
    .describe(
      'The text in order. A part is either what the study says, with its claims, or a reading: ours, or that of an organisation.',
    ),
  variables,
  stages,
  layers,
  figures,
  changed: z.strictObject({ text, claims: claimIds }).nullable().describe('What the 2024 version changed or added.'),
  literature: literature.describe('Ids of records in literature.json.'),
  ours: z
    .strictObject({
      tonight: z.array(text).describe('What to do first when it hurts right now.'),
      hosted: text.nullable().describe('What changes with a hosted or adapted language model.'),
      instead: entryData.shape.instead,
      template: text.nullable().describe('Id of a record in templates.json.'),
      tools: z.array(id).describe('Ids of records in tools.json.'),
      relations: z
        .array(z.strictObject({ kind: relation, inverse: z.boolean(), to: id }))
        .describe('Relations to other entries. "inverse" means that the other entry is the subject.'),
    })
    .describe("Trivium's own work, or that of the organisation that added or changed the entry; not the study's."),
  question: id.nullable().describe('Id of the record in questions.json that asks about it.'),
  signal: id.nullable().describe('Id of its record in signals.json.'),
  page: address,
  markdown: address,
});

export const claimRecord = z.strictObject({
  ...claim.shape,
  source: z.enum(['2022', '2024']).describe('The version of the study: arXiv 2209.09125 or doi 10.1145/3653697.'),
  section: text,
  provenance: study,
  entries: z.array(id).describe('Entries that cite it.'),
  page: address,
});

export const participantRecord = z.strictObject({
  ...participant.shape,
  code2024: text.describe('The code in the 2024 version. Matched by Trivium.'),
  mentions2022: participant.shape.mentions2022.describe('How often the 2022 version names them. Counted by Trivium.'),
  codedSegments2024: participant.shape.codedSegments2024.describe('Null if the 2024 version gives no number.'),
  provenance: mixed,
  ours: z.array(z.enum(['code2024', 'mentions2022'])).describe("Fields that are Trivium's."),
  page: address,
});

export const relationRecord = z.strictObject({
  id: text.describe('Subject, kind and object.'),
  provenance: trivium,
  from: id,
  kind: relation,
  to: id,
});

const askedFields = { id, provenance: trivium };
/** A question of the assessment, about a practice or a symptom. */
export const questionRecord = z.discriminatedUnion('kind', [
  z.strictObject({ ...practiceQuestion.shape, ...askedFields, kind: z.literal('practice') }),
  z.strictObject({ ...symptomQuestion.shape, ...askedFields, kind: z.literal('symptom') }),
]);

export const signalRecord = z.strictObject({ ...signal.shape, ...askedFields });
export const tensionRecord = z.strictObject({ ...tension.shape, ...askedFields, basis });

export const templateRecord = z.strictObject({
  id: text.describe('The name of the file.'),
  provenance: trivium,
  title: text,
  use: text.describe('What it is for.'),
  practice: id,
  text: z.string().describe('The whole file.'),
  file: address,
});

export const toolRecord = z.strictObject({
  ...toolsFile.shape.tools.element.shape,
  provenance: trivium,
  checked: toolsFile.shape.checked.describe('The day on which the tool was looked at.'),
  entries: z.array(id).describe('Entries that name it as an example. No recommendation.'),
});

export const termRecord = z.strictObject({
  ...term.shape,
  provenance: provenance.describe(
    '"study": used as in the study. "trivium": common knowledge of the field. "organisation": defined by one.',
  ),
});

export const literatureRecord = z.strictObject({
  ...work.omit({ key: true, id: true }).shape,
  id,
  identifier: text,
  provenance: trivium,
});
