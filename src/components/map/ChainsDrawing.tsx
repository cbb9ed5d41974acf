import type { ChainsGeometry, PlacedLabel } from '../../viz/chains.ts';

interface Props {
  drawing: ChainsGeometry;
  /** Accessible name of the drawing. */
  label: string;
  /** The address of an entry, and the text of its label and arrows for screen readers. */
  linkOf(id: string): { href: string; says: string };
  /** The words for a kind of link. */
  wordsOf(kind: string): string;
}

/** A label as one link. Its rectangle takes pointer events and shows the focus. */
function Label({ label, href, says }: { label: PlacedLabel; href: string; says: string }) {
  const { id, name, words, rule, boxes } = label;
  const [top, bottom] = boxes;
  return (
    <a class="node" href={href} aria-label={says} data-id={id}>
      <rect
        x={top.x - 3}
        y={top.y}
        width={top.width + 6}
        height={bottom.y + bottom.height - top.y}
        rx="3"
        fill="transparent"
      />
      <path class="rule" d={`M${rule.x1},${rule.y}H${rule.x2}`} stroke="currentColor" />
      {name.map(({ text, x, y }) => (
        <text key={text} class="name" x={x} y={y} font-weight="600">
          {`${text} `}
        </text>
      ))}
      {words.map(({ text, x, y }) => (
        <text key={text} class="words" x={x} y={y}>
          {`${text} `}
        </text>
      ))}
    </a>
  );
}

/** A drawing of what leads to what: labels, each a link, joined by arrows. */
export function ChainsDrawing({ drawing, label, linkOf, wordsOf }: Props) {
  const { width, height, labels, links, kindLabels } = drawing;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 -4 ${width} ${height + 8}`}
      font-family="system-ui, sans-serif"
      font-size="16"
      role="group"
      aria-label={label}
    >
      <svg overflow="visible" aria-hidden="true">
        {links.map(({ from, to, kind, path, arrowPath }) => (
          <g key={`${from} ${to}`} class={`edge is-${kind}`} data-from={from} data-to={to}>
            <path
              class="stroke"
              d={path}
              fill="none"
              stroke="currentColor"
              stroke-dasharray={kind === 'worsens' ? '6 4' : undefined}
            />
            <path class="arrow" d={arrowPath} />
          </g>
        ))}
        {kindLabels.map(({ kind, x, y }) => (
          <text key={kind} class="kind" x={x} y={y} font-style="italic">
            {wordsOf(kind)}
          </text>
        ))}
      </svg>
      {labels.map((each) => (
        <Label key={each.id} label={each} {...linkOf(each.id)} />
      ))}
    </svg>
  );
}
