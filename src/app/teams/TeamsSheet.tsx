import { packIndex } from '../../core/model/pack-index.ts';
import { teamsLines } from '../../core/rollup/teams-sheet.ts';
import {
  type TeamsColumn,
  type TeamsSheetContent,
  type TeamsSheetGeometry,
  teamsLayouts,
  teamsSheetGeometry,
} from '../../viz/teams-sheet.ts';
import { SheetColumns } from '../shared/SheetColumns.tsx';
import { SheetStage } from '../shared/SheetStage.tsx';
import { pageColours, sans, singleSizes, type TextSizes, wideSizes } from '../shared/sheet-style.ts';
import { TeamsSheetHead } from './TeamsSheetHead.tsx';
import { TeamsSheetLine } from './TeamsSheetLine.tsx';
import { columnName, type TeamsProps } from './teams-data.tsx';

/** The id of the heading that names every drawing of the sheet. */
const headingId = 'teams-sheet';

/** The Vs with the scores of their teams, then what teams see. Scores of too few teams are left out. */
function sheetColumns({ rollup, data }: TeamsProps): TeamsColumn[] {
  const profiles = (rollup.list ?? []).flatMap((team) => team.profiles);
  const isShown = (id: string) => rollup.variables.some(({ variable, words }) => variable === id && words !== null);
  const pointsOf = (id: string) =>
    isShown(id) ? profiles.flatMap(({ variable, point }) => (variable === id ? (point ?? []) : [])) : [];
  return [...data.pack.variables.map(({ id }) => ({ id, points: pointsOf(id) })), { id: 'symptoms', points: [] }];
}

function sheetContent(props: TeamsProps): TeamsSheetContent {
  const { rollup, data } = props;
  return {
    columns: sheetColumns(props),
    stages: data.pack.stages.map(({ id }) => id),
    lines: teamsLines(rollup.items, data.pack),
    cuts: data.pack.constants.word.cuts.slice(1).map(({ from }) => from),
  };
}

interface DrawingProps {
  props: TeamsProps;
  geometry: TeamsSheetGeometry;
  sizes: TextSizes;
}

function Drawing({ props, geometry, sizes }: DrawingProps) {
  const { width, height, heads, stages, lines } = geometry;
  return (
    <svg
      class="sheet-drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-labelledby={headingId}
      font-family={sans}
    >
      {heads.map((head) => (
        <TeamsSheetHead key={head.id} props={props} head={head} sizes={sizes} />
      ))}
      {stages.map((stage) => (
        <SheetStage
          key={stage.id}
          stage={stage}
          name={packIndex(props.data.pack).stageName(stage.id)}
          notAsked={props.site.t('report.cell-not-asked')}
          width={width}
          sizes={sizes}
          colours={pageColours}
        />
      ))}
      {lines.map((line) => (
        <TeamsSheetLine key={line.item} props={props} line={line} sizes={sizes} />
      ))}
    </svg>
  );
}

/** One drawing per column. */
function SingleDrawings({ props, content }: { props: TeamsProps; content: TeamsSheetContent }) {
  const columns = content.columns.map((column) => ({
    id: column.id,
    name: columnName(props, column.id),
    drawing: (
      <Drawing
        props={props}
        geometry={teamsSheetGeometry({ ...content, columns: [column] }, teamsLayouts.single)}
        sizes={singleSizes}
      />
    ),
  }));
  return <SheetColumns legend={props.site.t('teams.sheet')} columns={columns} />;
}

/** The practice sheet of many teams: how many of them are at each answer to every question. */
export function TeamsSheet(props: TeamsProps) {
  const { t } = props.site;
  const content = sheetContent(props);
  const geometry = teamsSheetGeometry(content, teamsLayouts.wide);
  return (
    <section class="teams-sheet" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('teams.sheet')}</h2>
      <figure aria-labelledby={headingId}>
        <div class="sheet-wide">
          <Drawing props={props} geometry={geometry} sizes={wideSizes} />
        </div>
        <SingleDrawings props={props} content={content} />
        <figcaption class="muted caption">{t('teams.sheet-lead', { count: geometry.highest })}</figcaption>
      </figure>
    </section>
  );
}
