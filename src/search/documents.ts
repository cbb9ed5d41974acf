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
  /** What to do: a question with its reason and first steps, or a signal with its check; tonight, template, tools. */
  practice: string;
  /** What differs with a hosted or adapted language model. */
  hosted: string;
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
  hosted: 1.8,
  body: 1,
};

/** The text about an entry in the assessment: of its question or its signal; empty if it has neither. */
function assessmentText(kb: KnowledgeBase, id: string): string {
  const question = kb.questions.get(id);
  if (question) return [question.question, question.why, question.ours ?? '', ...question.moves.start.steps].join(' ');
  const signal = kb.signals.get(id);
  return signal ? [signal.summary, signal.check].join(' ') : '';
}

/** The advice of an entry beyond the assessment: what to do tonight, its template, and the names of its tools. */
const adviceTexts = (kb: KnowledgeBase, { tonight, template, tools }: Entry): string[] => [
  ...tonight,
  template ? `${template.title}: ${template.use}` : '',
  ...tools.map((id) => kb.tools.get(id)?.name ?? ''),
];

/** The glossary terms and synonyms that list an entry at a place that passes the test. */
const termsFor = (kb: KnowledgeBase, id: string, test: (place: number) => boolean): string =>
  [...kb.glossary.values()]
    .filter(({ entries }) => test(entries.indexOf(id)))
    .flatMap(({ term, synonyms }) => [term, ...synonyms])
    .join('. ');

/** The documents of search, one for each entry. */
export function searchDocuments(kb: KnowledgeBase, entries: readonly Entry[]): SearchDocument[] {
  return entries.map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    names: [entry.id.replaceAll('-', ' '), entry.plain ?? '', ...entry.aliases].join('. '),
    terms: termsFor(kb, entry.id, (place) => place === 0),
    alsoTerms: termsFor(kb, entry.id, (place) => place > 0),
    symptoms: entry.symptoms.join('. '),
    asked: entry.asked.join('. '),
    summary: entry.summary,
    practice: [assessmentText(kb, entry.id), ...adviceTexts(kb, entry)].join(' '),
    hosted: entry.hosted ?? '',
    body: [...entry.variables.map(({ how }) => how), plainText(entry.body)].join('\n'),
  }));
}
