import type { Context } from '../../core/answers/answers.ts';
import type { Depth } from '../../core/model/ids.ts';
import type { Pack, PackItem, PackOutline } from '../../core/model/pack.ts';
import type { PackFile } from '../../core/model/pack-schema.ts';
import type { Strings, Translate } from '../../i18n/translate.ts';

/** A claim as it is cited: who said it, and where in the study. */
export interface Citation {
  id: string;
  source: '2022' | '2024';
  section: string;
  /** Participants as the study names them; empty where the authors speak. */
  participants: string[];
}

/** The name of the page that shows the claims of a section: one for each top-level section of a version. */
export const sectionPage = ({ source, section }: Pick<Citation, 'source' | 'section'>): string =>
  `${source}-${section.split('.')[0]}`;

/** Where a claim is shown. */
export const citationPath = (citation: Citation): string => `/study/claims/${sectionPage(citation)}/#${citation.id}`;

/** Where an entry of the knowledge base is read: its id is its address, whatever its kind. */
export const entryPath = (id: string): string => `/entries/${id}/`;

/** Where a participant is shown, with the claims that cite them. */
export const participantPath = (id: string): string => `/study/participants/${id}/`;

/** What a page needs to ask one question. */
export interface Question
  extends Pick<PackItem, 'id' | 'rev' | 'kind' | 'stage' | 'title' | 'question' | 'anchors' | 'depth'> {
  notApplicable?: { when: Context; hint: string };
}

/** Why a question is asked, and on what it stands: in the page as written, and a file of its own for each question. */
export interface RationaleData {
  citations: Citation[];
  /** Entries of the knowledge base that a symptom informs; a practice has its own, of the same id. */
  entries?: { id: string; title: string }[];
  why: string;
  goodEnough?: string;
}

/** What every screen of the assessment needs. */
export interface CommonData {
  language: string;
  outline: PackOutline;
  strings: Strings;
}

/** What comes with files, earlier states and answers of another tab. */
export type StringsData = Pick<CommonData, 'strings'>;

/** What the questionnaire of one depth needs; one file, loaded with the first question. */
export interface QuestionnaireData extends CommonData {
  depth: Depth;
  items: Question[];
  /** Stages of which this depth asks something. */
  stages: Pack['stages'];
  naReasons: PackFile['naReasons'];
  context: PackFile['context'];
  /** Questions and minutes of each depth. */
  estimates: Record<Depth, { count: number; minutes: number }>;
}

/** What the report says about a practice beyond its numbers. */
export interface Advice {
  title: string;
  leads: string;
  measure: string;
  citations: Citation[];
  /** In the browser there for the moves of the plan only: each is a file of its own. */
  how?: HowTo | undefined;
}

/** How a move is made, and what waiting costs. */
export interface HowTo {
  start: string[];
  deepen: string[];
  doneWhen: string;
  waiting: string;
  waitingCitations: Citation[];
  risk: string;
}

/** What the report says about a signal beyond its numbers. */
export interface SignalText {
  summary: string;
  check: string;
  cost: string;
  citations: Citation[];
}

/** What the report needs; loaded with the report, not with the questions. */
export interface ReportData extends CommonData {
  pack: Pack;
  advice: Record<string, Advice>;
  signals: Record<string, SignalText>;
  tensions: Record<string, { summary: string; question: string; citations: Citation[] }>;
}

/** The pack as pages that set answers side by side need it: without what reports and moves say. */
export type GroupPack = Pack;

/** What a page that sets answers side by side needs; one file each. */
export interface GroupData extends CommonData {
  pack: GroupPack;
}

/** What every view gets: its words, and how a path of this site is written. */
export interface Site {
  t: Translate;
  language: string;
  /** Puts the site's base before a path. */
  link(path: string): string;
}
