import * as messages from '#messages/cli.ts';

/** The code of a system error, for example `ENOSPC`; undefined for other errors. */
export const systemCode = (error: unknown): string | undefined => {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
};

/** What went wrong, with its code in brackets, and what to do. Continues a sentence such as `Cannot read "x"`. */
export function explainError(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) return ` (${code}). ${messages.systemErrors[code] ?? (error as Error).message}`;
  return `: ${error instanceof Error ? error.message : String(error)}`;
}

/** Describes an unexpected failure of the system, the content or the program itself in a sentence. */
export function describeFailure(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) {
    const { path, syscall } = error as NodeJS.ErrnoException;
    const why = explainError(error);
    if (path === undefined && syscall === 'read') return messages.cannotReadInput(why);
    return path === undefined ? messages.systemFailed(why) : messages.cannotUse(path, why);
  }
  if (!(error instanceof Error)) return messages.commandFailed(String(error));
  if (error.constructor === Error) return error.message; // thrown on purpose, with a full sentence
  return messages.faultInTrivium(error.name, error.message);
}
