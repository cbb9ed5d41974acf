import { valueAt } from '../model/problem.ts';
import type { OverlayChange, SourceFile } from '../model/source-file.ts';
import { changedKeys, merge, type Place, placeIn } from './merge.ts';

/** The text of an entry that is not the study's, all of it marked as ours unless it marks its parts itself. */
function markedBody(body: NonNullable<SourceFile['body']>): NonNullable<SourceFile['body']> {
  if (/<(Ours|Cite)\b/.test(body.text)) return body;
  return { text: `<Ours>\n\n${body.text.trimEnd()}\n\n</Ours>\n`, line: body.line - 2 };
}

/** A file of the overlay alone: one that it adds, or that replaces an official file as a whole. */
export function overlayOnlyFile(overlay: SourceFile, folder: string, isAdded: boolean): SourceFile {
  return {
    ...overlay,
    ...(overlay.body ? { body: markedBody(overlay.body) } : {}),
    shownAs: () => `${folder}/${overlay.path}`,
    overlaid: () => (isAdded ? 'added' : ['text']),
  };
}

/** The text of an entry: that of the overlay, if it has any. */
const laidBody = (base: SourceFile, overlay: SourceFile): Pick<SourceFile, 'body'> => {
  const body = overlay.body?.text.trim() ? overlay.body : base.body;
  return body ? { body } : {};
};

/** The fields of a file that differ, with its text if it has another. */
function changeOf(base: SourceFile, overlay: SourceFile): OverlayChange {
  const keys = changedKeys(base.data, overlay.data);
  return overlay.body?.text.trim() && overlay.body.text !== base.body?.text ? [...keys, 'text'] : keys;
}

/** What the overlay did to a record in a list of the file. */
function recordChange(base: SourceFile, overlay: SourceFile, data: unknown, place: Place): OverlayChange | undefined {
  const recordPlace = place.slice(0, -1);
  const inOverlay = placeIn(overlay.data, data, recordPlace);
  if (inOverlay.length < recordPlace.length) return undefined;
  const inBase = placeIn(base.data, data, recordPlace);
  if (inBase.length < recordPlace.length) return 'added';
  const keys = changedKeys(valueAt(base.data, inBase), valueAt(overlay.data, inOverlay));
  return keys.length > 0 ? keys : undefined;
}

/** A file of both, the overlay's laid over the official one. Problems are shown in the file that holds their place. */
export function mergedFile(base: SourceFile, overlay: SourceFile, folder: string): SourceFile {
  const data = merge(base.data, overlay.data);
  const holderOf = (place: Place): { file: SourceFile; path: string; place: Place } => {
    const [inOverlay, inBase] = [placeIn(overlay.data, data, place), placeIn(base.data, data, place)];
    return inBase.length > inOverlay.length
      ? { file: base, path: `content/${base.path}`, place: inBase }
      : { file: overlay, path: `${folder}/${overlay.path}`, place: inOverlay };
  };
  return {
    path: base.path,
    data,
    ...laidBody(base, overlay),
    lineOf: (place) => {
      const holder = holderOf(place);
      return holder.file.lineOf(holder.place);
    },
    shownAs: (place) => holderOf(place).path,
    overlaid: (place) => (place.length === 0 ? changeOf(base, overlay) : recordChange(base, overlay, data, place)),
  };
}
