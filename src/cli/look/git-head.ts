import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { utcDay } from '../../i18n/dates.ts';
import type { HeadCommit } from '../../look/look-proposals.ts';

// Reads the commit of HEAD from the files of git. Git itself is not run: the configuration of a repository can make it
// run programs.

/** Most bytes of a file of git that are read as a whole, other than the index of a pack. */
const largestGitFile = 67_108_864;

/** The bytes of a file; undefined if there is none, if it is larger, or if it is a pipe or device, which may never end. */
const readFile = (file: string): Buffer | undefined => {
  try {
    const stats = statSync(file);
    return stats.isFile() && stats.size <= largestGitFile ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
};
/** Whether there is a file, and no pipe or device. */
const isRegularFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
const isCommitId = (text: string | undefined): text is string => /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(text ?? '');

/** The id of the commit at HEAD; undefined without commits. */
function headId(git: string): string | undefined {
  const head = readFile(path.join(git, 'HEAD'))?.toString('utf8').trim();
  const ref = /^ref: (refs\/[^\0]+)$/.exec(head ?? '')?.[1];
  if (ref === undefined || ref.split('/').includes('..')) return isCommitId(head) ? head : undefined;
  const packedRefs = readFile(path.join(git, 'packed-refs'))?.toString('utf8').split('\n') ?? [];
  const id =
    readFile(path.join(git, ref))?.toString('utf8').trim() ??
    packedRefs.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0];
  return isCommitId(id) ? id : undefined;
}

/** The most bytes of a pack that are read for a commit: packs may be larger than the memory, and commits are small. */
const longestCommit = 65_536;

/** Inflates an object; bytes after its end do not matter. Undefined if there is none, or if it is cut off. */
const inflate = (bytes: Buffer | undefined): string | undefined => {
  try {
    return bytes && inflateSync(bytes, { maxOutputLength: 10_000_000 }).toString('utf8');
  } catch {
    return undefined;
  }
};

/** Where an object starts in a pack, by the pack's index of version 2; undefined if it is not in there. */
function offsetIn(index: Buffer, id: string): number | undefined {
  if (index.readUInt32BE(0) !== 0xff744f63 || id.length !== 40) return undefined;
  const idBytes = Buffer.from(id, 'hex');
  const fan = (byte: number) => (byte < 0 ? 0 : index.readUInt32BE(8 + byte * 4));
  const [from, last, count] = [fan((idBytes[0] ?? 0) - 1), fan(idBytes[0] ?? 0), fan(255)];
  const to = Math.min(last, Math.floor((index.length - 1032) / 20)); // a damaged index may promise more
  for (let position = from; position < to; position += 1) {
    const name = 1032 + position * 20;
    if (idBytes.equals(index.subarray(name, name + 20))) {
      const offset = index.readUInt32BE(1032 + count * 24 + position * 4);
      return offset < 0x80000000 ? offset : undefined;
    }
  }
  return undefined;
}

/** The bytes of a pack from an offset, as many as a commit may take. */
function bytesAt(file: string, offset: number): Buffer {
  const bytes = Buffer.alloc(longestCommit);
  const descriptor = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(descriptor, bytes, 0, longestCommit, offset));
  } finally {
    closeSync(descriptor);
  }
}

/** The text of the commit that an object of a pack begins; undefined if it is stored as a difference. */
function commitIn(object: Buffer): string | undefined {
  let start = 0;
  if ((((object[start] ?? 0) >> 4) & 7) !== 1) return undefined;
  while ((object[start] ?? 0) & 0x80) start += 1;
  return inflate(object.subarray(start + 1));
}

function packedCommit(git: string, id: string): string | undefined {
  const folder = path.join(git, 'objects', 'pack');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.idx'))
    .sort();
  for (const name of names) {
    const [index, pack] = [path.join(folder, name), path.join(folder, name.replace(/idx$/, 'pack'))];
    if (!isRegularFile(index) || !isRegularFile(pack)) continue;
    const offset = offsetIn(readFileSync(index), id);
    if (offset !== undefined) return commitIn(bytesAt(pack, offset));
  }
  return undefined;
}

/**
 * The commit that a repository is at, and the day of that commit in UTC. Both are absent without commits, or if the
 * folder is not the root of a repository; the day also if git stores the commit as a difference to another.
 */
export function headCommit(folder: string): HeadCommit {
  const git = path.join(folder, '.git');
  const commit = headId(git);
  if (commit === undefined) return {};
  try {
    const loose = inflate(readFile(path.join(git, 'objects', commit.slice(0, 2), commit.slice(2))));
    const text = loose ?? packedCommit(git, commit);
    const seconds = /^committer .*> (\d{1,11}) [+-]\d{4}$/m.exec(text ?? '')?.[1];
    return seconds === undefined ? { commit } : { date: utcDay(Number(seconds) * 1000), commit };
  } catch {
    return { commit };
  }
}
