import { z } from 'zod';
import {
  changesFile,
  type EntryData,
  type EntryKind,
  entryData,
  entryFolders,
  everydayFile,
  glossaryFile,
  toolsFile,
} from './entry.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { lookFile } from './look-schema.ts';
import { migrationsFile } from './migrations-schema.ts';
import { type PackFile, packFile } from './pack-schema.ts';
import { practiceQuestion, signal, symptomQuestion, tension } from './question-schema.ts';
import { sampleFile } from './sample.ts';
import type { SourceFile } from './source-file.ts';
import {
  bugFile,
  claimFile,
  crosswalkFile,
  type FirstMinutes,
  firstMinutesFile,
  literatureFile,
  type MlTestScore,
  mlTestScoreFile,
  participantFile,
  se4mlFile,
  studyPageData,
} from './study.ts';

/** The maps of a knowledge base that content is added to, and not those about its files. */
type MapName = Exclude<
  { [Key in keyof KnowledgeBase]: KnowledgeBase[Key] extends Map<string, unknown> ? Key : never }[keyof KnowledgeBase],
  'origins' | 'refusedFiles'
>;

/** Adds something to a map under its id. An id that is already there is a problem. */
export type AddToMap = (
  map: MapName,
  key: string,
  value: unknown,
  file: SourceFile,
  place?: readonly PropertyKey[],
) => void;

/** One kind of content: which files it has, and how they get into the knowledge base. */
interface ContentKind {
  /** Matches the paths of its files. A group named `id` gives the id of what the file holds. */
  files: RegExp;
  schema: z.ZodType;
  /** Adds the data of a file, as the schema gives it. */
  add(data: never, kb: KnowledgeBase, addToMap: AddToMap, file: SourceFile, id: string): void;
}

/** Adds a file as one thing, under the name of the file. */
const addFile =
  (map: MapName): ContentKind['add'] =>
  (data, _kb, addToMap, file, id) =>
    addToMap(map, id, data, file);

/** Adds each entry of the list in a file. */
const addList =
  (map: MapName, list: string, key = 'id'): ContentKind['add'] =>
  (data: Record<string, Record<string, string>[]>, _kb, addToMap, file) => {
    for (const [index, entry] of (data[list] ?? []).entries())
      addToMap(map, entry[key] ?? '', entry, file, [list, index, key]);
  };

/** All kinds of content. A new kind is a new row. */
const contentKinds: readonly ContentKind[] = [
  {
    files: /^study\/claims\/\d{4}\/.+\.yaml$/,
    schema: claimFile,
    add: ({ source, section, claims }: z.output<typeof claimFile>, _kb, addToMap, file) =>
      claims.forEach((claim, index) => {
        addToMap('claims', claim.id, { ...claim, source, section }, file, ['claims', index, 'id']);
      }),
  },
  { files: /^study\/participants\.yaml$/, schema: participantFile, add: addList('participants', 'participants') },
  { files: /^study\/literature\.yaml$/, schema: literatureFile, add: addList('literature', 'literature', 'key') },
  {
    files: /^study\/frameworks\/ml-test-score\.yaml$/,
    schema: mlTestScoreFile,
    add: (data: MlTestScore, kb) => {
      kb.mlTestScore = data;
    },
  },
  { files: /^study\/frameworks\/se4ml\.yaml$/, schema: se4mlFile, add: addList('se4ml', 'practices') },
  {
    files: /^study\/frameworks\/crosswalk\.yaml$/,
    schema: crosswalkFile,
    add: addList('crosswalk', 'crosswalk', 'practice'),
  },
  {
    files: /^assessment\/pack\.yaml$/,
    schema: packFile,
    add: (data: PackFile, kb, _addToMap, file) => {
      kb.pack = data;
      kb.origins.set(file.path, { file, place: [] });
    },
  },
  {
    files: /^assessment\/migrations\.yaml$/,
    schema: migrationsFile,
    add: ({ steps, packs }: z.output<typeof migrationsFile>, kb, _addToMap, file) => {
      kb.origins.set(file.path, { file, place: [] });
      kb.migrations = steps;
      kb.former = packs;
    },
  },
  {
    files: /^assessment\/questions\/[a-z]+\/(?<id>.+)\.yaml$/,
    schema: practiceQuestion,
    add: addFile('questions'),
  },
  { files: /^assessment\/symptoms\/(?<id>.+)\.yaml$/, schema: symptomQuestion, add: addFile('symptoms') },
  { files: /^assessment\/signals\/(?<id>.+)\.yaml$/, schema: signal, add: addFile('signals') },
  { files: /^assessment\/tensions\/(?<id>.+)\.yaml$/, schema: tension, add: addFile('tensions') },
  { files: /^assessment\/look\/.+\.yaml$/, schema: lookFile, add: addList('lookRules', 'rules') },
  ...Object.entries(entryFolders).map(
    ([kind, folder]): ContentKind => ({
      files: new RegExp(`^${folder}\\/(?<id>.+)\\.mdx$`),
      schema: entryData,
      add: (data: EntryData, _kb, addToMap, file, id) =>
        addToMap('entries', id, { ...data, id, kind: kind as EntryKind, body: file.body?.text ?? '' }, file),
    }),
  ),
  {
    files: /^study\/pages\/(?<id>.+)\.mdx$/,
    schema: studyPageData,
    add: (data: z.output<typeof studyPageData>, _kb, addToMap, file, id) =>
      addToMap('studyPages', id, { ...data, id, body: file.body?.text ?? '' }, file),
  },
  { files: /^trouble\/bugs\.yaml$/, schema: bugFile, add: addList('bugs', 'bugs') },
  {
    files: /^trouble\/first-fifteen-minutes\.yaml$/,
    schema: firstMinutesFile,
    add: (data: FirstMinutes, kb) => {
      kb.firstMinutes = data;
    },
  },
  {
    files: /^changes\.yaml$/,
    schema: changesFile,
    add: ({ changes }: z.output<typeof changesFile>, kb) => {
      kb.changes = changes;
    },
  },
  {
    files: /^everyday-words\.yaml$/,
    schema: everydayFile,
    add: ({ groups }: z.output<typeof everydayFile>, kb) => {
      kb.everyday = groups;
    },
  },
  { files: /^samples\/teams\.yaml$/, schema: sampleFile, add: addList('sampleTeams', 'teams') },
  { files: /^samples\/(?<id>.+)\.json$/, schema: z.unknown(), add: addFile('sampleAnswers') },
  {
    files: /^tools\.yaml$/,
    schema: toolsFile,
    add: (data: z.output<typeof toolsFile>, kb, addToMap, file) => {
      kb.toolsChecked = data.checked;
      addList('tools', 'tools')(data as never, kb, addToMap, file, '');
    },
  },
  { files: /^glossary\.yaml$/, schema: glossaryFile, add: addList('glossary', 'terms') },
];

/** The kind of a file, by its path inside content/; undefined if nothing reads it. */
export const kindOf = (path: string): ContentKind | undefined => contentKinds.find(({ files }) => files.test(path));
