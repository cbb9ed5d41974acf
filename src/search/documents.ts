import type { Entry, EntryKind } from '../core/model/entry.ts';
import { plainText } from '../core/model/entry-body.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';

/** The searchable text of an entry, by field. */
export interface SearchDocument {
  id: string;
  kind: EntryKind;
  title: string;
  /** The words of its id, and its aliases. */
  names: string;
  /** Glossary terms and synonyms that list the entry first. */
  terms: string;
  /** Glossary terms and synonyms that list the entry, but not first. */
  alsoTerms: string;
  symptoms: string;
  /** Other ways in which people ask for it. */
  asked: string;
  summary: string;
  /** Its question with reason and first steps, or its signal with the check. */
  practice: string;
  body: string;
}

/** How much a word counts in each field. Tuned on the judged queries of tests/fixtures/queries.yaml marked `tune`. */
export const fieldBoosts: Record<Exclude<keyof SearchDocument, 'id' | 'kind'>, number> = {
  title: 7.5,
  names: 6,
  terms: 5,
  alsoTerms: 2.5,
  symptoms: 5.5,
  asked: 4,
  summary: 4,
  practice: 1.8,
  body: 1.5,
};

/** The text about an entry in the assessment: of its question or its signal; empty if it has neither. */
function assessmentText(kb: KnowledgeBase, id: string): string {
  const question = kb.questions.get(id);
  if (question) return [question.question, question.why, question.ours ?? '', ...question.moves.start.steps].join(' ');
  const signal = kb.signals.get(id);
  return signal ? [signal.summary, signal.check].join(' ') : '';
}

/** The glossary terms and synonyms that list an entry at a place that passes the test. */
const termsFor = (kb: KnowledgeBase, id: string, test: (place: number) => boolean): string =>
  [...kb.glossary.values()]
    .filter(({ entries }) => test(entries.indexOf(id)))
    .flatMap(({ term, synonyms }) => [term, ...synonyms])
    .join('. ');

/** The documents of search, one for each entry. */
export function searchDocuments(kb: KnowledgeBase, entries: readonly Entry[]): SearchDocument[] {
  return entries.map(({ id, kind, title, aliases, symptoms, asked, summary, variables, body }) => ({
    id,
    kind,
    title,
    names: [id.replaceAll('-', ' '), ...aliases].join('. '),
    terms: termsFor(kb, id, (place) => place === 0),
    alsoTerms: termsFor(kb, id, (place) => place > 0),
    symptoms: symptoms.join('. '),
    asked: asked.join('. '),
    summary,
    practice: assessmentText(kb, id),
    body: [...variables.map(({ how }) => how), plainText(body)].join('\n'),
  }));
}
