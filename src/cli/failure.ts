/** What system error codes mean, and what to do. Each text follows a statement of what failed. */
const systemErrors: Record<string, string> = {
  EACCES: 'You have no right to do that. Change the rights, or choose another place.',
  EBUSY: 'Another program is using it. Close that program, then try again.',
  EDQUOT: 'Your share of the disk is full. Free some space, or choose another place.',
  EIO: 'The disk reports an error. Check it, or choose another place.',
  EISDIR: 'It is a folder. Name a file.',
  ELOOP: 'It is a link that leads to itself. Name the file itself.',
  EMFILE: 'Too many files are open. Close some programs, then try again.',
  ENAMETOOLONG: 'The name is too long. Choose a shorter one.',
  ENOENT: 'There is no such file or folder. Name one that exists.',
  ENOSPC: 'The disk is full. Free some space, or choose another place.',
  ENOTDIR: 'It is a file, or would lie in one. Name a folder.',
  EPERM: 'You have no right to do that. Change the rights, or choose another place.',
  EROFS: 'That disk is read-only. Choose another place.',
};

/** The code of a system error, for example `ENOSPC`; undefined for other errors. */
export const systemCode = (error: unknown): string | undefined => {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
};

/** What went wrong, with its code in brackets, and what to do. Continues a sentence such as `Cannot read "x"`. */
export function explainError(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) return ` (${code}). ${systemErrors[code] ?? (error as Error).message}`;
  return `: ${error instanceof Error ? error.message : String(error)}`;
}

/** Describes an unexpected failure of the system, the content or the program itself in a sentence. */
export function describeFailure(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) {
    const { path, syscall } = error as NodeJS.ErrnoException;
    const isWriting = syscall === 'write';
    const place = path === undefined ? `standard ${isWriting ? 'output' : 'input'}` : `"${path}"`;
    return `Cannot ${isWriting ? 'write to' : 'use'} ${place}${explainError(error)}`;
  }
  if (!(error instanceof Error)) return `The command failed: ${String(error)}`;
  if (error.constructor === Error) return error.message; // thrown on purpose, with a full sentence
  return `A fault in Trivium stopped the command (${error.name}: ${error.message}). Please report it, with the command.`;
}
