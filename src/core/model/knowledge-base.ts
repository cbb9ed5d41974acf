import { type Keep, kindOf } from './content-kinds.ts';
import type { Entry, SiteChange, Term } from './entry.ts';
import type {
  FormerPack,
  MigrationStep,
  PackFile,
  PracticeQuestion,
  Signal,
  SymptomQuestion,
  Tension,
} from './pack-schema.ts';
import { describeIssue, type Problem, placeOf } from './problem.ts';
import type { SampleTeam } from './sample.ts';
import type {
  Bug,
  Claim,
  Crosswalk,
  FirstMinutes,
  MlTestScore,
  Participant,
  Se4mlPractice,
  StudyPage,
  Work,
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
  mlTestScore: MlTestScore | undefined;
  se4ml: Map<string, Se4mlPractice>;
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
  changes: SiteChange[];
  /** Everyday words that mean nearly the same, in groups. */
  everyday: string[][];
  /** Where an entry of one of the maps was read: `claims velocity-definition` to its file and place. */
  origins: Map<string, { file: SourceFile; place: readonly PropertyKey[] }>;
  /** Ids in files that a schema refused: what refers to them is not a dead reference. */
  refused: Set<string>;
}

type Report = (file: SourceFile, place: readonly PropertyKey[], message: string) => void;

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
    const kind = kindOf(file.path);
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
