import { z } from 'zod';
import {
  changesFile,
  type EntryData,
  type EntryKind,
  entryData,
  entryFolders,
  everydayFile,
  glossaryFile,
} from './entry.ts';
import type { KnowledgeBase, SourceFile } from './knowledge-base.ts';
import {
  migrationsFile,
  type PackFile,
  packFile,
  practiceQuestion,
  signal,
  symptomQuestion,
  tension,
} from './pack-schema.ts';
import { sampleFile } from './sample.ts';
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

/** The parts of a knowledge base that are found by id. */
type MapName =
  | 'claims'
  | 'participants'
  | 'literature'
  | 'se4ml'
  | 'crosswalk'
  | 'questions'
  | 'symptoms'
  | 'signals'
  | 'tensions'
  | 'entries'
  | 'glossary'
  | 'studyPages'
  | 'bugs'
  | 'sampleTeams'
  | 'sampleAnswers';

/** Keeps something under its id; a second one of that id is a problem. */
export type Keep = (
  map: MapName,
  key: string,
  value: unknown,
  file: SourceFile,
  place?: readonly PropertyKey[],
) => void;

interface Kind {
  /** Which files are of this kind; a group named `id` is the id of what the file holds. */
  files: RegExp;
  schema: z.ZodType;
  keep(data: never, kb: KnowledgeBase, keep: Keep, file: SourceFile, id: string): void;
}

/** Keeps a file as one thing, under its own name. */
const asOne =
  (map: MapName): Kind['keep'] =>
  (data, _kb, keep, file, id) =>
    keep(map, id, data, file);

/** Keeps each thing of the list that a file holds. */
const each =
  (map: MapName, list: string, key = 'id'): Kind['keep'] =>
  (data: Record<string, Record<string, string>[]>, _kb, keep, file) => {
    for (const [index, thing] of (data[list] ?? []).entries())
      keep(map, thing[key] ?? '', thing, file, [list, index, key]);
  };

/** How each kind of file is read. A new kind of content is a new row. */
const kinds: readonly Kind[] = [
  {
    files: /^study\/claims\/\d{4}\/.+\.yaml$/,
    schema: claimFile,
    keep: ({ source, section, claims }: z.output<typeof claimFile>, _kb, keep, file) =>
      claims.forEach((claim, index) => {
        keep('claims', claim.id, { ...claim, source, section }, file, ['claims', index, 'id']);
      }),
  },
  { files: /^study\/participants\.yaml$/, schema: participantFile, keep: each('participants', 'participants') },
  { files: /^study\/literature\.yaml$/, schema: literatureFile, keep: each('literature', 'literature', 'key') },
  {
    files: /^study\/frameworks\/ml-test-score\.yaml$/,
    schema: mlTestScoreFile,
    keep: (data: MlTestScore, kb) => {
      kb.mlTestScore = data;
    },
  },
  { files: /^study\/frameworks\/se4ml\.yaml$/, schema: se4mlFile, keep: each('se4ml', 'practices') },
  {
    files: /^study\/frameworks\/crosswalk\.yaml$/,
    schema: crosswalkFile,
    keep: each('crosswalk', 'crosswalk', 'practice'),
  },
  {
    files: /^assessment\/pack\.yaml$/,
    schema: packFile,
    keep: (data: PackFile, kb) => {
      kb.pack = data;
    },
  },
  {
    files: /^assessment\/migrations\.yaml$/,
    schema: migrationsFile,
    keep: ({ steps, packs }: z.output<typeof migrationsFile>, kb) => {
      kb.migrations = steps;
      kb.former = packs;
    },
  },
  {
    files: /^assessment\/questions\/[a-z]+\/(?<id>.+)\.yaml$/,
    schema: practiceQuestion,
    keep: asOne('questions'),
  },
  { files: /^assessment\/symptoms\/(?<id>.+)\.yaml$/, schema: symptomQuestion, keep: asOne('symptoms') },
  { files: /^assessment\/signals\/(?<id>.+)\.yaml$/, schema: signal, keep: asOne('signals') },
  { files: /^assessment\/tensions\/(?<id>.+)\.yaml$/, schema: tension, keep: asOne('tensions') },
  ...Object.entries(entryFolders).map(
    ([kind, folder]): Kind => ({
      files: new RegExp(`^${folder}\\/(?<id>.+)\\.mdx$`),
      schema: entryData,
      keep: (data: EntryData, _kb, keep, file, id) =>
        keep('entries', id, { ...data, id, kind: kind as EntryKind, body: file.body?.text ?? '' }, file),
    }),
  ),
  {
    files: /^study\/pages\/(?<id>.+)\.mdx$/,
    schema: studyPageData,
    keep: (data: z.output<typeof studyPageData>, _kb, keep, file, id) =>
      keep('studyPages', id, { ...data, id, body: file.body?.text ?? '' }, file),
  },
  { files: /^trouble\/bugs\.yaml$/, schema: bugFile, keep: each('bugs', 'bugs') },
  {
    files: /^trouble\/first-fifteen-minutes\.yaml$/,
    schema: firstMinutesFile,
    keep: (data: FirstMinutes, kb) => {
      kb.firstMinutes = data;
    },
  },
  {
    files: /^changes\.yaml$/,
    schema: changesFile,
    keep: ({ changes }: z.output<typeof changesFile>, kb) => {
      kb.changes = changes;
    },
  },
  {
    files: /^everyday-words\.yaml$/,
    schema: everydayFile,
    keep: ({ groups }: z.output<typeof everydayFile>, kb) => {
      kb.everyday = groups;
    },
  },
  { files: /^samples\/teams\.yaml$/, schema: sampleFile, keep: each('sampleTeams', 'teams') },
  { files: /^samples\/(?<id>.+)\.json$/, schema: z.unknown(), keep: asOne('sampleAnswers') },
  { files: /^glossary\.yaml$/, schema: glossaryFile, keep: each('glossary', 'terms') },
];

/** The kind of a file, by its path inside content/; undefined where nothing reads it. */
export const kindOf = (path: string): Kind | undefined => kinds.find(({ files }) => files.test(path));
