import { readFileSync } from 'node:fs';
import type {
  Citation,
  GroupData,
  HowTo,
  Question,
  QuestionnaireData,
  RationaleData,
  ReportData,
  Site,
  StringsData,
} from '../app/shared/view-data.ts';
import type { TeamsData } from '../app/teams/teams-data.tsx';
import { entriesOfQuestion } from '../core/knowledge/graph.ts';
import { askedAt, type Depth, depthIds } from '../core/model/ids.ts';
import { type Pack, type PackOutline, packOf } from '../core/model/pack.ts';
import type { PracticeQuestion, SymptomQuestion } from '../core/model/pack-schema.ts';
import { countWords } from '../core/model/vocabulary.ts';
import { pick } from '../i18n/translate.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { language, loadStrings, t } from './strings.ts';

const kb = loadKnowledgeBase();
/** The assessment of this site. */
export const pack: Pack = packOf(kb);

/** The name of a V. */
export const variableName = (id: string): string => kb.pack.variables.find((each) => each.id === id)?.name ?? id;

/** Person-weeks that an effort stands for. */
export const personWeeks = (effort: 'S' | 'M' | 'L'): number => kb.pack.constants.moves.personWeeks[effort];

const citationFile = readFileSync('CITATION.cff', 'utf8');
const cited = (pattern: RegExp): string => pattern.exec(citationFile)?.[1] ?? '';
/** Year of the release, as CITATION.cff has it. */
export const releaseYear = Number(cited(/^date-released: (\d{4})/m));
/** Title, version and year of the release, as CITATION.cff has them. */
export const release = { title: cited(/^title: "(.+)"$/m), version: cited(/^version: (.+)$/m), year: releaseYear };

/** Which versions of the site and of its questions this is, for sentences. */
export const version = { trivium: release.version, questions: pack.version };

/** The four layers, top to bottom, as the pack names them. */
export const packLayers = kb.pack.layers;

const base = (process.env['SITE_BASE'] ?? '/').replace(/\/$/, '');
/** Puts the site's base before a path. */
export const link = (path: string): string => base + path;
/** The site as views see it at build time. */
export const site: Site = { t, language, link };

/** Who said a claim and where. */
export function citationOf(id: string): Citation {
  const claim = kb.claims.get(id);
  if (!claim) throw new Error(`There is no claim "${id}".`);
  const { source, section, participants } = claim;
  return { id, source, section, participants };
}

/** How long a depth takes: the words of its questions at reading speed, and a moment for each answer. */
export function estimate(depth: Depth): { count: number; minutes: number } {
  const items = pack.items.filter(askedAt(depth));
  const { wordsPerMinute, secondsPerQuestion } = pack.constants.reading;
  const read = items.reduce((total, { question, anchors }) => total + countWords([question, ...anchors].join(' ')), 0);
  return { count: items.length, minutes: Math.ceil(read / wordsPerMinute + (items.length * secondsPerQuestion) / 60) };
}

const titled = (ids: readonly string[]) =>
  ids.flatMap((id) => {
    const entry = kb.entries.get(id);
    return entry ? [{ id, title: entry.title }] : [];
  });

function questionOf(id: string): PracticeQuestion | SymptomQuestion {
  const question = kb.questions.get(id) ?? kb.symptoms.get(id);
  if (!question) throw new Error(`There is no question "${id}".`);
  return question;
}

function askedItem(id: string, kind: Question['kind']): Question {
  const { rev, stage, title, depth, question, anchors, notApplicable } = questionOf(id);
  return {
    id,
    rev,
    kind,
    stage,
    title,
    depth,
    question,
    anchors,
    ...(notApplicable ? { notApplicable: { when: notApplicable.when, hint: notApplicable.hint } } : {}),
  };
}

/** Why a question is asked, and on what it stands. */
export function rationaleOf(id: string): RationaleData {
  const question = questionOf(id);
  return {
    why: question.why,
    citations: question.claims.map(citationOf),
    ...(kb.questions.has(id) ? {} : { entries: titled(entriesOfQuestion(kb, id)) }),
    ...('goodEnough' in question ? { goodEnough: question.goodEnough } : {}),
  };
}

/** The questions of a depth, in the order in which they are asked. */
export function askedItems(depth: Depth): Question[] {
  return pack.items.filter(askedAt(depth)).map(({ id, kind }) => askedItem(id, kind));
}

/** By what answers are read, without the words. */
const outline: PackOutline = {
  id: pack.id,
  version: pack.version,
  items: pack.items.map(({ id, rev, kind, stage, depth }) => ({ id, rev, kind, stage, depth })),
  signals: pack.signals.map(({ id }) => ({ id })),
  naReasons: pack.naReasons.map(({ id }) => ({ id })),
  migrations: pack.migrations,
  former: pack.former,
};

/** Sentences that every screen may have to say. */
const shared =
  /^(site\.page-title|evidence\.(authors|stands-on)|report\.(page-title|unnamed|set-aside.*)|question\.(saved|not-saved|in-memory|download-now))$/;

