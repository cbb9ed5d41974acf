import { type Pack, packOf } from '../core/assessment/pack.ts';
import type { PracticeQuestion, SymptomQuestion } from '../core/model/assessment.ts';
import type { Claim } from '../core/model/study.ts';
import { countWords, type Depth, depthIds } from '../core/model/vocabulary.ts';
import { pick } from '../i18n/translate.ts';
import type { AskData, AskedItem, Citation, ReportData, Site } from '../views/data.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { language, loadStrings, t } from './strings.ts';

const kb = loadKnowledgeBase();
/** The assessment of this site. */
export const pack: Pack = packOf(kb);

const base = (process.env['SITE_BASE'] ?? '/').replace(/\/$/, '');
/** Puts the site's base before a path. */
export const link = (path: string): string => base + path;
/** The site as views see it at build time. */
export const site: Site = { t, language, link };

/** The page on which the claims of a section are shown: one page for each top-level section of a version. */
export function sectionPage({ source, section }: Pick<Claim, 'source' | 'section'>): string {
  return `${source}-${section.split('.')[0]}`;
}

/** Who said a claim and where, with a link to it. */
export function citationOf(id: string): Citation {
  const claim = kb.claims.get(id);
  if (!claim) throw new Error(`There is no claim "${id}".`);
  const { source, section, participants } = claim;
  return {
    id,
    section: source === '2022' ? section : `2024, ${section}`,
    participants,
    path: `/evidence/${sectionPage(claim)}/#${id}`,
  };
}

/** How long a depth takes: the words of its questions at reading speed, and a moment for each answer. */
export function estimate(depth: Depth): { count: number; minutes: number } {
  const items = pack.items.filter((item) => depth === 'full' || item.depth === 'quick');
  const { wordsPerMinute, secondsPerQuestion } = pack.constants.reading;
  const read = items.reduce((total, { question, anchors }) => total + countWords([question, ...anchors].join(' ')), 0);
  return { count: items.length, minutes: Math.ceil(read / wordsPerMinute + (items.length * secondsPerQuestion) / 60) };
}

function askedItem(id: string, question: PracticeQuestion | SymptomQuestion, kind: AskedItem['kind']): AskedItem {
  const { rev, stage, title, depth, anchors, claims, why, notApplicable } = question;
  return {
    id, rev, kind, stage, title, depth, question: question.question, anchors, why,
    citations: claims.map(citationOf),
    ...('goodEnough' in question ? { goodEnough: question.goodEnough } : {}),
    ...(notApplicable ? { notApplicable: { when: notApplicable.when, hint: notApplicable.hint } } : {}),
  }; // biome-ignore format: one record
}

/** The questions of a depth, in the order in which they are asked. */
export function askedItems(depth: Depth): AskedItem[] {
  return pack.items
    .filter((item) => depth === 'full' || item.depth === 'quick')
    .map(({ id, kind }) => {
      const question = kb.questions.get(id) ?? kb.symptoms.get(id);
      if (!question) throw new Error(`There is no question "${id}".`);
      return askedItem(id, question, kind);
    });
}

/** What the questionnaire of a depth needs. */
export function askData(depth: Depth): AskData {
  return {
    depth,
    language,
    index: {
      id: pack.id,
      version: pack.version,
      items: pack.items.map(({ id, rev, kind, stage, depth: of }) => ({ id, rev, kind, stage, depth: of })),
      signals: pack.signals.map(({ id }) => ({ id })),
    },
    items: askedItems(depth),
    stages: pack.stages,
    naReasons: pack.naReasons,
    context: kb.pack.context,
    estimates: Object.fromEntries(depthIds.map((each) => [each, estimate(each)])) as AskData['estimates'],
    strings: pick(loadStrings(), ['site', 'start', 'question', 'check', 'evidence', 'report']),
  };
}

/** What the report needs. */
export function reportData(): ReportData {
  const cite = (ids: readonly string[]) => ids.map(citationOf);
  return {
    language,
    pack,
    advice: Object.fromEntries(
      [...kb.questions].map(([id, { move, claims }]) => {
        const { waiting, ...rest } = move;
        return [
          id,
          { ...rest, waiting: waiting.text, waitingCitations: cite(waiting.claims), citations: cite(claims) },
        ];
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
    strings: pick(loadStrings(), ['report', 'evidence']),
  };
}
