import * as messages from '#messages/cli-look.ts';
import { t } from '../../build/strings.ts';
import type { Pack } from '../../core/model/pack.ts';
import { pointsText } from '../../core/proposals/points-text.ts';
import type { Proposal, Reason } from '../../core/proposals/proposals.ts';
import { reasonPlace } from '../../core/proposals/reason-place.ts';
import { replaceControls } from '../../core/text/printable.ts';
import { mostIgnoreLines } from '../../look/gitignore.ts';
import type { Look } from './look.ts';

/** Maximum number of names of files that could not be read or followed that are printed. */
const mostNames = 5;

/** The reasons of a question, each sentence once, with all its places. */
function reasonLines(reasons: readonly Reason[]): string[] {
  const bySentence = [...Map.groupBy(reasons, (reason) => reason.says).values()];
  return bySentence.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const more = group.at(-1)?.more;
    const places = messages.places(
      group.map((reason) => replaceControls(reasonPlace(reason))),
      more,
    );
    const says = first.trouble ? messages.trouble(first.says) : first.says;
    return [`  ${places}`, `      ${[says, pointsText(first, t)].filter(Boolean).join(' ')}`];
  });
}

function itemText({ item, reasons }: Proposal, pack: Pack): string {
  const question = pack.items.find(({ id }) => id === item);
  return [`${question?.title} (${item})`, `  ${question?.question}`, ...reasonLines(reasons), ''].join('\n');
}

/** What could not be read as data, in a sentence; empty if everything could. */
function brokenText({ broken }: Look): string {
  const names = broken.slice(0, mostNames).map(replaceControls);
  return broken.length === 0 ? '' : messages.notData(broken.length, names);
}

/** Which folders were left out as a whole, in a sentence; empty if none was. */
function unclearText({ unclear }: Look): string {
  const names = unclear.slice(0, mostNames).map(replaceControls);
  return unclear.length === 0 ? '' : messages.foldersLeftOut(unclear.length, names, mostIgnoreLines);
}

/** What a look found, for people: every question with something found, and what the look covered. */
export function lookText(look: Look, pack: Pack): string {
  const { items } = look.proposals;
  const silent = pack.items.length - items.length;
  return [
    ...items.map((item) => itemText(item, pack)),
    messages.lookedAt(look.fileCount) + messages.leftOut(look.skipped) + unclearText(look) + brokenText(look),
    messages.foundFor(items.length, pack.items.length, silent),
  ].join('\n');
}
