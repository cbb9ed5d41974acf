import * as messages from '#messages/proposals.ts';
import { type LostPart, rawText } from '../answers/lost-part.ts';
import { canonical } from '../answers/merge-drafts.ts';
import { isObject } from '../model/is-object.ts';
import type { PackOutline } from '../model/pack.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { Evidence } from './evidence-places.ts';
import type { Proposals } from './proposals.ts';
import { recoverProposals } from './recover-proposals.ts';

// What was found about a system, kept beside its assessment and never in it: no part of this can reach a score, a link or a
// file of answers. Like an assessment, it is a set of registers of which the later change wins, so that two tabs can merge.

/** What a person has decided about a reason or a proposed answer. "open" takes a decision back. */
export interface FindingDecision {
  state: 'taken' | 'aside' | 'open';
  /** When, as an ISO 8601 time. */
  at: string;
  /** The place as it was added to the evidence, if the reason was accepted. */
  place?: string;
  /** The evidence before anything was accepted; absent if there was none. */
  before?: Evidence;
}

/** A proposals file that was taken into an assessment; null once it was removed. */
export interface KeptFile {
  at: string;
  proposals: Proposals | null;
}

/** The proposals of one assessment. */
export interface KeptProposals {
  format: 'trivium-kept-proposals';
  version: 1;
  /** By an id, which one source keeps from look to look. */
  files: Readonly<Record<string, KeptFile>>;
  /** By the key of a reason or a proposed answer (`findings.ts`), and by `acceptanceKey`. */
  marks: Readonly<Record<string, FindingDecision>>;
}

export const noProposals: KeptProposals = { format: 'trivium-kept-proposals', version: 1, files: {}, marks: {} };

/** The later of two values of a register; on a tie, the one whose text sorts last, whatever their order. */
function later<T extends { at: string }>(a: T, b: T): T {
  if (a.at !== b.at) return a.at < b.at ? b : a;
  return canonical(a) < canonical(b) ? b : a;
}

function mergeRegisters<T extends { at: string }>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
): Record<string, T> {
  const merged = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const present = merged.get(key);
    merged.set(key, present ? later(present, value) : value);
  }
  return Object.fromEntries([...merged].toSorted(([x], [y]) => (x < y ? -1 : 1)));
}

/** Merges two copies: of each file and each decision, the later one. Commutative, associative and idempotent. */
export const mergeKept = (a: KeptProposals, b: KeptProposals): KeptProposals => ({
  ...noProposals,
  files: mergeRegisters(a.files, b.files),
  marks: mergeRegisters(a.marks, b.marks),
});

/** Whether two copies hold the same. */
export const sameKept = (a: KeptProposals, b: KeptProposals): boolean => canonical(a) === canonical(b);

/** Later times than this cannot be counted up from. */
const lastMoment = 8e15;

/** The time to give a change, in milliseconds: the clock's, or just after the latest change if the clock is behind it. */
export function nextChange({ files, marks }: KeptProposals, clock: number): number {
  const times = [...Object.values(files), ...Object.values(marks)].map(({ at }) => Date.parse(at) + 1);
  return Math.max(clock, ...times.filter((time) => time < lastMoment));
}

/** The files that are there, oldest first, each with its id. */
export const filesOf = ({ files }: KeptProposals): { id: string; proposals: Proposals }[] =>
  Object.entries(files)
    .toSorted(([, a], [, b]) => (a.at < b.at ? -1 : 1))
    .flatMap(([id, { proposals }]) => (proposals === null ? [] : [{ id, proposals }]));

/** The files of the same source as these proposals: a newer look replaces one of them. */
export const filesOfSource = (kept: KeptProposals, { source }: Proposals): { id: string; proposals: Proposals }[] =>
  filesOf(kept).filter(
    ({ proposals }) => proposals.source.kind === source.kind && proposals.source.name === source.name,
  );

/** Whether exactly these proposals are there already. */
export const hasFile = (kept: KeptProposals, proposals: Proposals): boolean =>
  filesOf(kept).some((file) => canonical(file.proposals) === canonical(proposals));

