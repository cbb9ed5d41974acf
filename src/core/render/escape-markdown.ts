import { isolate } from '../text/isolate.ts';

/** Where GitHub's Markdown makes a link of an address without any mark. */
const bareAddress = /:(?=\/\/)|(?<=www)\.|@/gi;

/**
 * Makes a person's text safe within a line of Markdown: line breaks end lists, marks can make links or pictures, and
 * names of letters such as "&#8238;" can turn the text round, and control characters steer a terminal.
 */
export const escapeInline = (text: string): string =>
  isolate(
    text
      .replace(/\s+/g, ' ')
      .replace(/\p{Cc}/gu, '')
      .replace(/[\\`*_[\]<>!|~&]/g, '\\$&')
      .replace(bareAddress, '\\$&'),
  );

/** A person's address as a link of Markdown; as text if it is no plain address of the web. */
export const escapeAddress = (address: string): string =>
  /^https?:\/\/[!-;=?-~]+$/i.test(address) && !/&#?\w+;/.test(address) ? `<${address}>` : escapeInline(address);

/** Like `escapeInline`, for a text that begins a line, where it could also make a heading, a list or a rule. */
export const escapeLine = (text: string): string =>
  escapeInline(text)
    .replace(/^ ?[#+=-]/, (mark) => mark.replace(/\S/, '\\$&'))
    .replace(/^( ?\d+)(?=[.)])/, '$1\\');
