import path from 'node:path';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { OverlayChange } from '../core/model/source-file.ts';
import { type Titled, titledTables } from '../core/overlay/mark-titles.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { t } from './strings.ts';

// What an organisation has made of Trivium: shown on every page, on the page of the method, and where something is theirs.

const kb = loadKnowledgeBase();

/** Whose edition this is; undefined for the official one. */
export const organisation: string | undefined = kb.overlay?.organisation;

const changeOf = (owner: string): OverlayChange | undefined => kb.overlay?.changes.get(owner);

/** The names of changed fields, as content has them. */
const fieldsOf = (change: OverlayChange | undefined): readonly string[] =>
  change === undefined || change === 'added' ? [] : change;

/** Who wrote a record, or what was changed in it, as a sentence. Undefined if it is as Trivium has it. */
function sentenceAbout(...owners: readonly string[]): string | undefined {
  if (organisation === undefined) return undefined;
  const changes = owners.map(changeOf);
  if (changes.includes('added')) return t('edition.added', { organisation });
  const fields = [...new Set(changes.flatMap(fieldsOf))];
  return fields.length > 0 ? t('edition.changed', { organisation, fields: fields.join(', ') }) : undefined;
}

/** What the page of an entry says of it, its question and its signal. Undefined if all are as Trivium has them. */
export const editionOfEntry = (id: string): string | undefined =>
  sentenceAbout(`entries ${id}`, `questions ${id}`, `signals ${id}`);

/** What the reasons of a question say of it. Undefined if it is as Trivium has it. */
export const editionOfQuestion = (id: string): string | undefined => sentenceAbout(`questions ${id}`, `symptoms ${id}`);

/** The title of a record of the knowledge base; its id if it has none; empty for what is there only once. */
function titleOf(owner: string): string {
  const [table = '', id = ''] = owner.split(/ (.*)/);
  const records = titledTables.includes(table as (typeof titledTables)[number])
    ? (kb[table as keyof KnowledgeBase] as Map<string, Titled>)
    : undefined;
  const record = records?.get(id);
  return record?.title ?? record?.name ?? record?.term ?? id;
}

/** One line of the list of everything that is different. */
export interface EditionLine {
  kind: string;
  title: string;
  /** The changed fields; empty for what was added. */
  fields: string;
}

/** What kind of thing changed: the map of the record, or the name of its file if that file is the only one of its kind. */
const kindOf = (owner: string): string => path.basename(owner.split(' ')[0] ?? '', '.yaml');

/** Everything that is not as Trivium has it, by kind; empty for the official edition. */
export const editionLines = (): EditionLine[] =>
  [...(kb.overlay?.changes ?? [])].map(([owner, change]) => ({
    kind: t(`edition.${kindOf(owner)}`),
    title: titleOf(owner),
    fields: fieldsOf(change).join(', '),
  }));
