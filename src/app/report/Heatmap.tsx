import type { Cell } from '../../core/assessment/score.ts';
import { formatPoints } from '../../core/assessment/score.ts';
import { Explainable, type PartProps, variableNameOf } from './report-parts.tsx';

const stageName = ({ data }: PartProps, id: string): string =>
  data.pack.stages.find((stage) => stage.id === id)?.name ?? id;

/** The shade of a score: five steps, in the same order in greyscale. */
const shade = (point: number): number => Math.min(4, Math.floor(point * 5));

function Box({ props, cell }: { props: PartProps; cell: Cell | undefined }) {
  const { t } = props.site;
  if (!cell || cell.asked === 0) return <td class="cell empty">{t('report.cell-not-asked')}</td>;
  const known = t('report.cell-known', { known: cell.known, applicable: cell.applicable });
  if (cell.point === null) {
    return (
      <td class="cell few">
        {cell.coverage === null ? t('report.no-apply') : t('report.cell-few')}
        <span class="muted">{known}</span>
      </td>
    );
  }
  return (
    <td class={`cell shade-${shade(cell.point)}`}>
      <span class="value">
        <Explainable
          props={props}
          explained={{ kind: 'cell', id: cell.variable, stage: cell.stage }}
          text={formatPoints(cell.point)}
          of={`${variableNameOf(props, cell.variable)}, ${stageName(props, cell.stage)}`}
        />
      </span>
      <span class="muted">{known}</span>
    </td>
  );
}

/** The table alone. */
export function HeatmapTable(props: PartProps) {
  const { site, report, data } = props;
  const { t } = site;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('report.stage')}</th>
          {data.pack.variables.map(({ id }) => (
            <th scope="col" key={id}>
              <span class={`key v-${id}`} aria-hidden="true" />
              {variableNameOf(props, id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.pack.stages.map(({ id: stage, name }) => (
          <tr key={stage}>
            <th scope="row">{name}</th>
            {data.pack.variables.map(({ id: variable }) => (
              <Box
                key={variable}
                props={props}
                cell={report.cells.find((each) => each.stage === stage && each.variable === variable)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Names the lowest cell; nothing if several are equally low or too few have a number. */
function finding(props: PartProps): string {
  const scored = props.report.cells.flatMap((cell) =>
    cell.point === null ? [] : [{ ...cell, score: formatPoints(cell.point) }],
  );
  const [low, next] = scored.toSorted((a, b) => (a.point ?? 0) - (b.point ?? 0));
  if (!low || !next || low.score === next.score) return '';
  return props.site.t('report.cells-finding', {
    variable: variableNameOf(props, low.variable),
    stage: stageName(props, low.stage),
    score: low.score,
  });
}

/** The map of stages and Vs: a table with the number in each cell, so that nothing depends on colour. */
export function Heatmap(props: PartProps) {
  const { t } = props.site;
  return (
    <section class="cells">
      <h2 id="cells">{t('report.cells')}</h2>
      <figure aria-labelledby="cells">
        <figcaption class="muted caption">
          {finding(props)} {t('report.cells-lead')}
        </figcaption>
        <div class="scroll" role="region" aria-labelledby="cells" tabIndex={0}>
          <HeatmapTable {...props} />
        </div>
      </figure>
    </section>
  );
}
