import * as messages from '#messages/content-model.ts';
import { type AddToMap, kindOf } from './content-kinds.ts';
import type { Entry, GlossaryTerm, SiteChange, Tool } from './entry.ts';
import { describeIssues } from './known-keys.ts';
import type { LookRule } from './look-schema.ts';
import type {
  FormerPack,
  MigrationStep,
  PackFile,
  PracticeQuestion,
  Signal,
  SymptomQuestion,
  Tension,
} from './pack-schema.ts';
import { type Problem, problemAt } from './problem.ts';
import type { SampleTeam } from './sample.ts';
import { type OverlayChange, type SourceFile, shownPath } from './source-file.ts';
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

/** Everything in content/, by id, with the file that each id came from. */
export interface KnowledgeBase {
  claims: Map<string, Claim>;
  participants: Map<string, Participant>;
  literature: Map<string, Work>;
  mlTestScore: MlTestScore | undefined;
  se4ml: Map<string, Se4mlPractice>;
  crosswalk: Map<string, Crosswalk>;
  pack: PackFile | undefined;
  /** How questions changed from version to version, oldest step first. */
  migrations: MigrationStep[];
  former: FormerPack[];
  questions: Map<string, PracticeQuestion>;
  symptoms: Map<string, SymptomQuestion>;
  signals: Map<string, Signal>;
  tensions: Map<string, Tension>;
  /** What `trivium look` looks for, in the order of files and rules. */
  lookRules: Map<string, LookRule>;
  entries: Map<string, Entry>;
  glossary: Map<string, GlossaryTerm>;
  /** Tools that entries name as examples, and the day on which they were looked at. */
  tools: Map<string, Tool>;
  toolsChecked: string | undefined;
  studyPages: Map<string, StudyPage>;
  bugs: Map<string, Bug>;
  firstMinutes: FirstMinutes | undefined;
  /** Invented teams, in the order of display, and their answers files, not parsed yet. */
  sampleTeams: Map<string, SampleTeam>;
  sampleAnswers: Map<string, unknown>;
  /** What changed for readers, newest first. */
  changes: SiteChange[];
  /** Everyday words that mean nearly the same, in groups. */
  everyday: string[][];
  /** Whose overlay lies over the content, and what it did to each entry of the maps; undefined without an overlay. */
  overlay:
    | {
        organisation: string;
        /** What follows the titles of everything that it adds. */
        mark: string;
        changes: Map<string, OverlayChange>;
        /** The official pack under it. */
        official: { id: string; version: string; fingerprint: string };
      }
    | undefined;
  /** Names of the files in content/templates/. */
  templateFiles: Set<string>;
  /**
   * Where each entry of the maps was read: file and place by map and id, as in `claims velocity-definition`. The pack
   * and the migrations, of which there is one each, are named by the path of their file, as in `assessment/pack.yaml`.
   */
  origins: Map<string, { file: SourceFile; place: readonly PropertyKey[] }>;
  /** Ids in files that a schema refused. References to them are not dead. */
  refused: Set<string>;
  /** Those files, by path; their texts and the ids in their data can be checked nevertheless. */
  refusedFiles: Map<string, SourceFile>;
}

/** Reports a problem at a place in a file. */
type ReportInFile = (file: SourceFile, place: readonly PropertyKey[], message: string) => void;

/** Files of content/ that are not part of the knowledge base; other code reads them. */
const readElsewhere = /^(ui\/.+\.yaml|messages\/[^/]+\/[^/]+\.ts|study\/coded-transcripts-2024\.csv|templates\/[^/]+)$/;

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
    lookRules: new Map(),
    entries: new Map(),
    glossary: new Map(),
    tools: new Map(),
    toolsChecked: undefined,
    studyPages: new Map(),
    bugs: new Map(),
    firstMinutes: undefined,
    sampleTeams: new Map(),
    sampleAnswers: new Map(),
    changes: [],
    everyday: [],
    overlay: undefined,
    templateFiles: new Set(),
    origins: new Map(),
    refused: new Set(),
    refusedFiles: new Map(),
  };
}

/** Every id in the data of a refused file. */
function idsIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const ids = ['id', 'key'].flatMap((key) => [Reflect.get(data, key)].filter((value) => typeof value === 'string'));
  return [...ids, ...Object.values(data).flatMap(idsIn)];
}

const reporterTo =
  (problems: Problem[]): ReportInFile =>
  (file, place, message) => {
    problems.push(problemAt(shownPath(file, place), file.lineOf(place), place, message));
  };

const adderTo =
  (kb: KnowledgeBase, report: ReportInFile): AddToMap =>
  (map, id, value, file, place = []) => {
    const owner = `${map} ${id}`;
    const first = kb.origins.get(owner);
    if (first) return report(file, place, messages.idTwice(id, shownPath(first.file, first.place)));
    kb.origins.set(owner, { file, place });
    (kb[map] as Map<string, unknown>).set(id, value);
  };

/** Adds a file to a knowledge base, or reports everything in it that its schema does not accept. */
function addFile(file: SourceFile, kb: KnowledgeBase, report: ReportInFile): void {
  const kind = kindOf(file.path);
  const template = /^templates\/([^/]+)$/.exec(file.path)?.[1];
  if (template) {
    kb.templateFiles.add(template);
    kb.origins.set(`templates ${template}`, { file, place: [] });
  }
  if (!kind) {
    if (!readElsewhere.test(file.path)) report(file, [], messages.unreadFile);
    return;
  }
  const parsed = kind.schema.safeParse(file.data);
  const id = kind.files.exec(file.path)?.groups?.['id'] ?? '';
  if (parsed.success) {
    kind.add(parsed.data as never, kb, adderTo(kb, report), file, id);
    return;
  }
  kb.refusedFiles.set(file.path, file);
  kb.origins.set(`refused ${file.path}`, { file, place: [] });
  for (const refusedId of [id, ...idsIn(file.data)]) kb.refused.add(refusedId);
  for (const { place, message } of describeIssues(kind.schema, parsed.error.issues, file.data))
    report(file, place, message);
}

/**
 * Builds the knowledge base from the files of content/, and lists every file, key and value that no schema accepts. A
 * refused file is left out; everything else is in the knowledge base.
 */
export function buildKnowledgeBase(files: readonly SourceFile[]): { kb: KnowledgeBase; problems: Problem[] } {
  const kb = emptyKnowledgeBase();
  const problems: Problem[] = [];
  const report = reporterTo(problems);
  for (const file of files) addFile(file, kb, report);
  return { kb, problems };
}
