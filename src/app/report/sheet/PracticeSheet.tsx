import { type ComponentChild, Fragment } from 'preact';
import { type SheetTension, sheetTensions } from '../../../core/report/report-lists.ts';
import { sheetGeometry } from '../../../viz/practice-sheet.ts';
import { sheetLayouts } from '../../../viz/sheet-grid.ts';
import { SheetColumns } from '../../shared/SheetColumns.tsx';
import { singleSizes, wideSizes } from '../../shared/sheet-style.ts';
import { Fold } from '../Fold.tsx';
import type { PartProps } from '../report-parts.tsx';
import { SheetDrawing } from './SheetDrawing.tsx';
import { columnName, lettersOfItems, sheetContent, sheetKey, tensionText } from './sheet-content.ts';
import type { SetPosition } from './sheet-parts.ts';

interface SheetProps {
  props: PartProps;
  /** Moves an answer; without it, pressing a line opens the answer. */
  setPosition?: SetPosition | undefined;
}

interface SheetExtractProps {
  props: PartProps;
  columns: readonly string[];
  stages: readonly string[];
  /** Maximum number of lines per column and stage. */
  rows: number;
  /** The layout; `single` has one column, as wide as a phone. */
  layout: keyof typeof sheetLayouts;
}

/** All columns side by side. */
function WideSheet({ props, setPosition }: SheetProps) {
  const geometry = sheetGeometry(sheetContent(props), sheetLayouts.wide);
  return (
    <div class="sheet-wide">
      <SheetDrawing props={props} geometry={geometry} sizes={wideSizes} setPosition={setPosition} />
    </div>
  );
}

/** The weakest answers of some columns and stages, for a page that previews the sheet. */
export function SheetExtract({ props, columns, stages, rows, layout }: SheetExtractProps) {
  const content = sheetContent(props);
  const extract = {
    ...content,
    columns: content.columns.filter(({ id }) => columns.includes(id)),
    stages: content.stages.filter((id) => stages.includes(id)),
    lines: [...Map.groupBy(content.lines, ({ stage, column }) => `${stage} ${column}`).values()].flatMap((lines) =>
      lines.slice(0, rows),
    ),
  };
  const sizes = layout === 'wide' ? wideSizes : singleSizes;
  return <SheetDrawing props={props} geometry={sheetGeometry(extract, sheetLayouts[layout])} sizes={sizes} />;
}

/** One drawing per column. */
function SingleSheets({ props, setPosition }: SheetProps) {
  const content = sheetContent(props);
  const letters = setPosition ? undefined : lettersOfItems(props);
  const columns = content.columns.map((column) => ({
    id: column.id,
    name: columnName(props, column.id),
    drawing: (
      <SheetDrawing
        props={props}
        geometry={sheetGeometry({ ...content, columns: [column], tensions: [] }, sheetLayouts.single)}
        sizes={singleSizes}
        letters={letters}
        setPosition={setPosition}
      />
    ),
  }));
  return (
    <SheetColumns legend={props.site.t('report.sheet-columns')} columns={columns} Progressive={props.Progressive} />
  );
}

/** The sheet for every width; the style sheet shows the drawings that fit. */
export function SheetDrawings(props: SheetProps) {
  return (
    <>
      <WideSheet {...props} />
      <SingleSheets {...props} />
    </>
  );
}

/** A tension on the sheet: its letter, both answers in the team's own words and, folded below, what to discuss. */
function TensionNote({ props, tension }: { props: PartProps; tension: SheetTension }) {
  const status = props.report.tensions.find(({ id }) => id === tension.id)?.status ?? 'unlikely';
  const summary = (
    <>
      <strong>
        {tension.letter} {tension.title}
      </strong>{' '}
      <span class="tag">{props.site.t(`report.status-${status}`)}</span> {tensionText(props, tension)}
    </>
  );
  return (
    <li>
      <Fold props={props} summary={summary}>
        {({ TensionDetails }) => <TensionDetails props={props} tension={tension} />}
      </Fold>
    </li>
  );
}

/** The tensions on the sheet. */
function TensionNotes({ props }: { props: PartProps }) {
  const tensions = sheetTensions(props.report, props.data.pack);
  if (tensions.length === 0) return null;
  return (
    <ul class="tensions" aria-label={props.site.t('report.tensions')}>
      {tensions.map((tension) => (
        <TensionNote key={tension.id} props={props} tension={tension} />
      ))}
    </ul>
  );
}

/** How to read dots and marks; the rest unfolds. */
function SheetCaption({ props }: { props: PartProps }) {
  const { t } = props.site;
  return (
    <>
      <p class="muted caption">{sheetKey(props).join(' ')}</p>
      <Fold props={props} class="aside caption" summary={t('report.sheet-scores')}>
        {({ SheetHelp }) => <SheetHelp {...props} />}
      </Fold>
    </>
  );
}

interface PracticeSheetProps {
  props: PartProps;
  /** The what-if sheet, once opened. */
  tried?: ComponentChild;
  /** Opens the what-if sheet; absent in a read-only report. */
  tryOut?: (() => void) | undefined;
}

/** The practice sheet: every answer in its place, with the scores above and the first moves and tensions drawn in. */
export function PracticeSheet({ props, tried, tryOut }: PracticeSheetProps) {
  const { site, Progressive = Fragment } = props;
  const { t } = site;
  return (
    <section class="practice-sheet" aria-labelledby="sheet">
      <div class="sheet-title">
        <h2 id="sheet">{t('report.sheet')}</h2>
        {tryOut && !tried ? (
          <button type="button" class="link" onClick={tryOut}>
            {t('report.what-if-open')}
          </button>
        ) : null}
      </div>
      {tried || (
        <figure aria-labelledby="sheet">
          <Progressive>
            <WideSheet props={props} />
            <SingleSheets props={props} />
            <TensionNotes props={props} />
            <figcaption>
              <SheetCaption props={props} />
            </figcaption>
          </Progressive>
        </figure>
      )}
    </section>
  );
}
