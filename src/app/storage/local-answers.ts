import type { Answer } from '../../core/answers/answers.ts';
import { sameAnswer } from '../../core/answers/merge-drafts.ts';

/** A question that this tab and another have answered differently. */
export interface Conflict {
  ours: Answer;
  theirs: Answer | undefined;
}

/** The answers that were given in this tab, to notice when another tab answers differently. */
export class LocalAnswers {
  readonly #answers = new Map<string, Answer>();

  /** Notes an answer that was given in this tab. */
  record(answer: Answer): void {
    this.#answers.set(answer.item, answer);
  }

  /** Forgets the answer to one question, once the person has settled a conflict. */
  forget(item: string): void {
    this.#answers.delete(item);
  }

  /** Forgets all answers, since another assessment is open. */
  clear(): void {
    this.#answers.clear();
  }

  /** Items that were answered in this tab. */
  get items(): string[] {
    return [...this.#answers.keys()];
  }

  /** Both answers, if the current answer is not what this tab answered. */
  conflict(item: string, current: Answer | undefined): Conflict | undefined {
    const ours = this.#answers.get(item);
    return ours && !sameAnswer(ours, current) ? { ours, theirs: current } : undefined;
  }
}
