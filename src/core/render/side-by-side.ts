import type { Context } from '../answers/answers.ts';
import type { Change, Comparison, ItemChange } from '../assessment/compare.ts';
import { notComparedGroups, promisesOf } from '../assessment/comparison-groups.ts';
import type { Merge, MergedItem, Response } from '../assessment/respondents.ts';
import { formatPoints } from '../assessment/score.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { formatAnswerNumber, joinNames } from '../text/format.ts';
import { formatFixed } from '../text/numbers.ts';
import type { Translate } from '../text/translate.ts';
import { changeText, levelsText, symptomsSentence } from './change-texts.ts';
import { escapeInline } from './escape-markdown.ts';
import { promiseLines, promisesHeading } from './promise-texts.ts';

/** Stands for a missing value. */
const dash = '–';

/** A second-level heading and its lines; nothing if there are no lines. */
const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines];

function changeTable(changes: readonly ItemChange[], pack: Pack, t: Translate): string[] {
  const rows = changes.map((change) => {
    const { item, before, now } = change;
    const cells = [
      packIndex(pack).title(item),
      formatAnswerNumber(before),
      formatAnswerNumber(now),
      changeText(change, t),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return rows.length === 0 ? [] : [t('side-markdown.change-head'), '| --- | ---: | ---: | --- |', ...rows];
}

/** The change of one V, as a table row. */
function variableRow(change: Comparison['variables'][number], pack: Pack, t: Translate): string {
  const points = (value: number | null) => (value === null ? dash : formatPoints(value));
  const cells = [
    packIndex(pack).variableName(change.id),
    points(change.before),
    points(change.now),
    levelsText(change.sum, t),
    formatFixed(change.threshold, 1),
    change.known,
    t(`side-markdown.${change.change}`),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Questions that are not compared, and why. */
function notCompared(comparison: Comparison, pack: Pack, t: Translate): string[] {
  const { title } = packIndex(pack);
  return notComparedGroups(comparison).map(
    ({ reason, ids }) => `- ${t(`side-markdown.${reason}`, { items: ids.map(title).join(', ') })}`,
  );
}

/** What became of the moves that the team had decided to do; nothing if there were none. */
function promiseSection(comparison: Comparison, context: Context, pack: Pack, t: Translate): string[] {
  const promises = promisesOf(comparison);
  if (!promises) return [];
  const wording = { t, day: (date: string) => date };
  return section(promisesHeading(promises, wording), promiseLines(promises, context, pack, wording));
}

/**
 * Writes a comparison as Markdown. Answers are numbered from 1, the lowest of the five.
 * @param context that of the later assessment, which decides the words for moves
 */
export function renderComparison(comparison: Comparison, pack: Pack, t: Translate, context: Context = {}): string {
  const { before, now, total, variables, practices, symptoms, symptomsKnown } = comparison;
  const totalText = ({ change, known: count }: Change) =>
    t('side-markdown.total', { change: t(`side-markdown.${change}`), known: t('side-markdown.known', { count }) });
  const lines = [
    `# ${t('compare.between', {
      system: escapeInline(now.system) || t('side.unnamed'),
      before: before.date ?? t('side.undated'),
      now: now.date ?? t('side.undated'),
    })}`,
    '',
    [totalText(total), symptomsSentence(symptoms, symptomsKnown, t)].filter(Boolean).join(' '),
    '',
    t('side-markdown.variable-head'),
    '| --- | ---: | ---: | --- | ---: | ---: | --- |',
    ...variables.map((change) => variableRow(change, pack, t)),
    '',
    t('side-markdown.common-only'),
    ...section(
      t('side-markdown.practices'),
      practices.length === 0 ? [t('side-markdown.none')] : changeTable(practices, pack, t),
    ),
    ...section(t('side-markdown.symptoms'), changeTable(symptoms, pack, t)),
    ...promiseSection(comparison, context, pack, t),
    ...section(t('side-markdown.not-compared'), notCompared(comparison, pack, t)),
    '',
  ];
  return lines.join('\n');
}

const responseText = ({ level, state }: Response): string =>
  level !== null ? formatAnswerNumber(level) : { dk: '?', na: 'n/a', unanswered: dash, level: '' }[state];

/** One question with everybody's answers, as a table row. */
function itemRow(item: MergedItem, pack: Pack, t: Translate): string {
  const numberOf = (level: number | null) => (level === null ? dash : formatAnswerNumber(level));
  const remarks = [item.conflict ? t('side-markdown.some-only') : '', item.talk ? t('side-markdown.talk') : ''].filter(
    Boolean,
  );
  const cells = [
    packIndex(pack).title(item.item),
    item.dots.map(responseText).join(' '),
    numberOf(item.value),
    t('report.band-range', { low: numberOf(item.min), high: numberOf(item.max) }),
    item.n,
    item.disagreement === null ? dash : formatFixed(item.disagreement, 1),
    remarks.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A respondent's number, with name and role if known. */
function respondentText({ respondents }: Merge, index: number): string {
  const { name, role } = respondents[index] ?? { name: null, role: null };
  const details = [name, role].flatMap((text) => (text ? escapeInline(text) : [])).join(', ');
  return `${index + 1}${details ? ` (${details})` : ''}`;
}

/** How many questions each respondent answered, and whether all of them name the same system. */
function respondentLines(merge: Merge, t: Translate): string[] {
  const lines = merge.respondents.map(({ date, answered }, index) => {
    const count = t('side-markdown.answers', { respondent: respondentText(merge, index), answered });
    return `- ${[count, date].filter(Boolean).join(', ')}`;
  });
  const names = t('side-markdown.systems', { systems: joinNames(merge.systems.map(escapeInline)) });
  return merge.systems.length > 1 ? [...lines, '', names] : lines;
}

/** The agenda, and the signals that people disagree on. */
function agendaLines({ agenda, items, signals }: Merge, head: readonly string[], pack: Pack, t: Translate): string[] {
  const texts = packIndex(pack);
  const agendaItems = agenda.flatMap((id) => items.filter(({ item }) => item === id));
  const rows = agendaItems.map((item) => itemRow(item, pack, t));
  const splitLines = signals
    .filter(({ status }) => status === 'split')
    .map(({ id, raisedBy }) => {
      const questions = joinNames(raisedBy.map((item) => texts.title(item)));
      return `\n${t('side-markdown.split', { signal: texts.signalTitle(id), questions })}`;
    });
  return [...(rows.length === 0 ? [t('side-markdown.no-agenda')] : [...head, ...rows]), ...splitLines];
}

/** The score of each V by the median answers. */
const profileLines = ({ variables }: Merge, pack: Pack, t: Translate): string[] =>
  variables.map(({ id, point, low, high }) => {
    const score = point === null ? t('side.not-enough') : formatPoints(point);
    const band =
      low === null || high === null
        ? ''
        : `, ${t('side-markdown.band', { low: formatPoints(low), high: formatPoints(high) })}`;
    return `- ${packIndex(pack).variableName(id)}: ${score}${band}`;
  });

/** The median of each role, for questions that enough people of two roles answered. */
const roleLines = ({ items }: Merge, pack: Pack): string[] =>
  items
    .filter(({ roles }) => roles.length > 0)
    .map(({ item, roles }) => {
      const medians = roles.map(({ role, value, n }) => `${role} ${formatAnswerNumber(value ?? 0)} (${n})`);
      return `- ${packIndex(pack).title(item)}: ${medians.join(', ')}`;
    });

/** Every note, with who wrote it. */
const noteLines = (merge: Merge, pack: Pack): string[] =>
  merge.items.flatMap(({ item, dots }) =>
    dots.flatMap(({ note, respondent }) =>
      note ? [`- ${packIndex(pack).title(item)}, ${respondentText(merge, respondent)}: ${escapeInline(note)}`] : [],
    ),
  );

/** Writes merged answers as Markdown: what to talk about first, then every question, then the notes. */
export function renderMerge(merge: Merge, pack: Pack, t: Translate): string {
  const head = [t('side-markdown.item-head'), '| --- | --- | ---: | --- | ---: | ---: | --- |'];
  const rows = merge.items.map((item) => itemRow(item, pack, t));
  const lines = [
    `# ${t('side-markdown.merge-title', { system: escapeInline(merge.system) || t('side.unnamed'), people: merge.respondents.length })}`,
    '',
    ...respondentLines(merge, t),
    '',
    t('side-markdown.legend'),
    ...section(t('side-markdown.agenda'), agendaLines(merge, head, pack, t)),
    ...section(t('side-markdown.profiles'), profileLines(merge, pack, t)),
    ...section(t('side-markdown.items'), [...head, ...rows]),
    ...section(t('side-markdown.roles'), roleLines(merge, pack)),
    ...section(t('side-markdown.notes'), noteLines(merge, pack)),
    '',
  ];
  return lines.join('\n');
}
