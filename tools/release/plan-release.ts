/** What a release changes. */
export interface VersionPlan {
  tag: string;
  /** The text of the tag: its title, and what the changelog says of this version. */
  tagText: string;
  /** The new texts of files, by path. */
  files: Map<string, string>;
}

/** Who asks for a release, and of what. */
export interface ReleaseRequest {
  version: string;
  /** The day of the release, as year-month-day. */
  date: string;
  /** The text of a file of the project. */
  read(file: string): string;
}

const versionPattern = /^(\d+)\.(\d+)\.(\d+)$/;
const heading = '## Unreleased';

/** Whether a version comes after another. Both are three numbers. */
function isLater(version: string, before: string): boolean {
  const [a, b] = [version, before].map((each) => each.split('.').map(Number));
  const index = (a ?? []).findIndex((part, position) => part !== b?.[position]);
  return index >= 0 && (a?.[index] ?? 0) > (b?.[index] ?? 0);
}

/** What the changelog says of the next version; empty if nothing. */
function unreleasedChanges(changelog: string): string {
  const [, after = ''] = changelog.split(`${heading}\n`);
  return (after.split(/^## /m)[0] ?? '').trim();
}

/** Replaces what a pattern finds. Throws if it finds nothing, so that no file keeps the version before. */
function replaceIn(file: string, text: string, pattern: RegExp, value: string): string {
  if (!pattern.test(text)) throw new Error(`${file} has no place for "${value}". It should match ${pattern}.`);
  return text.replace(pattern, () => value);
}

/** How each file changes: what it says of the version, and with what that is replaced. */
const edits = ({ version, date }: ReleaseRequest, before: string): [file: string, pattern: RegExp, value: string][] => {
  const old = before.replaceAll('.', '\\.');
  return [
    ['package.json', new RegExp(`"version": "${old}"`), `"version": "${version}"`],
    ['package-lock.json', new RegExp(`"version": "${old}"`), `"version": "${version}"`],
    [
      'package-lock.json',
      new RegExp(`(?<=^ {4}"": \\{\\s+"name": "trivium",\\s+)"version": "${old}"`, 'm'),
      `"version": "${version}"`,
    ],
    ['CITATION.cff', /^version: .+$/m, `version: ${version}`],
    ['CITATION.cff', /^date-released: .+$/m, `date-released: ${date}`],
    ['CHANGELOG.md', /^## Unreleased$/m, `${heading}\n\n## ${version} (${date})`],
    ['docs/library.md', new RegExp(`trivium-${old}\\.tgz`, 'g'), `trivium-${version}.tgz`],
  ];
};

/** Why a version cannot be released; undefined if it can. */
function versionProblem({ version, read }: ReleaseRequest, before: string): string | undefined {
  if (!versionPattern.test(version)) return `"${version}" is not a version. Give three numbers, such as 1.2.0.`;
  if (!isLater(version, before)) return `Version ${version} does not come after ${before}. Give a later one.`;
  if (unreleasedChanges(read('CHANGELOG.md')) !== '') return undefined;
  return `CHANGELOG.md says nothing below "${heading}". Write what has changed for those who use Trivium.`;
}

/** Plans a release. Throws a sentence if it cannot be made. */
export function planRelease(request: ReleaseRequest): VersionPlan {
  const { version, read } = request;
  const before: string = JSON.parse(read('package.json')).version;
  const problem = versionProblem(request, before);
  if (problem !== undefined) throw new Error(problem);
  const files = new Map<string, string>();
  for (const [file, pattern, value] of edits(request, before))
    files.set(file, replaceIn(file, files.get(file) ?? read(file), pattern, value));
  const changes = unreleasedChanges(read('CHANGELOG.md')).replaceAll(/^#+ /gm, '');
  return { tag: `v${version}`, tagText: `Trivium ${version}\n\n${changes}\n`, files };
}
