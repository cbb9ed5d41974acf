import type { VariableScore } from '../../../core/assessment/rating.ts';
import type { PackTension } from '../../../core/model/pack.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { ratingText } from '../../../core/render/wording.ts';
import { sheetTensions } from '../../../core/report/report-lists.ts';
import { capitalise } from '../../../core/text/format.ts';
import type { PlacedLine, SheetColumn, SheetContent } from '../../../viz/practice-sheet.ts';
import { type PartProps, sentenceOf, variableNameOf } from '../report-parts.tsx';
import { bandText } from '../score-text.ts';

/** The letters of the tensions that a question is part of. */
export function lettersOfItems({ report, data }: PartProps): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const { high, low, letter } of sheetTensions(report, data.pack))
    for (const item of [high, low]) letters.set(item, `${letters.get(item) ?? ''}${letter}`);
  return letters;
}

/** Both answers of a tension, in the team's own words. */
export function tensionText(props: PartProps, { high, low }: PackTension): string {
  const answer = (item: string) => sentenceOf(props, item, props.report.levels[item] ?? -1);
  return props.site.t('report.sheet-tension', { high: answer(high), low: answer(low) });
}

/** The word of a V, whether it has an exception, and its band. */
function scoreNote(props: PartProps, variable: VariableScore): string {
  const { t } = props.site;
  const word = ratingText(t, variable);
  const wholeWord = variable.except.length > 0 ? t('report.sheet-except', { word }) : word;
  return [wholeWord, bandText(props, variable)].filter(Boolean).join(', ');
}

/** The columns of the sheet: the three Vs, then what the team sees. */
const sheetColumns = (props: PartProps): SheetColumn[] => [
  ...props.report.variables.map((variable) => ({ ...variable, note: scoreNote(props, variable) })),
  { id: 'symptoms', point: null, low: null, high: null, note: props.site.t('report.sheet-symptoms-scale') },
];

/** The practice sheet of a report, ready for layout. */
export function sheetContent(props: PartProps): SheetContent {
  const { data, report } = props;
  return {
    columns: sheetColumns(props),
    stages: data.pack.stages.map(({ id }) => id),
    lines: report.sheet,
    tensions: sheetTensions(report, data.pack),
    cuts: data.pack.constants.word.cuts.slice(1).map(({ from }) => from),
  };
}

/** The name of a column. */
export const columnName = (props: PartProps, id: SheetColumn['id']): string =>
  id === 'symptoms' ? props.site.t('report.sheet-symptoms') : variableNameOf(props, id);

/** The title of a line, short enough for the sheet. */
export const lineTitle = ({ data }: PartProps, { item }: Pick<PlacedLine, 'item'>): string =>
  packIndex(data.pack).shortTitle(item);

/** The accessible name of a line: the visible short title, plus the full title if it differs. */
export function lineName({ data }: PartProps, { item }: Pick<PlacedLine, 'item'>): string {
  const { title, shortTitle } = packIndex(data.pack);
  return shortTitle(item) === title(item) ? title(item) : `${shortTitle(item)} (${title(item)})`;
}

/** What a line says, for people who cannot see its dot. */
export function lineText(props: PartProps, { item, state, position, before, proof, move }: PlacedLine): string {
  const { t } = props.site;
  const title = lineName(props, { item });
  const number = move ? t('report.sheet-move', { place: move.place }) : '';
  if (position === null)
    return [t('report.labelled', { label: title, text: t(`report.sheet-${state}`) }), number]
      .filter(Boolean)
      .join('. ');
  const say = sentenceOf(props, item, props.report.levels[item] ?? position);
  return [
    t('report.sheet-line', { title, say: capitalise(say), position: position + 1 }),
    proof ? t(`report.sheet-${proof.kind}${proof.isOld ? '-old' : ''}`) : '',
    before === null ? '' : t('report.sheet-before', { position: before + 1 }),
    number,
  ]
    .filter(Boolean)
    .join(' ');
}

/** How to read the dots and marks of this sheet, as sentences. */
export function sheetKey({ report: { sheet }, site: { t } }: PartProps): string[] {
  const keys = [
    ['report.sheet-people', sheet.some(({ people }) => people)],
    ['report.sheet-earlier', sheet.some(({ before, position }) => before !== null && position !== null)],
    ['report.sheet-proof', sheet.some(({ proof }) => proof)],
  ] as const;
  return [t('report.sheet-lead'), ...keys.flatMap(([key, isShown]) => (isShown ? t(key) : []))];
}
