import { Component, type ComponentChildren } from 'preact';

interface Props {
  deps: readonly unknown[];
  children: ComponentChildren;
}

/** Re-renders its child only when one of `deps` changes. */
export class Memo extends Component<Props> {
  override shouldComponentUpdate({ deps }: Props): boolean {
    return deps.some((value, index) => value !== this.props.deps[index]);
  }

  override render({ children }: Props) {
    return children;
  }
}
