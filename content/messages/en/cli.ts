// What every command says.

/** What system error codes mean, and what to do. Each text follows a statement of what failed. */
export const systemErrors: Readonly<Record<string, string>> = {
  EACCES: 'You do not have permission to do that. Change the permissions, or choose another place.',
  EBUSY: 'Another program is using it. Close that program, then try again.',
  EDQUOT: 'Your disk quota is used up. Free some space, or choose another place.',
  EIO: 'The disk reports an error. Check it, or choose another place.',
  EISDIR: 'It is a folder. Name a file.',
  ELOOP: 'It is a link that leads to itself. Name the file itself.',
  EMFILE: 'Too many files are open. Close some programs, then try again.',
  ENAMETOOLONG: 'The name is too long. Choose a shorter one.',
  ENOENT: 'There is no such file or folder. Name one that exists.',
  ENOSPC: 'The disk is full. Free some space, or choose another place.',
  ENOTDIR: 'It is a file, or is inside one. Name a folder.',
  EPERM: 'You do not have permission to do that. Change the permissions, or choose another place.',
  EROFS: 'That disk is read-only. Choose another place.',
};

export const cannotUse = (path: string, why: string): string => `Cannot use "${path}"${why}`;
export const cannotReadInput = (why: string): string => `Cannot use standard input${why}`;
export const cannotWriteOutput = (why: string): string => `Cannot write to standard output${why}`;
export const systemFailed = (why: string): string => `The system refused something that the command needs${why}`;
export const commandFailed = (error: string): string => `The command failed: ${error}`;
export const faultInTrivium = (name: string, message: string): string =>
  `A fault in Trivium stopped the command (${name}: ${message}). Please report it, with the command.`;

/** Describes the exit statuses of a command. @param problems what status 1 means, if the command has it */
export const exitStatus = (problems?: string): string =>
  `Exit status: 0 done${problems === undefined ? '' : `, 1 done, but ${problems}`}, 2 wrong call or input, 3 it could not be done.`;

/** The lines about `--names`. */
export function namesHelp(fallback: 'given' | 'none'): string {
  const suffix = (value: string) => (value === fallback ? ' (default)' : '');
  return [
    `  --names given   with the names of systems and people; "--names" alone means the same${suffix('given')}`,
    `  --names none    without any of these names${suffix('none')}`,
  ].join('\n');
}

export const badCall = (problem: string): string => `${problem}. "--help" lists what there is.`;
export const emptyArgument =
  'An argument is empty. Name a file or folder, or leave it out. "--help" lists what there is.';
export const noStreamOut = '--out needs a file or folder; "-" is none. Write ./- if that is its name.';
export const notAChoice = (name: string, value: string, possible: string): string =>
  `--${name} is "${value}"; possible: ${possible}.`;
export const tooLong = (limit: number): string =>
  `It has more than ${limit} bytes; at most that many are read. Use a file that Trivium wrote.`;
export const missingPackage = (name: string): string =>
  `the package ${name} is not installed. "npm install ${name}" in the same folder installs it, if it exists for your system.`;
/** Whether a problem is that an id does not exist. */
export const unknownIdPattern = /: There is no (question|practice|signal) /;
export const idHint = '"trivium questions" lists every id.';
export const fileRefused = (file: string, why: string): string => `Cannot read "${file}". ${why}`;
export const cannotRead = (file: string, why: string): string => `Cannot read "${file}"${why}`;
export const linkGiven = (link: string): string =>
  `"${link}" is a link, and a file is needed. "trivium open <link> > answers.json" makes one.`;
export const notRead = 'cannot be read';
export const help = `trivium: the assessment and the knowledge base on the command line

  trivium score <file>    make the report of an answers file
  trivium compare <a> <b> compare two assessments of one system
  trivium merge <file>... set several people's answers side by side
  trivium rollup <folder> roll up the answers of many teams
  trivium reliability <folder> how well each question measures, from a pilot
  trivium link <file>     print a private link to that report
  trivium open <link>     print the answers that a link holds
  trivium look <folder>   find traces in a repository of what the questions ask about
  trivium propose --check <file>
                          say what is wrong with a proposals file
  trivium questions       print the questions and every number of the assessment
  trivium search "words"  find entries of the knowledge base
  trivium dataset <folder> write all data of the knowledge base for research
  trivium mcp             serve all this to an assistant (Model Context Protocol)
  trivium check           list what is wrong in content/

Every command ends with 0 if it is done, 1 if it is done but something in the input was wrong, 2 if the call or its input
is wrong, and 3 if it could not be done; a sentence on standard error says why.

"trivium <command> --help" tells more; "trivium --version" prints the version. Through npm: npm run -s trivium -- score answers.json
`;
export const noCommand = (name: string, commands: string): string =>
  `There is no command "${name}". There are: ${commands}.`;
