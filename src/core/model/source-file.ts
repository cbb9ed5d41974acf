/** What an overlay did to a record: added it, or changed these fields. */
export type OverlayChange = 'added' | readonly string[];

/** A parsed file of content/. */
export interface SourceFile {
  /** Path inside content/, with forward slashes: `study/claims/2022/4.2.yaml`. */
  path: string;
  data: unknown;
  /** The text below the front matter, if the file has one, and its first line. */
  body?: { text: string; line: number };
  /** The line of a place in the data. */
  lineOf(place: readonly PropertyKey[]): number | undefined;
  /** The file that holds a place, as a person knows it; absent if that is the one below content/. */
  shownAs?(place: readonly PropertyKey[]): string;
  /** What an overlay did to the record at a place; absent if no overlay touches the file. */
  overlaid?(place: readonly PropertyKey[]): OverlayChange | undefined;
}

/** The path of a file as a person knows it, for a place in it. */
export const shownPath = (file: SourceFile, place: readonly PropertyKey[] = []): string =>
  file.shownAs?.(place) ?? `content/${file.path}`;
