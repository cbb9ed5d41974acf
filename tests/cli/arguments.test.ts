import { expect, test } from 'vitest';
import { namesHelp } from '#messages/cli.ts';
import { namesOption, readCall } from '../../src/cli/arguments.ts';
import { runTrivium } from '../support/cli.ts';

const options = { names: namesOption('none'), out: 'string', notes: 'boolean' } as const;
const read = (...args: string[]) => readCall(args, options);

test('readCall(args) gives choices their defaults, and leaves out switches and texts that are missing', () => {
  expect(read('a.json')).toEqual({
    ok: true,
    value: { help: false, positionals: ['a.json'], options: { names: 'none' } },
  });
});

test.each([
  { args: ['--names'], names: 'given', positionals: [] },
  { args: ['--names', 'a.json'], names: 'given', positionals: ['a.json'] },
  { args: ['a.json', '--names', '--notes'], names: 'given', positionals: ['a.json'] },
  { args: ['--names', 'none', 'a.json'], names: 'none', positionals: ['a.json'] },
  { args: ['--names=none'], names: 'none', positionals: [] },
  { args: ['--', '--names'], names: 'none', positionals: ['--names'] },
])('readCall($args) reads --names with and without a value', ({ args, names, positionals }) => {
  expect(read(...args)).toMatchObject({ ok: true, value: { positionals, options: { names } } });
});

test('readCall(args) refuses other values and unknown options with a sentence', () => {
  expect(read('--names=some')).toEqual({ ok: false, problems: ['--names is "some"; possible: given, none.'] });
  expect(read('--out')).toMatchObject({ ok: false, problems: [expect.stringContaining('--help')] });
  expect(read('--colour')).toMatchObject({ ok: false, problems: [expect.stringContaining("'--colour'")] });
});

test('an empty argument, as from a variable that is not set, is refused, and so is an --out that names no place', () => {
  expect(read('')).toEqual({ ok: false, problems: [expect.stringContaining('An argument is empty.')] });
  expect(read('in', '--out', '-')).toEqual({ ok: false, problems: [expect.stringContaining('"-" is none')] });
  expect(read('in', '--out', './-')).toMatchObject({ ok: true, value: { options: { out: './-' } } });
  const problem = `Option '--out' argument is ambiguous. "--help" lists what there is.`;
  expect(read('in', '--out', '--depth', 'full')).toEqual({ ok: false, problems: [problem] });
});

test('--names has the same help in every command that takes it, apart from the default', async () => {
  const withoutDefault = (text: string) => text.replace(' (default)', '');
  expect(withoutDefault(namesHelp('given'))).toBe(withoutDefault(namesHelp('none')));
  expect((await runTrivium(['link', '--help'])).out).toContain(namesHelp('none'));
  expect((await runTrivium(['rollup', '--help'])).out).toContain(namesHelp('given'));
});

test.each([
  'score',
  'compare',
  'merge',
  'rollup',
  'link',
  'open',
  'questions',
  'search',
  'check',
])('%s prints its help and refuses unknown options', async (name) => {
  const help = await runTrivium([name, '--help']);
  expect(help).toMatchObject({ status: 0, err: '', out: expect.stringMatching(new RegExp(`^trivium ${name}\\b`)) });
  expect(await runTrivium([name, '-h'])).toEqual(help);
  expect(await runTrivium([name, '--colour'])).toEqual({
    status: 2,
    out: '',
    err: `Unknown option '--colour'. "--help" lists what there is.\n`,
  });
});
