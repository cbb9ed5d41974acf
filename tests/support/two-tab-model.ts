import type { Page } from '@playwright/test';

/** What a question shows: state, level and note in one text; empty while it is unanswered. */
export type Said = string;
/** What an answer says. */
export const said = (answer: { state: string; level?: number; note?: string }): Said =>
  answer.state === 'unanswered' ? '' : `${answer.state}${answer.level ?? ''} ${answer.note ?? ''}`;
/** What a question says once a digit was pressed. */
export const byDigit = (digit: number, note: string): Said =>
  `${digit < 6 ? `level${digit - 1}` : digit === 6 ? 'dk' : 'na'} ${note}`;

/** A tab that a person works in. */
export interface Tab {
  page: Page;
  /** The assessment that it has open. */
  id: string;
  faulty: boolean;
  /** Questions acted on while this tab could not write, as the model names them. */
  pending: Set<string>;
}

/** The key of a question of an assessment. */
export const keyOf = (id: string, item: string) => `${id} ${item}`;

/** What every question of every assessment must say. */
export class Model {
  /** What the questions of each assessment may say. */
  readonly right = new Map<string, Set<Said>>();
  /** The name of each assessment. */
  readonly names = new Map<string, string>();

  /** A tab has acted on a question. */
  act(tab: Tab, other: Tab, item: string, value: Said): void {
    const key = keyOf(tab.id, item);
    const open = tab.faulty || other.pending.has(key);
    if (tab.faulty) tab.pending.add(key);
    this.right.set(key, new Set([...(open ? (this.right.get(key) ?? ['']) : []), value]));
  }

  set(id: string, item: string, value: Said): void {
    this.right.set(keyOf(id, item), new Set([value]));
  }

  allows(id: string, item: string, value: Said): boolean {
    return (this.right.get(keyOf(id, item)) ?? new Set([''])).has(value);
  }
}

/** What each question of a stored text says; nothing if it cannot be read. */
export function answersIn(text: string): Map<string, Said> {
  try {
    const data = JSON.parse(text);
    if (data.version !== 1) return new Map();
    return new Map(
      data.answers.map((answer: Parameters<typeof said>[0] & { item: string }) => [answer.item, said(answer)]),
    );
  } catch {
    return new Map();
  }
}
