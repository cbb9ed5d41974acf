import type { ComponentChild } from 'preact';
import type { FoldedViews, PartProps } from './report-parts.tsx';

interface FoldProps {
  props: PartProps;
  class?: string;
  summary: ComponentChild;
  /** What the summary is of, for people who cannot see where it stands. */
  of?: string;
  children(views: FoldedViews): ComponentChild;
}

/** A folded part of the report. Its views and texts load when one is first unfolded. */
export function Fold({ props: { folded, unfold }, class: name = 'aside', summary, of, children }: FoldProps) {
  return (
    <details class={name} onToggle={folded ? undefined : unfold}>
      <summary>
        {summary}
        {of ? <span class="visually-hidden">: {of}</span> : null}
      </summary>
      {folded ? children(folded) : null}
    </details>
  );
}
