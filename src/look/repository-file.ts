/** A text file of a repository. */
export interface RepositoryFile {
  /** Its path from the root, with forward slashes. */
  path: string;
  text: string;
}
