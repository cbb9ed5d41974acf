import { beforeAll, expect, test } from 'vitest';
import { readLink } from '../../../src/core/link/read-link.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { base, fullWidth, makeLinks, pack, safeLink } from '../../support/link-texts.ts';
import { randomAnswers } from '../../support/random-answers.ts';

let links: string[];
beforeAll(async () => {
  links = await makeLinks();
});

test.each([
  ['full stop', (link: string) => `${link}.`],
  ['comma', (link: string) => `${link},`],
  ['brackets', (link: string) => `(${link})`],
  ['angle brackets', (link: string) => `<${link}>`],
  ['underscore', (link: string) => `_${link}_`],
  ['asterisks', (link: string) => `**${link}**`],
  ['tildes', (link: string) => `~~${link}~~`],
  ['quotes', (link: string) => `“${link}”`],
  ['spaces around', (link: string) => `  ${link} \n`],
  ['line break inside', (link: string) => `${link.slice(0, 90)}\n${link.slice(90)}`],
  ['line breaks of Windows', (link: string) => link.replace(/.{72}/g, '$&\r\n')],
  ['lines quoted in mail', (link: string) => `> ${link.replace(/.{72}/g, '$&\n> ')}`],
  ['soft line breaks of mail', (link: string) => link.replace(/.{72}/g, '$&=\r\n')],
  ['space inside', (link: string) => `${link.slice(0, 90)} ${link.slice(90)}`],
  ['percent-encoded once', (link: string) => encodeURIComponent(link)],
  ['percent-encoded twice', (link: string) => encodeURIComponent(encodeURIComponent(link))],
  [
    'every letter percent-encoded',
    (link: string) => [...link].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
  ],
  [
    'behind a mail gateway',
    (link: string) => `https://gate.example/?url=${encodeURIComponent(link)}&amp;data=05%7C01&reserved=0`,
  ],
  ['&amp; and a tracker', (link: string) => `${link}&amp;utm_source=mail`],
  ['words around', (link: string) => `Our report is at ${link} and more is to come.`],
  ['another # after it', (link: string) => `${link} (see issue #12)`],
  ['Markdown', (link: string) => `[our report](${link})`],
  ['HTML', (link: string) => `<a href="${link.replaceAll('&', '&amp;')}">our report</a>`],
  ['invisible marks', (link: string) => `\ufeff${link.slice(0, 80)}\u200b${link.slice(80)}\u00ad`],
  ['direction marks', (link: string) => `\u202a${link.slice(0, 80)}\u2066\u2069${link.slice(80)}\u202c`],
  ['variation selectors', (link: string) => `${link.slice(0, 80)}\ufe0f\u2062\u3164${link.slice(80)}`],
  ['&shy;', (link: string) => `${link.slice(0, 80)}&shy;${link.slice(80)}`],
  [
    '&#8203; and &#x200B;',
    (link: string) => `${link.slice(0, 80)}&#8203;${link.slice(80, 90)}&#x200B;${link.slice(90)}`,
  ],
  ['<wbr>', (link: string) => link.replaceAll(/.{30}/g, '$&<wbr>')],
  ['&#35; for "#"', (link: string) => link.replace('#', '&#35;')],
  ['full-width letters', fullWidth],
  ['a full-width "#"', (link: string) => link.replace('#', '＃')],
  ['a full-width "#", encoded', (link: string) => link.replace('#', encodeURIComponent('＃'))],
  ['hyphens that do not break', (link: string) => link.replaceAll('-', '‑')],
  ['dashes', (link: string) => link.replaceAll('-', '–')],
  ['minus signs and wide underscores', (link: string) => link.replaceAll('-', '−').replaceAll('_', '＿')],
  ['two hyphens corrected to a dash', (link: string) => link.replaceAll('--', '—')],
  ['escaped for Markdown', (link: string) => link.replaceAll(/[-_#]/g, '\\$&')],
  ['line separators', (link: string) => link.replace(/.{72}/g, '$&\u2028')],
  ['Outlook', (link: string) => safeLink(link)],
  ['Outlook, line-broken by mail', (link: string) => `<${safeLink(link).replace(/.{72}/g, '$&=\r\n')}>`],
  ['Outlook, opened and copied', (link: string) => decodeURIComponent(safeLink(link))],
  [
    'Teams',
    (link: string) =>
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=${encodeURIComponent(link)}&locale=en`,
  ],
  ['Slack', (link: string) => `<${link}|our report>`],
  [
    'Proofpoint 2',
    (link: string) =>
      `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(link.replaceAll('-', '%2D').replaceAll('_', '%5F')).replaceAll('%25', '%').replaceAll('%2F', '_').replaceAll('%', '-')}&d=DwMFaQ`,
  ],
  ['Proofpoint 3', (link: string) => `https://urldefense.com/v3/__${link.replace('#', '*')}__;Iw!!abc$`],
  ['"#" as a part of the path', (link: string) => link.replace('#', '%23')],
  ['no "#"', (link: string) => link.replace('#', '')],
  ['no "#", line-broken', (link: string) => link.replace('#', '').replace(/.{72}/g, '$&\n')],
  ['the fragment', (link: string) => link.slice(link.indexOf('#'))],
  ['the bare code', (link: string) => link.slice(link.indexOf('#') + 1)],
])('a link survives: %s', async (_, mangle) => {
  for (const link of links) {
    const read = await readLink(mangle(base + link), pack);
    expect(read).toEqual(await readLink(link, pack));
    expect(read.ok).toBe(true);
  }
});

test('a link survives with hyphens and underscores, whatever a program makes of them', async () => {
  const bodies = Array.from({ length: 400 }, (_, seed) => writeLink(randomAnswers(pack, seed), pack));
  const written = await Promise.all(bodies);
  const marked = written.filter((link) => /--/.test(link)).slice(0, 3);
  expect(marked).toHaveLength(3);
  for (const link of marked) {
    const expected = await readLink(link, pack);
    for (const changed of [link.replaceAll('-', '‑'), link.replaceAll('--', '–'), link.replaceAll(/[-_]/g, '\\$&')])
      expect(await readLink(base + changed, pack)).toEqual(expected);
  }
});
