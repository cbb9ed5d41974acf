import type { Change, Comparison, ItemChange } from '../assessment/compare.ts';
import type { Merge, MergedItem, Response } from '../assessment/respondents.ts';
import { formatPoints, joinNames } from '../assessment/verdict.ts';
import type { Pack } from '../model/pack.ts';

const titleIn = (pack: Pack) => (id: string) => pack.items.find((item) => item.id === id)?.title ?? id;
const nameIn = (pack: Pack) => (id: string) => pack.variables.find((each) => each.id === id)?.name ?? id;
/** Writes a sum with its sign. */
export const signed = (sum: number): string => (sum > 0 ? `+${sum}` : String(sum));
/** A place among the answers to a question, as people count. */
export const placeOf = (level: number): string => String(level + 1);
/** A text inside a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

const words: Record<Change['change'], string> = {
  higher: 'higher',
  lower: 'lower',
  'no-clear-change': 'no clear change',
  'nothing-in-common': 'nothing in common',
};
const known = (n: number) => `${n} practice${n === 1 ? '' : 's'} known in both`;
const sentence = (name: string, change: Change) => `${name}: ${words[change.change]} over ${known(change.known)}.`;

function changeTable(list: readonly ItemChange[], pack: Pack): string[] {
  const title = titleIn(pack);
  return [
    '| Question | Before | Now | Change |',
    '| --- | ---: | ---: | ---: |',
    ...list.map(
      ({ item, before, now }) => `| ${title(item)} | ${placeOf(before)} | ${placeOf(now)} | ${signed(now - before)} |`,
    ),
  ];
}

/** Writes a comparison as Markdown. Places are counted from 1, the first of the five answers. */
export function renderComparison(comparison: Comparison, pack: Pack): string {
  const { before, now, total, variables, practices, symptoms, questions } = comparison;
  const title = titleIn(pack);
  const name = nameIn(pack);
  const points = (value: number | null) => (value === null ? '–' : formatPoints(value));
  const versions = [
    ...(questions.added.length > 0
      ? [`Asked only in the later version: ${questions.added.map(title).join(', ')}.`]
      : []),
    ...(questions.removed.length > 0 ? [`Asked only in the earlier version: ${questions.removed.join(', ')}.`] : []),
    ...(questions.changed.length > 0
      ? [`Not asked for the same any more: ${questions.changed.map(title).join(', ')}.`]
      : []),
  ];
  const only = [
    ...(comparison.onlyBefore.length > 0 ? [`Known only before: ${comparison.onlyBefore.map(title).join(', ')}.`] : []),
    ...(comparison.onlyNow.length > 0 ? [`Known only now: ${comparison.onlyNow.map(title).join(', ')}.`] : []),
  ];
  const lines = [
    `# ${now.system || 'Unnamed system'}: ${before.date ?? 'no date'} and ${now.date ?? 'no date'}`,
    '',
    sentence('In total', total),
    '',
    '| | Before | Now | Sum of levels | Clear beyond | In common | |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...variables.map(
      (each) =>
        `| ${name(each.id)} | ${points(each.before)} | ${points(each.now)} | ${signed(each.sum)} | ${each.threshold.toFixed(1)} | ${each.known} | ${words[each.change]} |`,
    ),
    '',
    'Scores of the practices known in both only, so they may differ from those of a report.',
    '',
    '## Changed practices',
    '',
    ...(practices.length === 0 ? ['None.'] : changeTable(practices, pack)),
    ...(symptoms.length === 0
      ? []
      : ['', '## Changed symptoms (lower is less trouble)', '', ...changeTable(symptoms, pack)]),
    ...([...only, ...versions].length === 0
      ? []
      : ['', '## Not compared', '', ...[...only, ...versions].map((line) => `- ${line}`)]),
    '',
  ];
  return lines.join('\n');
}

const dotText = ({ level, state }: Response): string =>
  level !== null ? placeOf(level) : { dk: '?', na: 'n/a', unanswered: '–', level: '' }[state];

function itemLine(item: MergedItem, pack: Pack): string {
  const place = (level: number | null) => (level === null ? '–' : placeOf(level));
  const dots = item.dots.map(dotText).join(' ');
  const far = item.disagreement === null ? '–' : item.disagreement.toFixed(1);
  const why = [...(item.conflict ? ['applies to some only'] : []), ...(item.talk ? ['talk about it'] : [])].join(', ');
  return `| ${titleIn(pack)(item.item)} | ${dots} | ${place(item.value)} | ${place(item.min)} to ${place(item.max)} | ${item.n} | ${far} | ${why} |`;
}

/** Writes merged answers as Markdown: what to talk about first, then every question, then the notes. */
export function renderMerge(merge: Merge, pack: Pack): string {
  const title = titleIn(pack);
  const name = nameIn(pack);
  const person = (at: number) => {
    const { name: given, role } = merge.respondents[at] ?? { name: null, role: null };
    return `${at + 1}${given || role ? ` (${[given, role].filter(Boolean).join(', ')})` : ''}`;
  };
  const head = [
    '| Question | Answers | Median | Range | Known | Apart | |',
    '| --- | --- | ---: | --- | ---: | ---: | --- |',
  ];
  const pick = (ids: readonly string[]) => ids.flatMap((id) => merge.items.filter(({ item }) => item === id));
  const roles = merge.items.filter((item) => item.roles.length > 0);
  const notes = merge.items.filter(({ dots }) => dots.some(({ note }) => note));
  const split = merge.signals.filter(({ status }) => status === 'split');
  const lines = [
    `# ${merge.system || 'Unnamed system'}: answers of ${merge.respondents.length} people`,
    '',
    ...merge.respondents.map(
      ({ date, answered }, at) => `- ${person(at)}: ${answered} answers${date ? `, ${date}` : ''}`,
    ),
    ...(merge.systems.length > 1 ? ['', `They name the system differently: ${joinNames(merge.systems)}.`] : []),
    '',
    'Answers are places among the five, from 1. "?" is "I don\'t know", "n/a" is "does not apply", "–" is not answered.',
    '',
    '## Talk about these first',
    '',
    ...(merge.agenda.length === 0
      ? ['Nothing: the answers lie close together.']
      : [...head, ...pick(merge.agenda).map((item) => itemLine(item, pack))]),
    ...split.map(
      ({ id, raisedBy }) =>
        `\n${pack.signals.find((each) => each.id === id)?.title ?? id}: you answer differently on ${joinNames(raisedBy.map(title))}.`,
    ),
    '',
    '## Profiles by the median',
    '',
    ...merge.variables.map(
      ({ id, point, low, high }) =>
        `- ${name(id)}: ${point === null ? 'not enough known' : formatPoints(point)}${low === null || high === null ? '' : `, band ${formatPoints(low)} to ${formatPoints(high)}`}`,
    ),
    '',
    '## Every question',
    '',
    ...head,
    ...merge.items.map((item) => itemLine(item, pack)),
    ...(roles.length === 0
      ? []
      : [
          '',
          '## By role',
          '',
          ...roles.map(
            (item) =>
              `- ${title(item.item)}: ${item.roles.map(({ role, value, n }) => `${role} ${placeOf(value ?? 0)} (${n})`).join(', ')}`,
          ),
        ]),
    ...(notes.length === 0
      ? []
      : [
          '',
          '## Notes',
          '',
          ...notes.flatMap((item) =>
            item.dots.flatMap(({ note, respondent }) =>
              note ? [`- ${title(item.item)}, ${person(respondent)}: ${cell(note)}`] : [],
            ),
          ),
        ]),
    '',
  ];
  return lines.join('\n');
}
