import { parseJson, sizeProblem } from '../answers/json.ts';
import type { Recovered } from '../answers/recover.ts';
import { bareText, dataIn } from '../link/data-text.ts';
import { recoverText } from '../link/read-answers.ts';
import type { PackOutline } from '../model/pack.ts';
import { type Result, success } from '../model/result.ts';
import type { RecoveredProposals } from './recover-proposals.ts';

/** What a text holds: answers, or proposals for people to confirm; each with the parts that could not be read. */
export type OpenedFile = ({ kind: 'answers' } & Recovered) | ({ kind: 'proposals' } & RecoveredProposals);

/** The JSON of a text that speaks of proposals, also with something around it. */
async function jsonIn(text: string): Promise<string | undefined> {
  const plain = bareText(text);
  const json = dataIn(plain);
  if (json !== undefined) return json;
  const { otherText } = await import('../link/other-text.ts'); // most texts are files
  const other = otherText(plain);
  return other.ok ? other.value.text : undefined;
}

/** The value of a text if it says that it is a proposals file, right or wrong; checks its size before parsing it. */
async function proposalsIn(text: string): Promise<unknown> {
  if (sizeProblem(text) !== undefined || !/trivium-proposals/.test(text)) return undefined;
  const json = await jsonIn(text);
  const parsed = json === undefined ? undefined : parseJson(json);
  const value = parsed?.ok ? parsed.value : undefined;
  return (value as { format?: unknown } | undefined)?.format === 'trivium-proposals' ? value : undefined;
}

/**
 * Reads a text as what it is: a proposals file, or answers in any form (`recoverText`). Recovers what is readable of a
 * damaged one. Fails, with a sentence, if it is something else.
 */
export async function openText(text: string, pack: PackOutline): Promise<Result<OpenedFile>> {
  const proposals = await proposalsIn(text);
  if (proposals === undefined) {
    const answersResult = await recoverText(text, pack);
    return answersResult.ok ? success({ kind: 'answers', ...answersResult.value }) : answersResult;
  }
  const { recoverProposals } = await import('./recover-proposals.ts'); // most files hold answers
  const proposalsResult = recoverProposals(proposals, pack);
  return proposalsResult.ok ? success({ kind: 'proposals', ...proposalsResult.value }) : proposalsResult;
}
