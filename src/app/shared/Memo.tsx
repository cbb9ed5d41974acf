import { Component, type ComponentChildren } from 'preact';

interface Props {
  /** What the part is made of. */
  of: readonly unknown[];
  children: ComponentChildren;
}

/** A part that is drawn again only when something that it is made of has become another. */
export class Memo extends Component<Props> {
  override shouldComponentUpdate({ of }: Props): boolean {
    return of.some((each, at) => each !== this.props.of[at]);
  }

  override render({ children }: Props) {
    return children;
  }
}
