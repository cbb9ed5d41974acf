import type { Entry, EntryKind } from '../core/model/entry.ts';
import { plainText } from '../core/model/entry-body.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';

/** What search knows of an entry, by field. */
export interface SearchDocument {
  id: string;
  kind: EntryKind;
  title: string;
  /** The words of its id and its other names. */
  names: string;
  /** Terms and synonyms of the glossary that lead to it first, and those that lead to it as well. */
  terms: string;
  alsoTerms: string;
  symptoms: string;
  /** Other ways in which people ask for it. */
  asked: string;
  summary: string;
  /** Question, answers and first steps that belong to it. */
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

/** The documents of search: one for each entry, with the words of the glossary and of its question. */
export function searchDocuments(kb: KnowledgeBase, entries: readonly Entry[]): SearchDocument[] {
  const terms = [...kb.glossary.values()];
  const wordsFor = (id: string, test: (place: number) => boolean) =>
    terms
      .filter(({ entries: found }) => test(found.indexOf(id)))
      .flatMap(({ term, synonyms }) => [term, ...synonyms])
      .join('. ');
  return entries.map(({ id, kind, title, aliases, symptoms, asked, summary, variables, body }) => {
    const question = kb.questions.get(id);
    const signal = kb.signals.get(id);
    return {
      id,
      kind,
      title,
      names: [id.replaceAll('-', ' '), ...aliases].join('. '),
      terms: wordsFor(id, (place) => place === 0),
      alsoTerms: wordsFor(id, (place) => place > 0),
      symptoms: symptoms.join('. '),
      asked: asked.join('. '),
      summary,
      practice: question
        ? [question.question, question.why, ...question.move.start].join(' ')
        : signal
          ? [signal.summary, signal.check].join(' ')
          : '',
      body: [...variables.map(({ how }) => how), plainText(body)].join('\n'),
    };
  });
}
