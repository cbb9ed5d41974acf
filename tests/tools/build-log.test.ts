import { expect, test } from 'vitest';
import { buildLog } from '../../tools/astro/build-log.mjs';

/** What is written for messages of Astro, each with its level. */
function written(...events: { level: string; message: string }[]) {
  const texts = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    write: (text: string) => {
      texts[name] += text;
      return true;
    },
  });
  const log = buildLog(stream('out'), stream('err'));
  for (const event of events) log.write(event);
  return texts;
}
const info = (message: string) => ({ level: 'info', message });

test('a build says its steps in a few lines, however many pages it writes', () => {
  const pages = Array.from({ length: 300 }, (_, index) =>
    info(`  \u001b[34m├─\u001b[39m /entries/entry-${index}/index.html`),
  );
  const steps = [
    info('Collecting build info...'),
    info('Building static entrypoints...'),
    info('\n\u001b[42m generating static routes \u001b[49m'),
    ...pages,
    info('300 page(s) built in 12.3s'),
  ];
  expect(written(...steps)).toEqual({
    out: 'Reading the content ...\nBundling the code ...\nWriting the pages ...\nWrote 300 pages in 12.3s.\n',
    err: '',
  });
});

test('warnings and errors of a build are never left out', () => {
  const texts = written(
    { level: 'warn', message: 'A route is built twice.' },
    { level: 'error', message: 'No such file.' },
  );
  expect(texts).toEqual({ out: '', err: 'A route is built twice.\nNo such file.\n' });
});
