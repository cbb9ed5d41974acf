import { z } from 'zod';
import * as messages from '#messages/content-model.ts';
import { countWords } from '../text/count-words.ts';
import { basis, day, id, layer, stage, text, variable, words } from './vocabulary.ts';

/** The kinds of entries, each with its folder in content/. */
export const entryFolders = {
  variable: 'variables',
  tension: 'tensions',
  stage: 'stages',
  layer: 'layers',
  finding: 'findings',
  practice: 'practices',
  'pain-point': 'pain-points',
  'anti-pattern': 'anti-patterns',
  opportunity: 'opportunities',
} as const;

export type EntryKind = keyof typeof entryFolders;
export const entryKinds = Object.keys(entryFolders) as EntryKind[];

/**
 * The relations between entries. A relation is written once, in the entry that is its subject; the other entry shows it
 * from its side. A symmetric relation reads the same from both sides.
 */
export const relationKinds = {
  eases: { symmetric: false },
  worsens: { symmetric: false },
  'leads-to': { symmetric: false },
  'builds-on': { symmetric: false },
  'part-of': { symmetric: false },
  'calls-for': { symmetric: false },
  'pulls-against': { symmetric: true },
  'goes-with': { symmetric: true },
} as const;

export type RelationKind = keyof typeof relationKinds;
const relationKind = z.enum(Object.keys(relationKinds) as [RelationKind]);

/** The name of a file in content/templates/. */
const templateName = z.string().regex(/^[a-z0-9-]+\.(md|sql|yaml|csv|py|ts)$/, messages.templateName);

/** content/tools.yaml: tools as examples, with the day on which they were looked at. */
export const toolsFile = z.strictObject({
  checked: day,
  tools: z.array(z.strictObject({ id, name: words(5), what: words(16), url: z.url({ protocol: /^https$/ }) })).min(1),
});
export type Tool = z.output<typeof toolsFile>['tools'][number];

/** The front matter of an entry. The folder gives its kind, the file name its id. */
export const entryData = z.strictObject({
  /** The term of art: the study's word if it has one, otherwise the field's. */
  title: words(8),
  /** The same in plain words, shown under the title. */
  plain: words(10).optional(),
  /** One sentence that can be read on its own. */
  summary: words(35),
  /** Other names that engineers use for it. */
  aliases: z.array(words(6)).max(10).default([]),
  /** How you notice it, in words that people would type. */
  symptoms: z.array(words(18)).max(6).default([]),
  /** What to do first when it hurts right now, at night if need be. Ours. */
  tonight: z.array(words(35)).max(3).default([]),
  /** What changes with a hosted or adapted language model. Ours. */
  hosted: words(140).optional(),
  /** Something to copy: a file in content/templates/, what it is called and what it is for. */
  template: z.strictObject({ file: templateName, title: words(8), use: words(30) }).optional(),
  /** Ids of tools that people use for it. */
  tools: z.array(id).max(6).default([]),
  /** Where a reader with a similar problem should look instead. */
  instead: z
    .array(z.strictObject({ when: words(8), to: id }))
    .max(3)
    .default([]),
  /** Other ways in which people ask for it. Searched, not shown. */
  asked: z.array(words(10)).max(24).default([]),
  /** The Vs it affects, and how. `stated` needs claims in which the authors make that link. */
  variables: z.array(z.strictObject({ id: variable, how: words(28), basis, claims: z.array(id).default([]) })),
  stages: z.array(stage),
  layers: z.array(layer),
  relations: z.array(z.strictObject({ kind: relationKind, to: id })).default([]),
  /** Figures from the study; each is shown with the speakers of its claim. */
  figures: z.array(z.strictObject({ figure: words(8), means: words(25), claim: id })).default([]),
  /** What the 2024 version changed or added. */
  changed: z.strictObject({ text: words(70), claims: z.array(id).min(1) }).optional(),
  /** Keys of related works. */
  literature: z.array(id).default([]),
});

/** Minimum and maximum number of words in an entry's text. */
export const bodyWords = { least: 120, most: 600 };

export type EntryData = z.output<typeof entryData>;

/** An entry of the knowledge base. */
export interface Entry extends EntryData {
  id: string;
  kind: EntryKind;
  /** Its text as MDX: Markdown with the parts listed in `entry-body.ts`. */
  body: string;
}

/** Groups of everyday words with nearly the same meaning. Search also finds the others, with less weight. */
export const everydayFile = z.strictObject({ groups: z.array(z.array(words(3)).min(2)).min(1) });

/** A term of the glossary. */
export const term = z.strictObject({
  term: text,
  id,
  definition: words(45),
  /** Words that find the same entries in search. */
  synonyms: z.array(words(6)).default([]),
  /** Entries that tell more, most important first. */
  entries: z.array(id).min(1).max(4),
  /** Whether the study uses the term in this sense, or it is common knowledge of the field in our words. */
  basis: z.enum(['study', 'field']),
  claims: z.array(id).default([]),
});
/** content/glossary.yaml. */
export const glossaryFile = z.strictObject({ terms: z.array(term).min(1) });
export type GlossaryTerm = z.output<typeof term>;

/** content/changes.yaml: what changed for readers, newest first. */
export const changesFile = z.strictObject({
  changes: z.array(z.strictObject({ date: day, id, title: words(12), text: words(60) })).min(1),
});
export type SiteChange = z.output<typeof changesFile>['changes'][number];

/** Whether a text has the length of an entry. */
export const hasEntryLength = (plain: string): boolean => {
  const count = countWords(plain);
  return count >= bodyWords.least && count <= bodyWords.most;
};
