import type { ComponentType } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { sayOf } from '../../core/assessment/readings.ts';
import type { Depth, VariableId } from '../../core/model/ids.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { signalsText } from '../../core/render/wording.ts';
import type { Report } from '../../core/report/report.ts';
import { capitalise } from '../../core/text/format.ts';
import type { ReportData, Site } from '../shared/view-data.ts';

/** A number or a sentence of the report that can be explained. */
export type ExplainTarget =
  | { kind: 'variable'; id: VariableId }
  | { kind: 'signal' | 'move' | 'answer'; id: string }
  /** A part of the diagnosis, by its place. */
  | { kind: 'part'; id: number };

/** The views of folded parts. */
export type FoldedViews = typeof import('./folded-views.ts');

/** What every part of the report gets. */
export interface PartProps {
  site: Site;
  data: ReportData;
  report: Report;
  /** Opens the explanation of a number; absent in a read-only report. */
  explain?: ((explained: ExplainTarget) => void) | undefined;
  /** Renders several parts of the report; without it they render at once. */
  Progressive?: ComponentType | undefined;
  /** The views of folded parts; in the browser absent until something has been unfolded. */
  folded?: FoldedViews | undefined;
  /** Loads them; absent where nothing can be loaded. */
  unfold?: (() => void) | undefined;
}

/** What the workings of a number are made from. */
export interface WorkingsProps extends PartProps {
  answers: Answers;
  explained: ExplainTarget;
}

/** The id of the element that says what pressing a number does. */
export const explainedBy = 'explained-by';

/** A number that opens its explanation, if there is one to open. */
export function Explainable({
  props,
  explained,
  text,
  of,
}: {
  props: PartProps;
  explained: ExplainTarget;
  text: string;
  /** What the number is of, for screen readers that reach the button outside its row. */
  of: string;
}) {
  const { explain } = props;
  if (!explain) return <>{text}</>;
  return (
    <button
      type="button"
      class="explain-button"
      aria-haspopup="dialog"
      aria-label={`${text}, ${of}`}
      aria-describedby={explainedBy}
      onClick={() => explain(explained)}
    >
      {text}
    </button>
  );
}

/** The name of a V. */
export const variableNameOf = ({ data }: PartProps, id: string): string => packIndex(data.pack).variableName(id);

/** The title of a question. */
export const titleOf = ({ data }: PartProps, id: string): string => packIndex(data.pack).title(id);

/** The title of a signal. */
export const signalTitle = ({ data }: PartProps, id: string): string => packIndex(data.pack).signalTitle(id);

/** Some signals with how sure each is, after one another. */
export const signalsTextOf = ({ site, data, report }: PartProps, ids: readonly string[]): string =>
  signalsText(site.t, ids, report, data.pack);

/** What a level of a question says of the team, as a sentence. */
export function sentenceOf({ data, report }: PartProps, id: string, level: number): string {
  const item = packIndex(data.pack).item(id);
  return item ? `${capitalise(sayOf(item, level, report.context))}.` : '';
}

/** The path of the report of a depth. */
export const reportPath = (depth: Depth): string => `/assess/${depth}/report/`;
