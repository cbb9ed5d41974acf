import { Fragment } from 'preact';
import { packIndex } from '../../../core/model/pack-index.ts';
import { SheetStage } from '../../shared/SheetStage.tsx';
import { imageProps, pageColours, sans } from '../../shared/sheet-style.ts';
import { SheetHead } from './SheetHead.tsx';
import { SheetLineView } from './SheetLineView.tsx';
import type { Drawing, SheetDrawingProps } from './sheet-parts.ts';

/** The lines of the tensions, each with its letter. */
function TensionLines({ props, geometry, colours }: Drawing) {
  return (
    <g>
      {geometry.tensions.map(({ id, letter, path, label }) => (
        <g key={id} {...imageProps(packIndex(props.data.pack).tensionTitle(id))}>
          <path d={path} fill="none" stroke={colours.ink} stroke-width={1} stroke-dasharray="5 3" />
          <circle cx={label.x} cy={label.y} r={7.5} fill={colours.paper} stroke={colours.ink} />
          <text x={label.x} y={label.y + 4} text-anchor="middle" font-size={12} font-weight={700} fill={colours.ink}>
            {letter}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The names and bands of the stages. */
function Stages({ props, geometry, sizes, colours }: Drawing) {
  return geometry.stages.map((stage) => (
    <SheetStage
      key={stage.id}
      stage={stage}
      name={packIndex(props.data.pack).stageName(stage.id)}
      notAsked={props.site.t('report.cell-not-asked')}
      width={geometry.width}
      sizes={sizes}
      colours={colours}
    />
  ));
}

/** Maximum number of lines of one drawing that render together. */
const linesAtOnce = 24;

/** The stages, lines and tensions, without the heads. Styled by attributes only, so that it works as a file. */
export function SheetBody(drawing: Drawing) {
  const { lines } = drawing.geometry;
  const { Progressive = Fragment } = drawing.props;
  const portions = Array.from({ length: Math.ceil(lines.length / linesAtOnce) }, (_, index) => (
    <Fragment key={index}>
      {lines.slice(index * linesAtOnce, (index + 1) * linesAtOnce).map((line) => (
        <SheetLineView key={line.item} drawing={drawing} line={line} />
      ))}
    </Fragment>
  ));
  return (
    <g font-family={sans}>
      <Stages {...drawing} />
      <TensionLines {...drawing} />
      <Progressive>{portions}</Progressive>
    </g>
  );
}

/** The heads of the columns. */
export function SheetHeads(drawing: Drawing) {
  return (
    <g font-family={sans}>
      {drawing.geometry.heads.map((head) => (
        <SheetHead key={head.id} drawing={drawing} head={head} />
      ))}
    </g>
  );
}

/** A practice sheet as a drawing: the heads, which can stay in view, and the body below them. */
export function SheetDrawing({ colours = pageColours, ...plain }: SheetDrawingProps) {
  const drawing = { ...plain, colours };
  const { width, height, headHeight } = plain.geometry;
  return (
    <>
      <svg
        class="sheet-drawing sheet-heads"
        viewBox={`0 0 ${width} ${headHeight}`}
        role="group"
        aria-labelledby="sheet"
      >
        <SheetHeads {...drawing} />
      </svg>
      <svg
        class="sheet-drawing"
        viewBox={`0 ${headHeight} ${width} ${height - headHeight}`}
        role="group"
        aria-labelledby="sheet"
      >
        <SheetBody {...drawing} />
      </svg>
    </>
  );
}
