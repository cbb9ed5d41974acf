import * as messages from '#messages/check-entries.ts';
import { claimsOf } from '../knowledge/entry-claims.ts';
import { bodyWords, type Entry, hasEntryLength } from '../model/entry.ts';
import { citedClaims, linkedEntries, plainText, unknownTags } from '../model/entry-body.ts';
import { isAdded } from '../model/is-added.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { show } from '../model/problem.ts';
import { countWords } from '../text/count-words.ts';
import { foldText } from '../text/fold-text.ts';
import { checkIds, type ReportProblem } from './check-ids.ts';

/** Kinds of entries that need symptoms. */
const kindsWithSymptoms: readonly string[] = ['practice', 'pain-point', 'anti-pattern'];

/** The names of a V in claims: Visibility is the 2024 name of Validation. */
const namesOf = (variable: string): string[] => (variable === 'validation' ? [variable, 'visibility'] : [variable]);

/** Ids in the data of an entry. */
function checkReferences(kb: KnowledgeBase, entry: Entry, owner: string, report: ReportProblem) {
  entry.relations.forEach(({ to, kind }, index) => {
    checkIds(report, owner, ['relations', index, 'to'], to, kb.entries, 'entry');
    if (to === entry.id) report(owner, ['relations', index], messages.relationToItself(kind));
  });
  entry.instead.forEach(({ to }, index) => {
    checkIds(report, owner, ['instead', index, 'to'], to, kb.entries, 'entry');
  });
  checkIds(report, owner, ['literature'], entry.literature, kb.literature, 'work');
  entry.figures.forEach(({ claim }, index) => {
    checkIds(report, owner, ['figures', index, 'claim'], claim, kb.claims, 'claim');
  });
  if (entry.template) checkIds(report, owner, ['template', 'file'], entry.template.file, kb.templateFiles, 'template');
  checkIds(report, owner, ['changed', 'claims'], entry.changed?.claims ?? [], kb.claims, 'claim');
}

/** Whether the links of an entry to Vs that are marked as stated have a claim that states them. */
function checkVariables(kb: KnowledgeBase, entry: Entry, owner: string, report: ReportProblem) {
  entry.variables.forEach(({ id, basis, claims }, index) => {
    const place = ['variables', index];
    checkIds(report, owner, [...place, 'claims'], claims, kb.claims, 'claim');
    const isStated = claims.some((claimId) => {
      const claim = kb.claims.get(claimId);
      return claim?.variablesBasis === 'stated' && claim.variables.some((name) => namesOf(id).includes(name));
    });
    if (basis === 'stated' && !isStated) report(owner, place, messages.notStated(id, claims));
  });
}

/** Whether an entry has symptoms if its kind needs them, and the same title as its question or signal. */
function checkNaming(kb: KnowledgeBase, entry: Entry, owner: string, report: ReportProblem) {
  if (kindsWithSymptoms.includes(entry.kind) && entry.symptoms.length < 2)
    report(owner, ['symptoms'], messages.fewSymptoms(entry.kind));
  const counterpart = kb.questions.get(entry.id) ?? kb.signals.get(entry.id);
  if (counterpart && counterpart.title !== entry.title)
    report(owner, ['title'], messages.otherTitle(show(entry.title), show(counterpart.title)));
}

/** Reports dead references and unknown parts of a text. `owner` is the entry or page that it belongs to. */
export function checkBody(kb: KnowledgeBase, owner: string, body: string, report: ReportProblem) {
  const lineBefore = (kb.origins.get(owner)?.file.body?.line ?? 1) - 1;
  const reportAt =
    (line: number): ReportProblem =>
    (problemOwner, _place, message, id) =>
      report(problemOwner, [], message, id, lineBefore + line);
  for (const { id, line } of citedClaims(body)) checkIds(reportAt(line), owner, [], id, kb.claims, 'claim');
  for (const { id, line } of linkedEntries(body)) checkIds(reportAt(line), owner, [], id, kb.entries, 'entry');
  for (const { name, line } of unknownTags(body)) reportAt(line)(owner, [], messages.unknownPart(name));
  if (citedClaims(body).length === 0 && !isAdded(kb, owner)) report(owner, [], messages.noClaim);
}

function checkLength(entry: Entry, owner: string, report: ReportProblem) {
  const text = plainText(entry.body);
  if (!hasEntryLength(text)) report(owner, [], messages.textLength(countWords(text), bodyWords.least, bodyWords.most));
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

/** References of glossary terms, and that no word belongs to two terms. */
function checkGlossary(kb: KnowledgeBase, report: ReportProblem) {
  const termIds = new Map<string, string>();
  for (const [id, { term, synonyms, entries, claims, basis }] of kb.glossary) {
    const owner = `glossary ${id}`;
    checkIds(report, owner, ['entries'], entries, kb.entries, 'entry');
    checkIds(report, owner, ['claims'], claims, kb.claims, 'claim');
    if (basis === 'study' && claims.length === 0) report(owner, ['basis'], messages.noClaimsForTerm);
    for (const word of [term, ...synonyms]) {
      const key = foldText(word);
      const firstId = termIds.get(key);
      if (firstId) report(owner, ['synonyms'], messages.synonymTwice(word, firstId));
      else termIds.set(key, id);
    }
  }
}

/** References, length and parts of every entry, of the texts about the study, and of the glossary. */
export function checkEntries(kb: KnowledgeBase, report: ReportProblem): void {
  for (const entry of kb.entries.values()) {
    const owner = `entries ${entry.id}`;
    checkReferences(kb, entry, owner, report);
    checkVariables(kb, entry, owner, report);
    checkNaming(kb, entry, owner, report);
    checkBody(kb, owner, entry.body, report);
    checkLength(entry, owner, report);
  }
  checkStudyTexts(kb, report);
  checkGlossary(kb, report);
}

/** The claims that no entry uses, except definitions, method and context. */
export function unusedClaims(kb: KnowledgeBase): string[] {
  const usedIds = new Set([...kb.entries.values()].flatMap(claimsOf));
  return [...kb.claims.values()]
    .filter(({ id, kind }) => !['definition', 'method', 'context'].includes(kind) && !usedIds.has(id))
    .map(({ id }) => id);
}