/** What the questionnaire of a depth needs. */
export function questionnaireData(depth: Depth): QuestionnaireData {
  const items = askedItems(depth);
  return {
    depth,
    language,
    outline,
    items,
    stages: pack.stages.filter(({ id }) => items.some(({ stage }) => stage === id)),
    naReasons: pack.naReasons,
    // The start page loads the file of the quick check, so that alone has what it says.
    context: depth === 'quick' ? kb.pack.context : [],
    estimates: Object.fromEntries(depthIds.map((each) => [each, estimate(each)])) as QuestionnaireData['estimates'],
    strings: pick(
      pick(loadStrings(), /^(?!check\.(again|former))/),
      depth === 'quick' ? /^(start|question|check)\.(?!description)/ : /^(question|check)\.(?!description)/,
      shared,
    ),
  };
}

/** The sentences of explanations and of trying out. */
export const explainStrings = (): Record<string, string> => ({ ...pick(loadStrings(), /^workings\./) });
/** The sentences of the page that prints and of files. */
export const printStrings = (): Record<string, string> => ({
  ...pick(loadStrings(), /^(paper|files|markdown)\.|^question\.(dk|na)$/),
});
/** The sentences of a stage on one page and of a meeting. */
export const fillingData = (): StringsData => ({
  strings: pick(loadStrings(), /^(stage|meeting)\.(?!description|title$)/, /^meeting\.title$/),
});
/** The sentences for files, earlier states, former answers and those of another tab: rarely needed, so loaded when they are. */
export const keepingData = (): StringsData => ({
  strings: pick(loadStrings(), /^((keep|last-time)\.|check\.(again|former))/),
});

/** The sentences of the dialog that makes a link. */
export const sharingData = (): StringsData => ({ strings: pick(loadStrings(), /^share\./) });
/** The sentences of the page that opens links. */
export const openingData = (): StringsData => ({ strings: pick(loadStrings(), /^open\.(?!description|needs-script)/) });

/** The pack without what a report does not say: the questions themselves, and claims that it cites in full anyway. */
function leanPack(): Pack {
  const bare = { claims: [] };
  return {
    ...pack,
    items: pack.items.map((item) => ({ ...item, ...bare, question: '' })),
    signals: pack.signals.map((signal) => ({ ...signal, ...bare })),
    tensions: pack.tensions.map((tension) => ({ ...tension, ...bare })),
    migrations: [], // these two stand in the index
    former: [],
  };
}

/** What a page that sets answers side by side needs, with its own sentences. */
export function groupData(...patterns: readonly RegExp[]): GroupData {
  const spread = pack.constants.respondents.signals;
  const lean: Pack = {
    ...leanPack(),
    items: leanPack().items.map((item) => ({
      ...item,
      question: pack.items.find(({ id }) => id === item.id)?.question ?? '',
    })),
    signals: leanPack().signals.filter(({ id }) => spread.includes(id)),
    tensions: [],
    targets: [],
    verdicts: {},
  };
  return {
    language,
    outline,
    pack: lean,
    strings: pick(loadStrings(), /^(intake|side|side-markdown)\.|^report\.band-range$/, ...patterns),
  };
}

/** How the move of a practice is made. */
export function howTo(id: string): HowTo {
  const move = kb.questions.get(id)?.move;
  if (!move) throw new Error(`There is no practice "${id}".`);
  const { start, deepen, doneWhen, risk, waiting } = move;
  return { start, deepen, doneWhen, risk, waiting: waiting.text, waitingCitations: waiting.claims.map(citationOf) };
}

/** What the report needs, without how moves are made. */
export function reportData(): ReportData {
  const cite = (ids: readonly string[]) => ids.map(citationOf);
  return {
    language,
    outline,
    pack: { ...leanPack(), migrations: pack.migrations, former: pack.former },
    advice: Object.fromEntries(
      [...kb.questions].map(([id, { move, claims }]) => {
        const { title, leads, measure } = move;
        return [id, { title, leads, measure, citations: cite(claims) }];
      }),
    ),
    signals: Object.fromEntries(
      [...kb.signals].map(([id, { summary, check, cost, claims }]) => [
        id,
        { summary, check, cost, citations: cite(claims) },
      ]),
    ),
    tensions: Object.fromEntries(
      [...kb.tensions].map(([id, { summary, question, claims }]) => [
        id,
        { summary, question, citations: cite(claims) },
      ]),
    ),
    strings: pick(loadStrings(), /^report\./, shared),
  };
}

/** What the page of many teams needs: the pack without its questions and anchors, and its own sentences. */
export const teamsData = (): TeamsData => ({
  language,
  pack: {
    ...leanPack(),
    items: leanPack().items.map((item) => ({ ...item, anchors: [] })),
    migrations: pack.migrations,
    former: pack.former,
  },
  strings: pick(
    loadStrings(),
    /^teams\.(?!schema|description|title|lead|private)/,
    /^intake\./,
    /^report\.(word|status)-/,
    /^side\.place$/,
  ),
});
