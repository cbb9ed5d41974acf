import { type ComponentChild, type ComponentType, Fragment } from 'preact';
import type { SheetColumnId } from '../../core/report/sheet-lines.ts';

interface Props {
  /** What the tabs choose, for people who cannot see them. */
  legend: string;
  columns: readonly { id: SheetColumnId; name: string; drawing: ComponentChild }[];
  /** Renders the columns in turn; without it they render at once. */
  Progressive?: ComponentType | undefined;
}

/** A practice sheet as one drawing per column: two side by side on a tablet; one at a time, chosen by tab, on a phone. */
export function SheetColumns({ legend, columns, Progressive = Fragment }: Props) {
  return (
    <div class="sheet-columns">
      <fieldset class="sheet-tabs">
        <legend class="visually-hidden">{legend}</legend>
        {columns.map(({ id, name }, index) => (
          <label key={id}>
            <input type="radio" name="sheet-column" value={id} defaultChecked={index === 0} />
            {name}
          </label>
        ))}
      </fieldset>
      <Progressive>
        {columns.map(({ id, drawing }) => (
          <div key={id} class={`sheet-column is-${id}`}>
            {drawing}
          </div>
        ))}
      </Progressive>
    </div>
  );
}
