import type { VariableScore } from '../assessment/rating.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Move } from '../report/plan.ts';
import type { Report } from '../report/report.ts';
import { joinNames } from '../text/format.ts';
import { isolate } from '../text/isolate.ts';
import type { Translate } from '../text/translate.ts';

/** The sentences of exported texts, and how they write a day. */
export interface Wording {
  t: Translate;
  /** Formats a day for people; returns anything else unchanged. */
  day(date: string): string;
}

/** The word of a V, "leaning" to it where an answer could still change it. */
export const ratingText = (
  t: Translate,
  { word, leaning }: Pick<VariableScore, 'word' | 'leaning'>,
  text = t(`report.word-${word}`),
): string => (leaning ? t('report.leaning', { word: text }) : text);

/** The word of a V with its exceptions. */
export function wordText(t: Translate, score: VariableScore, titleOf: (item: string) => string): string {
  const items = score.except.map(titleOf).join(', ');
  return ratingText(t, score, items ? t('report.word-strong-except', { items }) : undefined);
}

/** Names signals with how sure each is, as "Alert fatigue (likely)", after one another; empty if there are none. */
export const signalsText = (
  t: Translate,
  ids: readonly string[],
  { signals }: Pick<Report, 'signals'>,
  pack: Pack,
): string =>
  signals
    .filter(({ id }) => ids.includes(id))
    .map(({ id, status }) => `${packIndex(pack).signalTitle(id)} (${t(`report.status-${status}`)})`)
    .join(', ');

/** What a move eases and what waits for it, in words; empty if nothing does. */
export function easesText(
  t: Translate,
  { eases, neededBy }: Pick<Move, 'eases' | 'neededBy'>,
  report: Pick<Report, 'signals'>,
  pack: Pack,
): string {
  const waiting = neededBy.map(packIndex(pack).title).join(', ');
  return [
    eases.length > 0 ? t('report.eases', { signals: signalsText(t, eases, report, pack) }) : '',
    waiting ? t('report.waits', { practices: waiting }) : '',
  ]
    .filter(Boolean)
    .join('; ');
}

const noneKeys = {
  moves: { none: 'report.moves-none', tooLittle: 'report.moves-unknown' },
  signals: { none: 'report.signals-none', tooLittle: 'report.signals-unknown' },
} as const;

/** Why there is no move, or no raised signal: too little is known, or the answers give no reason. */
export const noneText = (t: Translate, what: 'moves' | 'signals', { diagnosis }: Pick<Report, 'diagnosis'>): string =>
  t(noneKeys[what][diagnosis.situation === 'not-enough-known' ? 'tooLittle' : 'none']);

/** What stands out, in sentences: plain facts, then trouble that no signal explains. */
export const troubleTexts = ({ findings, unexplained }: Pick<Report, 'findings' | 'unexplained'>): string[] =>
  [...findings, ...unexplained].map(({ text }) => text);

/** How many disagreements are named in a sentence. */
const namedDisagreements = 3;

/** That no answer is missing; where several people answered, only that no question is open, and on what they are apart. */
export function nothingUnknownText(t: Translate, { agreement }: Pick<Report, 'agreement'>, pack: Pack): string {
  const apart = agreement?.talkFirst.slice(0, namedDisagreements) ?? [];
  if (!agreement) return t('report.unknown-none');
  if (apart.length === 0) return t('report.unknown-none-group');
  return t('report.unknown-apart', { items: joinNames(apart.map(packIndex(pack).title)) });
}

/** What the known answers rest on, in one or two sentences; empty if no answer is known. */
export function basisText(t: Translate, { known, measured, shown, claimed, old }: Report['basis']): string {
  if (known === 0) return '';
  if (claimed === known) return t('report.basis-claimed', { count: known });
  const counts = { count: known, measured: t('report.basis-measured', { count: measured }), shown, claimed };
  return [t('report.basis', counts), old > 0 ? t('report.basis-old', { count: old }) : ''].filter(Boolean).join(' ');
}

/** What a diagnosis says beyond its headline: one line per part, which begins with what the part is about. */
export const diagnosisLines = (t: Translate, { diagnosis }: Pick<Report, 'diagnosis'>): string[] =>
  diagnosis.parts
    .filter(({ inHeadline }) => !inHeadline)
    .map(({ role, text }) => t('report.labelled', { label: t(`diagnosis.${role}`), text }));

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
