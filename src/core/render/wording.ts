import type { VariableScore } from '../assessment/rating.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Report } from '../report/report.ts';
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

const noneKeys = {
  moves: { none: 'report.moves-none', tooLittle: 'report.moves-unknown' },
  signals: { none: 'report.signals-none', tooLittle: 'report.signals-unknown' },
} as const;

/** Why there is no move, or no raised signal: too little is known, or the answers give no reason. */
export const noneText = (t: Translate, what: 'moves' | 'signals', { diagnosis }: Pick<Report, 'diagnosis'>): string =>
  t(noneKeys[what][diagnosis.situation === 'not-enough-known' ? 'tooLittle' : 'none']);

/**
 * What stands out, in sentences: plain facts, then trouble that no signal explains; without what the diagnosis has said
 * already.
 */
export function troubleTexts({
  diagnosis,
  findings,
  unexplained,
}: Pick<Report, 'diagnosis' | 'findings' | 'unexplained'>): string[] {
  const said = new Set(diagnosis.parts.flatMap(({ role, from }) => (role === 'hurts' ? from : [])));
  return [
    ...findings.filter(({ item }) => !said.has(item)),
    ...unexplained.filter(({ symptom, practice }) => !(practice && said.has(symptom) && said.has(practice))),
  ].map(({ text }) => text);
}

/** How many disagreements are named in a sentence. */
const namedDisagreements = 3;

/** That no answer is missing; where several people answered, only that no question is open, and on what they are apart. */
export function nothingUnknownText(t: Translate, { agreement }: Pick<Report, 'agreement'>, pack: Pack): string {
  const apart = agreement?.talkFirst.slice(0, namedDisagreements) ?? [];
  if (!agreement) return t('report.unknown-none');
  if (apart.length === 0) return t('report.unknown-none-group');
  return t('report.unknown-apart', { items: apart.map(packIndex(pack).title).join(', ') });
}

/** What the known answers rest on, in one or two sentences; empty if no answer is known. */
export function basisText(t: Translate, { known, measured, shown, claimed, old }: Report['basis']): string {
  if (known === 0) return '';
  if (claimed === known) return t('report.basis-claimed', { count: known });
  const counts = { count: known, measured: t('report.basis-measured', { count: measured }), shown, claimed };
  return [t('report.basis', counts), old > 0 ? t('report.basis-old', { count: old }) : ''].filter(Boolean).join(' ');
}
