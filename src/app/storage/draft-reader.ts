import * as messages from '#messages/drafts.ts';
import type { Answers } from '../../core/answers/answers.ts';
import { mayNotFit } from '../../core/answers/limits.ts';
import type { LostPart } from '../../core/answers/lost-part.ts';
import type { Recovered } from '../../core/answers/recover.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { toTimestamp } from '../platform/browser.ts';
import { inTime } from '../platform/load-error.ts';
import type { Draft } from './draft.ts';
import { idOfKey, type StoredText } from './stored-texts.ts';

/** A draft, and the unreadable parts of its stored text. */
export interface ReadDraft {
  draft: Draft;
  lost: readonly LostPart[];
}

type Parse = (data: unknown, outline: PackOutline) => Result<Recovered>;

/** The result of reading a text while its schemas are not loaded; `load` loads them. */
export const parserMissing: Result<never> = failure(messages.notReadYet);

/** Reads stored texts as drafts. Parses a text only if it has changed. */
export class DraftReader {
  readonly #outline: PackOutline;
  /** Undefined until there is a text to parse: a first visit does not need the schemas (9 KB of 25). */
  #parse: Parse | undefined;
  /** Whether answers to be stored need more than the schemas to become readable. */
  #needsRecovery = false;
  /** What each key held when it was last read or written. */
  readonly #readTexts = new Map<string, { text: string; read: Result<ReadDraft> }>();

  constructor(outline: PackOutline) {
    this.#outline = outline;
  }

  /** Whether all these texts can be read; if not, call `load` first. */
  canRead(texts: readonly StoredText[]): boolean {
    return !this.#needsRecovery && (this.#parse !== undefined || this.#unread(texts).length === 0);
  }

  /**
   * Loads what reading these texts needs: the schemas and, if a text is older than this pack or damaged, the rules to
   * migrate and recover it. Rejects if the scripts cannot be loaded.
   */
  async load(texts: readonly StoredText[]): Promise<void> {
    const unread = this.#unread(texts);
    if (unread.length === 0 && !this.#needsRecovery) return;
    this.#parse ??= exactly((await inTime(import('../../core/answers/parse-answers.ts'))).parseAnswers);
    const isCurrent = ({ key, text }: StoredText): boolean => {
      const result = this.read(key, text);
      return result.ok && result.value.draft.answers.pack.version === this.#outline.version;
    };
    if (!this.#needsRecovery && unread.every(isCurrent)) return;
    this.#parse = (await inTime(import('../../core/answers/recover.ts'))).recoverAnswers;
    this.#needsRecovery = false;
    this.#readTexts.clear();
  }

  #unread(texts: readonly StoredText[]): StoredText[] {
    return texts.filter(({ key, text }) => this.#readTexts.get(key)?.text !== text);
  }

  /** Remembers the text that a key now holds, and its draft. */
  remember(key: string, text: string, draft: Draft): void {
    this.#readTexts.set(key, { text, read: success({ draft, lost: [] }) });
  }

  /** Reads the text of a key. Parses the same text only once. */
  read(key: string, text: string): Result<ReadDraft> {
    const cachedDraft = this.#readTexts.get(key);
    if (cachedDraft?.text === text) return cachedDraft.read;
    const result = this.#parseText(idOfKey(key), text);
    if (this.#parse) this.#readTexts.set(key, { text, read: result });
    return result;
  }

  /**
   * Checks that answers can be read again once they are stored. Leaves out unreadable parts if `load` has loaded the
   * recovery rules; otherwise the check fails, and the next `load` loads them. Without the schemas, checks only what
   * fields may get wrong.
   */
  check(answers: Answers): Result<Recovered> {
    const checked = this.#parse
      ? this.#parse(answers, this.#outline)
      : mayNotFit(answers)
        ? parserMissing
        : success({ answers, lost: [] });
    if (!checked.ok) this.#needsRecovery = true;
    const isWhole = checked.ok && checked.value.lost.length === 0;
    return isWhole ? success({ answers, lost: [] }) : checked; // not the parsed copy, which would need another merge
  }

  /** Parses one stored text. Accepts only answers to this pack or an older version of it. */
  #parseText(id: string, text: string): Result<ReadDraft> {
    if (!this.#parse) return parserMissing;
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      return failure(messages.notJson);
    }
    const parsed = this.#parse(data, this.#outline);
    if (!parsed.ok) return parsed;
    const { savedAt, ...answers } = parsed.value.answers;
    const draft: Draft = {
      id,
      answers: answers as Answers,
      savedAt: typeof savedAt === 'string' ? savedAt : toTimestamp(),
    };
    return success({ draft, lost: parsed.value.lost });
  }
}

/** Makes a parser that recovers nothing. */
const exactly =
  (parse: (data: unknown, outline: PackOutline) => Result<Answers>): Parse =>
  (data, outline) => {
    const parsed = parse(data, outline);
    return parsed.ok ? success({ answers: parsed.value, lost: [] }) : parsed;
  };
