import { expect, test } from 'vitest';
import { escapeAddress, escapeInline } from '../../../src/core/render/escape-markdown.ts';

test.each([
  ['A &#8238; gpj.exe', 'A \\&#8238; gpj.exe'],
  ['R&D', 'R\\&D'],
  ['see https://evil.example', 'see https\\://evil.example'],
  ['www.evil.example', 'www\\.evil.example'],
  ['WwW.evil.example', 'WwW\\.evil.example'],
  ['a@b.example', 'a\\@b.example'],
  ['at 10:30, v1.2', 'at 10:30, v1.2'],
  ['\u001b]0;pwn\u0007 \u001b[2J', ']0;pwn [2J'.replaceAll(/[[\]]/g, '\\$&')],
])('escapeInline(%j) makes it text in Markdown', (text, escaped) => {
  expect(escapeInline(text)).toBe(escaped);
});

test.each([
  ['https://example.org/a?b=1&c=2', '<https://example.org/a?b=1&c=2>'],
  ['https://example.org/&#8238;x', 'https\\://example.org/\\&#8238;x'],
  ['https://example.org/> [x](y)', 'https\\://example.org/\\> \\[x\\](y)'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('escapeAddress(%j) makes a link of a plain address only', (text, escaped) => {
  expect(escapeAddress(text)).toBe(escaped);
});
