import { claimsOf } from '../knowledge/entry-claims.ts';
import { bodyWords, type Entry, hasEntryLength } from '../model/entry.ts';
import { citedClaims, linkedEntries, plainText, unknownParts } from '../model/entry-body.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { show } from '../model/problem.ts';
import { countWords } from '../model/vocabulary.ts';
import { checkIds, type ReportProblem } from './check-ids.ts';

/** Kinds whose entry says how one notices it. */
const noticed: readonly string[] = ['practice', 'pain-point', 'anti-pattern'];

/** A V of 2022 under the name that a claim of 2024 may use. */
const namesOf = (variable: string): string[] => (variable === 'validation' ? [variable, 'visibility'] : [variable]);

function checkData(kb: KnowledgeBase, entry: Entry, report: ReportProblem) {
  const owner = `entries ${entry.id}`;
  entry.relations.forEach(({ to, kind }, index) => {
    checkIds(report, owner, ['relations', index, 'to'], to, kb.entries, 'entry');
    if (to === entry.id)
      report(owner, ['relations', index], `The entry stands in relation "${kind}" to itself. Remove it.`);
  });
  entry.instead.forEach(({ to }, index) => {
    checkIds(report, owner, ['instead', index, 'to'], to, kb.entries, 'entry');
  });
  checkIds(report, owner, ['literature'], entry.literature, kb.literature, 'work');
  entry.figures.forEach(({ claim }, index) => {
    checkIds(report, owner, ['figures', index, 'claim'], claim, kb.claims, 'claim');
  });
  checkIds(report, owner, ['changed', 'claims'], entry.changed?.claims ?? [], kb.claims, 'claim');
  entry.variables.forEach(({ id, basis, claims }, index) => {
    const place = ['variables', index];
    checkIds(report, owner, [...place, 'claims'], claims, kb.claims, 'claim');
    const states = claims.some((claim) => {
      const found = kb.claims.get(claim);
      return found?.variablesBasis === 'stated' && found.variables.some((each) => namesOf(id).includes(each));
    });
    if (basis === 'stated' && !states)
      report(
        owner,
        place,
        `The link to ${id} is marked as stated, and none of its claims (${claims.join(', ') || 'none'}) is one in which the authors name ${id}. Add such a claim or mark it as inferred.`,
      );
  });
  if (noticed.includes(entry.kind) && entry.symptoms.length < 2)
    report(owner, ['symptoms'], `A ${entry.kind} says in at least two ways how one notices it. Add some.`);
  const asked = kb.questions.get(entry.id) ?? kb.signals.get(entry.id);
  if (asked && asked.title !== entry.title)
    report(
      owner,
      ['title'],
      `Found ${show(entry.title)}; its question or signal is called ${show(asked.title)}. Use one name for one thing.`,
    );
}

/** References and parts of a text; `owner` is the entry or page that it belongs to. */
function checkBody(kb: KnowledgeBase, owner: string, body: string, report: ReportProblem) {
  const start = (kb.origins.get(owner)?.file.body?.line ?? 1) - 1;
  const inBody =
    (line: number): ReportProblem =>
    (who, _place, message, id) =>
      report(who, [], message, id, start + line);
  for (const { id, line } of citedClaims(body)) checkIds(inBody(line), owner, [], id, kb.claims, 'claim');
  for (const { id, line } of linkedEntries(body)) checkIds(inBody(line), owner, [], id, kb.entries, 'entry');
  for (const { name, line } of unknownParts(body))
    inBody(line)(owner, [], `The part <${name}> is not known; possible: Cite, Ours, Sides or Side. Use one of these.`);
  if (citedClaims(body).length === 0)
    report(owner, [], 'The text cites no claim. Put <Cite claims="..." /> after each sentence that stands on one.');
}

function checkLength(entry: Entry, report: ReportProblem) {
  const owner = `entries ${entry.id}`;
  const plain = plainText(entry.body);
  if (!hasEntryLength(plain))
    report(
      owner,
      [],
      `The text has ${countWords(plain)} words; an entry has ${bodyWords.least} to ${bodyWords.most}. Say more, or less.`,
    );
}

/** References of the pages about the study, of the bug catalogue and of the first minutes. */
function checkStudyTexts(kb: KnowledgeBase, report: ReportProblem) {
  for (const { id, body } of kb.studyPages.values()) checkBody(kb, `studyPages ${id}`, body, report);
  for (const [id, { claims, entries }] of kb.bugs) {
    checkIds(report, `bugs ${id}`, ['claims'], claims, kb.claims, 'claim');
    checkIds(report, `bugs ${id}`, ['entries'], entries, kb.entries, 'entry');
  }
  kb.firstMinutes?.steps.forEach(({ claims, entries }, index) => {
    const owner = 'trouble/first-fifteen-minutes.yaml';
    checkIds(report, owner, ['steps', index, 'claims'], claims, kb.claims, 'claim');
    checkIds(report, owner, ['steps', index, 'entries'], entries, kb.entries, 'entry');
  });
}

/** References, length and parts of every entry; terms of the glossary lead to entries, and no synonym leads two ways. */
export function checkEntries(kb: KnowledgeBase, report: ReportProblem): void {
  for (const entry of kb.entries.values()) {
    checkData(kb, entry, report);
    checkBody(kb, `entries ${entry.id}`, entry.body, report);
    checkLength(entry, report);
  }
  checkStudyTexts(kb, report);
  const seen = new Map<string, string>();
  for (const [id, { term, synonyms, entries, claims, basis }] of kb.glossary) {
    const owner = `glossary ${id}`;
    checkIds(report, owner, ['entries'], entries, kb.entries, 'entry');
    checkIds(report, owner, ['claims'], claims, kb.claims, 'claim');
    if (basis === 'study' && claims.length === 0)
      report(owner, ['basis'], 'A term of the study needs the claims that use it. Add them, or set basis to field.');
    for (const word of [term, ...synonyms]) {
      const key = word.toLowerCase();
      const first = seen.get(key);
      if (first) report(owner, ['synonyms'], `"${word}" stands under "${first}" already. Remove one.`);
      else seen.set(key, id);
    }
  }
}

/** Claims that an entry has to use, by what they are: everything but definitions, method and context. */
export function unusedClaims(kb: KnowledgeBase): string[] {
  const used = new Set([...kb.entries.values()].flatMap(claimsOf));
  return [...kb.claims.values()]
    .filter(({ id, kind }) => !['definition', 'method', 'context'].includes(kind) && !used.has(id))
    .map(({ id }) => id);
}