/** The id of the first file of a source: the same in every tab, so that opening one file twice doubles nothing. */
export const firstIdOf = ({ source: { kind, name } }: Proposals): string => `${kind} ${name}`;

/** Adds a file, or replaces the one with its id. Marks stay, and count again where their reason is still there. */
export const withFile = (kept: KeptProposals, id: string, proposals: Proposals | null, at: string): KeptProposals => ({
  ...kept,
  files: { ...kept.files, [id]: { at, proposals } },
});

/** Records what a person has decided about a reason or a proposed answer. */
export const withFindingDecision = (kept: KeptProposals, key: string, decision: FindingDecision): KeptProposals => ({
  ...kept,
  marks: { ...kept.marks, [key]: decision },
});

/**
 * The key of a register that only accepting a reason and taking that back change. If another tab sets the reason aside at
 * the same moment, the evidence names its place, so it counts as accepted in both tabs, and this register still holds what
 * taking it back needs.
 */
const acceptanceKey = (key: string): string => `accepted ${key}`;

/** Records that a person has accepted a reason, or has taken that back. */
export const withAcceptance = (kept: KeptProposals, key: string, decision: FindingDecision): KeptProposals =>
  withFindingDecision(withFindingDecision(kept, key, decision), acceptanceKey(key), decision);

/** Whether and how a reason was accepted. Earlier versions kept that under its key only. */
export const acceptanceOf = ({ marks }: KeptProposals, key: string): FindingDecision | undefined =>
  marks[acceptanceKey(key)] ?? marks[key];

/** The evidence that a decision remembers, if it can be read. */
function evidenceFrom(value: unknown): Evidence | undefined {
  if (!isObject(value)) return undefined;
  const { kind, url, date } = value;
  if (kind !== 'claimed' && kind !== 'shown' && kind !== 'measured') return undefined;
  return { kind, ...(typeof url === 'string' ? { url } : {}), ...(typeof date === 'string' ? { date } : {}) };
}

function findingDecisionFrom(value: unknown): FindingDecision | undefined {
  if (!isObject(value)) return undefined;
  const { state, at, place } = value;
  const before = evidenceFrom(value['before']);
  if ((state !== 'taken' && state !== 'aside' && state !== 'open') || typeof at !== 'string') return undefined;
  return { state, at, ...(typeof place === 'string' ? { place } : {}), ...(before ? { before } : {}) };
}

/** Kept proposals as they were stored, and what of them could not be read or belongs to no question any more. */
export interface ReadKept {
  kept: KeptProposals;
  lost: readonly LostPart[];
}

/**
 * Reads stored proposals, and carries them over to this version of the pack. A damaged file costs its damaged parts, a
 * damaged decision that decision. Fails with a sentence if nothing can be read.
 */
export function readKept(text: string, pack: PackOutline): Result<ReadKept> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failure(messages.notJson);
  }
  if (!isObject(data) || data['format'] !== noProposals.format || data['version'] !== 1)
    return failure(messages.noneReadable);
  const { files, marks } = data;
  let kept = noProposals;
  const lost: LostPart[] = [];
  for (const [id, file] of Object.entries(isObject(files) ? files : {})) {
    const { at, proposals } = isObject(file) ? file : {};
    const result = proposals === null ? success({ proposals, lost: [] }) : recoverProposals(proposals, pack);
    if (!result.ok) lost.push({ place: id, problem: result.problems.join(' '), raw: rawText(file) });
    else {
      kept = withFile(kept, id, result.value.proposals, String(at ?? ''));
      lost.push(...result.value.lost);
    }
  }
  for (const [key, value] of Object.entries(isObject(marks) ? marks : {})) {
    const decision = findingDecisionFrom(value);
    if (decision) kept = withFindingDecision(kept, key, decision);
    else lost.push({ place: key, problem: messages.noDecision, raw: rawText(value) });
  }
  return success({ kept, lost });
}
