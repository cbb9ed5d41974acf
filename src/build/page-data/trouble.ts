import * as messages from '#messages/build.ts';
import { isTrouble } from '../../core/knowledge/troubles.ts';
import type { Entry } from '../../core/model/entry.ts';
import type { FirstMinutes } from '../../core/model/study.ts';
import { entries, entryOf } from '../entries.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';
import { pack } from '../pack.ts';
import { t } from '../strings.ts';

/** What to do in the first fifteen minutes of trouble. Throws if the content has no such text. */
export function firstMinutes(): FirstMinutes {
  const minutes = loadKnowledgeBase().firstMinutes;
  if (!minutes) throw new Error(messages.noFirstMinutes);
  return minutes;
}

/** The first fifteen minutes as plain text, for a ticket or a chat. */
export function firstMinutesText({ steps, after }: FirstMinutes): string {
  const lines = steps.map(({ title, minutes, do: task, hosted }, index) => {
    const also = hosted ? ` ${t('trouble.hosted')} ${hosted}` : '';
    return `${index + 1}. ${title} (${minutes}): ${task}${also}`;
  });
  return [t('trouble.first'), ...lines, after].join('\n');
}

/** Six kinds of trouble that readers recognise; pages show the first symptom of each. */
export const commonTroubles: readonly Entry[] = [
  'dev-prod-mismatch',
  'alert-fatigue',
  'natural-drift',
  'unnatural-drift',
  'feedback-delays',
  'pipeline-jungle',
].map(entryOf);

/** A stage of the pack, with the entries that describe trouble in it. */
export interface StageTroubles {
  name: string;
  troubles: Entry[];
}

/** Entries with symptoms by the last stage they touch; production comes first because most trouble shows there. */
export function troublesByStage(): StageTroubles[] {
  const troubles = entries.filter((entry) => isTrouble(entry) && entry.symptoms.length > 0);
  return pack.stages
    .toReversed()
    .map(({ id, name }) => ({ name, troubles: troubles.filter(({ stages }) => stages.at(-1) === id) }))
    .filter((stage) => stage.troubles.length > 0);
}
