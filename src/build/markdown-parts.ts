import { t } from './strings.ts';

// Parts of the Markdown of entries, questions and moves. A part without a text is empty.

/** Lines as a list. */
export const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** A heading and its text. */
export const section = (title: string, text: string): string => (text ? `## ${title}\n\n${text}` : '');

/** A text that is ours, and says so. */
export const ours = (text: string): string => (text ? `${t('entry.ours')}\n\n${text}` : '');

/** The parts that have a text, with a blank line between them. */
export const joinParts = (parts: readonly string[]): string => `${parts.filter(Boolean).join('\n\n')}\n`;
