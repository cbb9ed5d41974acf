import { Component, type ComponentChild } from 'preact';

interface Props {
  summary: string;
  children: () => ComponentChild;
}

/** Content behind a summary, rendered only while open. */
export class Disclosure extends Component<Props, { open: boolean }> {
  override state = { open: false };

  override render({ summary, children }: Props, { open }: { open: boolean }) {
    return (
      <details class="aside" onToggle={(event) => this.setState({ open: event.currentTarget.open })}>
        <summary>{summary}</summary>
        {open ? children() : null}
      </details>
    );
  }
}
