import type { Pack } from '../../core/model/pack.ts';
import type { Proposal, Reason } from '../../core/proposals/proposals.ts';
import { reasonPlace } from '../../core/proposals/reason-place.ts';
import type { Look } from './look.ts';

const ordinals = ['1st', '2nd', '3rd', '4th', '5th'];
/** Maximum number of names of unreadable files that are printed. */
const mostNames = 5;

/** A name or text that is safe on a terminal: without control characters. */
const safe = (text: string): string => text.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '?');

/** The answers that a reason points to, as a sentence: `Points to the 3rd to 5th answer.` */
function pointsText({ points }: Reason): string {
  if (!points) return '';
  const [first, last] = [ordinals[points.min], ordinals[points.max]];
  return ` Points to the ${first === last ? first : `${first}${points.max - points.min === 1 ? ' or' : ' to'} ${last}`} answer.`;
}

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The reasons of a question, each sentence once, with all its places. */
function reasonLines(reasons: readonly Reason[]): string[] {
  const bySentence = [...Map.groupBy(reasons, (reason) => reason.says).values()];
  return bySentence.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const more = group.at(-1)?.more;
    const places = `${group.map((reason) => safe(reasonPlace(reason))).join('; ')}${more === undefined ? '' : `; and ${more} more`}`;
    return [`  ${places}`, `      ${first.trouble ? 'Trouble: ' : ''}${first.says}${pointsText(first)}`];
  });
}

function itemText({ item, reasons }: Proposal, pack: Pack): string {
  const question = pack.items.find(({ id }) => id === item);
  return [`${question?.title} (${item})`, `  ${question?.question}`, ...reasonLines(reasons), ''].join('\n');
}

/** What was left out, in a sentence; empty if nothing was. */
function skippedText({ skipped: { binary, large, links, unreadable } }: Look): string {
  const parts = [
    [binary, 'binary'],
    [large, 'too large'],
    [links, countOf(links, 'link').split(' ')[1]],
    [unreadable, 'without the right to read'],
  ].filter(([count]) => count !== 0);
  return parts.length === 0 ? '' : `Left out: ${parts.map(([count, noun]) => `${count} ${noun}`).join(', ')}.\n`;
}

function brokenText({ broken }: Look): string {
  if (broken.length === 0) return '';
  const more = broken.length > mostNames ? ` and ${broken.length - mostNames} more` : '';
  return `${countOf(broken.length, 'file')} could not be read as data: ${broken.slice(0, mostNames).map(safe).join(', ')}${more}.\n`;
}

/** What a look found, for people: every question with something found, and what the look covered. */
export function lookText(look: Look, pack: Pack): string {
  const { items } = look.proposals;
  const silent = pack.items.length - items.length;
  return [
    ...items.map((item) => itemText(item, pack)),
    `Looked at ${countOf(look.fileCount, 'file')}.\n${skippedText(look)}${brokenText(look)}`,
    `Found something for ${items.length} of ${pack.items.length} questions. About the other ${silent}, nothing found says nothing.\n`,
  ].join('\n');
}
