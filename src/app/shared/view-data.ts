import type { Context } from '../../core/answers/answers.ts';
import type { Depth } from '../../core/model/ids.ts';
import type { Pack, PackItem, PackOutline } from '../../core/model/pack.ts';
import type { PackFile } from '../../core/model/pack-schema.ts';
import type { MoveTexts } from '../../core/render/move-texts.ts';
import type { Strings, Translate } from '../../i18n/translate.ts';

/** What a citation of a claim shows: its section of the study, and who said it. */
export interface Citation {
  id: string;
  source: '2022' | '2024';
  section: string;
  /** Participants as the study names them; empty if the authors speak. */
  participants: string[];
}

/** The name of the page with the claims of a section: one page for each top-level section of a source. */
export const sectionPage = ({ source, section }: Pick<Citation, 'source' | 'section'>): string =>
  `${source}-${section.split('.')[0]}`;

/** The path of a claim. */
export const citationPath = (citation: Citation): string => `/study/claims/${sectionPage(citation)}/#${citation.id}`;

/** The path of an entry of the knowledge base, whatever its kind. */
export const entryPath = (id: string): string => `/entries/${id}/`;

/** The path of a participant, with the claims that cite them. */
export const participantPath = (id: string): string => `/study/participants/${id}/`;

/** An item of the pack with the texts needed to ask it. */
export interface Question extends Pick<PackItem, 'id' | 'rev' | 'kind' | 'stage' | 'question' | 'anchors' | 'depth'> {
  /** What the question is about in a few words, for lists of answers. */
  gist: string;
  notApplicable?: { when: Context; hint: string };
  /** What to look at in a context, one sentence each. */
  readings?: { when: Context; question: string }[];
}

/** Why a question is asked and what it rests on: inside its page, and a separate file for other screens. */
export interface RationaleData {
  citations: Citation[];
  /** Entries of the knowledge base about a practice, or that a symptom informs. */
  entries: { id: string; title: string }[];
  why: string;
  /** The part of the reasons that is our own inference. */
  ours?: string;
  /** Where the answer can be checked; absent for a symptom. */
  look?: string;
  /** Names of other Vs that the practice serves, as the study states it. */
  alsoServes?: string[];
  goodEnough?: string;
  /** What reads differently in a context; absent if nothing does. */
  readings?: { when: Context; look?: string; goodEnough?: string }[];
}

/** What every screen of the assessment needs; part of each data file. */
export interface CommonData {
  language: string;
  outline: PackOutline;
  strings: Strings;
}

/** A data file that holds nothing but sentences. */
export type StringsData = Pick<CommonData, 'strings'>;

/** The data file of one depth, loaded with the first question. */
export interface QuestionnaireData extends CommonData {
  depth: Depth;
  items: Question[];
  /** Stages with at least one question at this depth. */
  stages: Pack['stages'];
  naReasons: PackFile['naReasons'];
  context: PackFile['context'];
  /** Number of questions, and minutes that they take, at each depth. */
  estimates: Record<Depth, { count: number; minutes: number }>;
}

/** What the report says about a practice, apart from its numbers and the goals of its moves. */
export interface Advice {
  citations: Citation[];
  /** Names of other Vs that the practice serves, as the study states it. */
  alsoServes: string[];
  /** In the browser, present only for moves in the plan; each is fetched separately. */
  how?: HowTo | undefined;
}

/** How to make the two moves of a practice, and the cost of waiting where interviewees describe it. */
export interface HowTo extends MoveTexts {
  waitingCitations?: Citation[];
  /** Something to copy for it. */
  template?: { file: string; title: string; use: string };
}

/** What the report says about a signal, apart from its numbers. */
export interface SignalText {
  summary: string;
  /** What reads differently in a context; absent if nothing does. */
  readings?: { when: Context; summary: string }[];
  cost: string;
  citations: Citation[];
}

/** What the folded parts of a report say: a data file of its own. */
export interface FoldedTexts {
  /** The questions, by practice and symptom. */
  questions: Record<string, string>;
  /** Where to look for the causes of a symptom. */
  look: Record<string, Pick<PackItem, 'look' | 'readings'>>;
  advice: Record<string, Advice>;
  signals: Record<string, SignalText>;
  tensions: Record<string, { summary: string; question: string; citations: Citation[] }>;
}

/** What a report needs. Its data file, which the questions do without, has all but the folded texts. */
export interface ReportData extends CommonData, FoldedTexts {
  pack: Pack;
}

/** The data file of a page that compares answers. */
export interface GroupData extends CommonData {
  /** The texts of reports and moves in it are empty. */
  pack: Pack;
}

/** What every view needs: sentences in its language, and links. */
export interface Site {
  t: Translate;
  language: string;
  /** Puts the site's base before a path. */
  link(path: string): string;
}
