import type { ComponentChild } from 'preact';
import * as messages from '#messages/group-decisions.ts';
import { aboutOf, type LostPart, rawText } from '../../core/answers/lost-part.ts';
import { download, removeItem } from '../platform/browser.ts';
import { translatorFor } from '../platform/data-files.ts';
import { groupDecisionsKey, quarantinePrefix } from '../platform/storage-keys.ts';
import { SetAsideNotice } from '../shared/SetAsideNotice.tsx';
import type { Site } from '../shared/view-data.ts';
import { copyEnd, type StoredText, textsUnder } from '../storage/stored-texts.ts';
import { damagedTexts, decisionFrom, keyOf, type People } from './kept-decisions.ts';

/** The copies of such texts that were set aside, and those texts that could not be copied yet. */
export function lostTexts(people: People): StoredText[] {
  const ends = [keyOf(people), groupDecisionsKey].map(copyEnd);
  const copies = textsUnder(quarantinePrefix).filter(({ key }) => ends.some((end) => key.endsWith(end)));
  return [...copies, ...damagedTexts(people).filter(({ text }) => !copies.some((copy) => copy.text === text))];
}

/** What of a stored text of group decisions cannot be read. */
export function lostIn(text: string): LostPart[] {
  let decisions: unknown;
  try {
    decisions = JSON.parse(text)?.decisions;
  } catch {}
  if (!Array.isArray(decisions)) return [{ place: 'decisions', problem: messages.noDecisions, raw: text }];
  const lost = decisions.flatMap((value, index): LostPart[] => {
    const fields = decisionFrom(value).lost;
    if (fields.length === 0) return [];
    const problem = messages.unreadableFields(fields.join(', '));
    return [{ place: `decisions[${index}]`, ...aboutOf(Object(value)), problem, raw: rawText(value) }];
  });
  return lost.length > 0 ? lost : [{ place: 'systems', problem: messages.noSystems, raw: text }];
}

function removeAndTell(key: string, onDelete: () => void): void {
  removeItem(key);
  onDelete();
}

/**
 * Lists what could not be read of these people's decisions. Offers each text for download, and for deletion once it is set
 * aside.
 * @param onDelete called after a text was deleted
 */
export function lostDecisions({ language }: Site, people: People, onDelete: () => void): ComponentChild {
  const t = translatorFor(language);
  return lostTexts(people).map(({ key, text }) => (
    <SetAsideNotice
      key={key}
      t={t}
      lead={t('lost.decisions')}
      lost={lostIn(text)}
      download={() => download('trivium-set-aside.json', text)}
      remove={key.startsWith(quarantinePrefix) ? () => removeAndTell(key, onDelete) : undefined}
    />
  ));
}
