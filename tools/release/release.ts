// Releases a version: npm run release -- 1.2.0
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { planRelease, type VersionPlan } from './plan-release.ts';

const help = `npm run release -- <version> [--write]

Says what a release changes: the version in every file that names it, the heading of the changelog, and a tag. With --write
it makes these changes in a commit of their own and sets the tag; nothing is sent anywhere. Run npm test before.
`;

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' });
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Why the repository is not ready for a release; undefined if it is. */
function repositoryProblem(tag: string): string | undefined {
  const uncommitted = git('status', '--porcelain').trim();
  if (uncommitted !== '')
    return `These files have changes that no commit holds. Commit or remove them:\n${uncommitted}`;
  if (git('tag', '--list', tag).trim() !== '') return `The tag ${tag} exists already. Choose a later version.`;
  return undefined;
}

/** Writes the files, commits them and sets the tag. */
function writeRelease({ tag, tagText, files }: VersionPlan): void {
  for (const [file, text] of files) writeFileSync(file, text);
  git('add', '--', ...files.keys());
  git('commit', '--quiet', '--message', `Release ${tag.slice(1)}`);
  git('tag', '--annotate', tag, '--cleanup=verbatim', '--message', tagText);
  say(`Committed and tagged ${tag}. To publish it: git push --follow-tags`);
}

/** Plans a release, and makes it if the call says so. Returns the exit status. */
function main(args: readonly string[]): number {
  const [version, ...more] = args.filter((arg) => arg !== '--write');
  if (version === undefined || version === '--help' || more.length > 0) {
    say(help);
    return version === '--help' ? 0 : 2;
  }
  const date = new Date().toISOString().slice(0, 10);
  const release = planRelease({ version, date, read: (file) => readFileSync(file, 'utf8') });
  const problem = repositoryProblem(release.tag);
  if (problem !== undefined) throw new Error(problem);
  if (args.includes('--write')) writeRelease(release);
  else
    say(
      `This would change ${[...release.files.keys()].join(', ')}, commit them, and set the tag ${release.tag}:\n\n${release.tagText}\nNothing was changed. Add --write to do it.`,
    );
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
