import type { ComponentType } from 'preact';
import type { Depth, VariableId } from '../../core/model/ids.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportData, Site } from '../shared/view-data.ts';

/** A number of the report that can be explained. */
export type ExplainTarget =
  | { kind: 'variable'; id: VariableId }
  | { kind: 'cell'; id: VariableId; stage: string }
  | { kind: 'signal' | 'move'; id: string };

/** What every part of the report gets. */
export interface PartProps {
  site: Site;
  data: ReportData;
  report: Report;
  /** Opens the explanation of a number; absent where a report is only read. */
  explain?: ((explained: ExplainTarget) => void) | undefined;
  /** Draws several parts of the report; all at once where it is absent. */
  parts?: ComponentType | undefined;
}

/** The element that says what a press on a number does. */
export const explainedBy = 'explained-by';

/** A number that opens its explanation where it can. */
export function Explainable({
  props,
  explained,
  text,
  of,
}: {
  props: PartProps;
  explained: ExplainTarget;
  text: string;
  /** What it is a number of, for whoever meets the button without its row. */
  of: string;
}) {
  const { explain } = props;
  if (!explain) return <>{text}</>;
  return (
    <button
      type="button"
      class="explain"
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
export const variableName = ({ data }: PartProps, id: string): string => packIndex(data.pack).variableName(id);

/** The title of a question. */
export const titleOf = ({ data }: PartProps, id: string): string => packIndex(data.pack).title(id);

/** The title of a signal. */
export const signalTitle = ({ data }: PartProps, id: string): string => packIndex(data.pack).signalTitle(id);

/** The words of an anchor. */
export const anchorOf = ({ data }: PartProps, id: string, level: number): string =>
  packIndex(data.pack).anchor(id, level);

/** Where the report of a depth stands. */
export const reportPath = (depth: Depth): string => `/assess/${depth}/report/`;
