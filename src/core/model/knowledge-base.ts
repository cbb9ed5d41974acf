import { z } from 'zod';
import { describeIssue, type Problem, placeOf } from '../problem.ts';
import {
  type FormerPack,
  type MigrationStep,
  migrationsFile,
  type PackFile,
  type PracticeQuestion,
  packFile,
  practiceQuestion,
  type Signal,
  type SymptomQuestion,
  signal,
  symptomQuestion,
  type Tension,
  tension,
} from './assessment.ts';
import {
  type Change,
  changesFile,
  type Entry,
  type EntryData,
  type EntryKind,
  entryData,
  entryFolders,
  everydayFile,
  glossaryFile,
  type Term,
} from './entry.ts';
import { type SampleTeam, sampleFile } from './sample.ts';
import {
  type Bug,
  bugFile,
  type Claim,
  type Crosswalk,
  claimFile,
  crosswalkFile,
  type FirstMinutes,
  firstMinutesFile,
  literatureFile,
  mlTestScoreFile,
  type Participant,
  participantFile,
  type StudyPage,
  se4mlFile,
  studyPageData,
  type Work,
} from './study.ts';

/** A parsed file of content/, with a way to find the line of a place in it. */
export interface SourceFile {
  /** Path inside content/, with forward slashes: `study/claims/2022/4.2.yaml`. */
  path: string;
  data: unknown;
  /** What stands below the data, where a file has text of its own. */
  body?: { text: string; line: number };
  lineOf(place: readonly PropertyKey[]): number | undefined;
}

/** Everything in content/, joined by id. Each id leads back to the file it came from. */
export interface KnowledgeBase {
  claims: Map<string, Claim>;
  participants: Map<string, Participant>;
  literature: Map<string, Work>;
  mlTestScore: z.output<typeof mlTestScoreFile> | undefined;
  se4ml: Map<string, z.output<typeof se4mlFile>['practices'][number]>;
  crosswalk: Map<string, Crosswalk>;
  pack: PackFile | undefined;
  /** What became of questions from version to version, oldest step first. */
  migrations: MigrationStep[];
  former: FormerPack[];
  questions: Map<string, PracticeQuestion>;
  symptoms: Map<string, SymptomQuestion>;
  signals: Map<string, Signal>;
  tensions: Map<string, Tension>;
  entries: Map<string, Entry>;
  glossary: Map<string, Term>;
  studyPages: Map<string, StudyPage>;
  bugs: Map<string, Bug>;
  firstMinutes: FirstMinutes | undefined;
  /** Made-up teams, in the order in which they are shown, and their answers files as they stand. */
  sampleTeams: Map<string, SampleTeam>;
  sampleAnswers: Map<string, unknown>;
  /** What changed for readers, newest first. */
  changes: Change[];
  /** Everyday words that mean nearly the same, in groups. */
  everyday: string[][];
  /** Where an entry of one of the maps was read: `claims velocity-definition` to its file and place. */
  origins: Map<string, { file: SourceFile; place: readonly PropertyKey[] }>;
  /** Ids in files that a schema refused: what refers to them is not a dead reference. */
  refused: Set<string>;
}

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
type Report = (file: SourceFile, place: readonly PropertyKey[], message: string) => void;
type Keep = (map: MapName, key: string, value: unknown, file: SourceFile, place?: readonly PropertyKey[]) => void;

