import * as messages from '#messages/cli.ts';

/** Loads a package that may be missing; undefined if it is not installed. */
export async function loadOptional<Library>(load: () => Promise<Library>): Promise<Library | undefined> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Says that an optional package is missing, and how to get it: the end of a sentence, and another one. */
export const missingPackage = (name: string): string => messages.missingPackage(name);
