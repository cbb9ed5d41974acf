/** Loads a package that may be missing; undefined if it is not installed. */
export async function loadOptional<Library>(load: () => Promise<Library>): Promise<Library | undefined> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