interface Kind {
  /** Which files are of this kind; a group named `id` is the id of what the file holds. */
  files: RegExp;
  schema: z.ZodType;
  keep(data: never, kb: KnowledgeBase, keep: Keep, file: SourceFile, id: string): void;
}

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
  {
    files: /^study\/participants\.yaml$/,
    schema: participantFile,
    keep: ({ participants }: z.output<typeof participantFile>, _kb, keep, file) =>
      participants.forEach((each, index) => {
        keep('participants', each.id, each, file, ['participants', index, 'id']);
      }),
  },
  {
    files: /^study\/literature\.yaml$/,
    schema: literatureFile,
    keep: ({ literature }: z.output<typeof literatureFile>, _kb, keep, file) =>
      literature.forEach((each, index) => {
        keep('literature', each.key, each, file, ['literature', index, 'key']);
      }),
  },
  {
    files: /^study\/frameworks\/ml-test-score\.yaml$/,
    schema: mlTestScoreFile,
    keep: (data: z.output<typeof mlTestScoreFile>, kb) => {
      kb.mlTestScore = data;
    },
  },
  {
    files: /^study\/frameworks\/se4ml\.yaml$/,
    schema: se4mlFile,
    keep: ({ practices }: z.output<typeof se4mlFile>, _kb, keep, file) =>
      practices.forEach((each, index) => {
        keep('se4ml', each.id, each, file, ['practices', index, 'id']);
      }),
  },
  {
    files: /^study\/frameworks\/crosswalk\.yaml$/,
    schema: crosswalkFile,
    keep: ({ crosswalk }: z.output<typeof crosswalkFile>, _kb, keep, file) =>
      crosswalk.forEach((each, index) => {
        keep('crosswalk', each.practice, each, file, ['crosswalk', index, 'practice']);
      }),
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
    keep: (data, _kb, keep, file, id) => keep('questions', id, data, file),
  },
  {
    files: /^assessment\/symptoms\/(?<id>.+)\.yaml$/,
    schema: symptomQuestion,
    keep: (data, _kb, keep, file, id) => keep('symptoms', id, data, file),
  },
  {
    files: /^assessment\/signals\/(?<id>.+)\.yaml$/,
    schema: signal,
    keep: (data, _kb, keep, file, id) => keep('signals', id, data, file),
  },
  {
    files: /^assessment\/tensions\/(?<id>.+)\.yaml$/,
    schema: tension,
    keep: (data, _kb, keep, file, id) => keep('tensions', id, data, file),
  },
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
  {
    files: /^trouble\/bugs\.yaml$/,
    schema: bugFile,
    keep: ({ bugs }: z.output<typeof bugFile>, _kb, keep, file) =>
      bugs.forEach((each, index) => {
        keep('bugs', each.id, each, file, ['bugs', index, 'id']);
      }),
  },
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
  {
    files: /^samples\/teams\.yaml$/,
    schema: sampleFile,
    keep: ({ teams }: z.output<typeof sampleFile>, _kb, keep, file) =>
      teams.forEach((each, index) => {
        keep('sampleTeams', each.id, each, file, ['teams', index, 'id']);
      }),
  },
  {
    files: /^samples\/(?<id>.+)\.json$/,
    schema: z.unknown(),
    keep: (data, _kb, keep, file, id) => keep('sampleAnswers', id, data, file),
  },
  {
    files: /^glossary\.yaml$/,
    schema: glossaryFile,
    keep: ({ terms }: z.output<typeof glossaryFile>, _kb, keep, file) =>
      terms.forEach((each, index) => {
        keep('glossary', each.id, each, file, ['terms', index, 'id']);
      }),
  },
];

/** Files of content/ that other parts of the site read: they are not entries of the knowledge base. */
const readElsewhere = /^(ui\/.+\.yaml|study\/coded-transcripts-2024\.csv)$/;

/** A knowledge base with nothing in it. */
function emptyKnowledgeBase(): KnowledgeBase {
  return {
    claims: new Map(),
    participants: new Map(),
    literature: new Map(),
    mlTestScore: undefined,
    se4ml: new Map(),
    crosswalk: new Map(),
    pack: undefined,
    migrations: [],
    former: [],
    questions: new Map(),
    symptoms: new Map(),
    signals: new Map(),
    tensions: new Map(),
    entries: new Map(),
    glossary: new Map(),
    studyPages: new Map(),
    bugs: new Map(),
    firstMinutes: undefined,
    sampleTeams: new Map(),
    sampleAnswers: new Map(),
    changes: [],
    everyday: [],
    origins: new Map(),
    refused: new Set(),
  };
}

/** Every id that a refused file would have brought: its own, and those written in it. */
function idsIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = ['id', 'key'].flatMap((key) => [Reflect.get(data, key)].filter((value) => typeof value === 'string'));
  return [...own, ...Object.values(data).flatMap(idsIn)];
}

/**
 * Joins the files of content/ by id and lists every file, key and value that no schema accepts.
 * What a schema refuses is left out of the knowledge base; everything else is in it.
 */
export function buildKnowledgeBase(files: readonly SourceFile[]): { kb: KnowledgeBase; problems: Problem[] } {
  const kb = emptyKnowledgeBase();
  const problems: Problem[] = [];
  const report: Report = (file, place, message) => {
    const line = file.lineOf(place);
    problems.push({
      file: `content/${file.path}`,
      ...(line === undefined ? {} : { line }),
      place: placeOf(place),
      message,
    });
  };
  const keep: Keep = (name, key, value, file, place = []) => {
    const origin = `${name} ${key}`;
    const first = kb.origins.get(origin);
    if (first)
      return report(
        file,
        place,
        `"${key}" already stands in content/${first.file.path}. An id is used once; rename or remove one.`,
      );
    kb.origins.set(origin, { file, place });
    (kb[name] as Map<string, unknown>).set(key, value);
  };
  for (const file of files) {
    const kind = kinds.find(({ files: pattern }) => pattern.test(file.path));
    if (!kind) {
      if (!readElsewhere.test(file.path))
        report(file, [], 'Nothing reads a file of this name here. Rename, move or remove it.');
      continue;
    }
    const parsed = kind.schema.safeParse(file.data);
    const id = kind.files.exec(file.path)?.groups?.['id'] ?? '';
    if (parsed.success) {
      kind.keep(parsed.data as never, kb, keep, file, id);
      continue;
    }
    for (const each of [id, ...idsIn(file.data)]) kb.refused.add(each);
    for (const issue of parsed.error.issues) report(file, issue.path, describeIssue(issue, file.data));
  }
  return { kb, problems };
}
