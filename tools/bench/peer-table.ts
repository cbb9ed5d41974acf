/** What was measured: a number for each row, by the name of the row, and the circumstances. */
export interface PeerResults {
  ours: Readonly<Record<string, number>>;
  theirs: Readonly<Record<string, number>>;
  /** How often each was measured. */
  times: number;
  /** The name and the versions of the peer. */
  peer: string;
  machine: string;
  day: Date;
}

const cells = (values: readonly string[]): string => `| ${values.join(' | ')} |`;
const show = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });

/**
 * The measurements as a Markdown table that says how and when they were made. README.md quotes its ratios. A row that was
 * measured for one site only has no ratio.
 */
export function peerTable({ ours, theirs, times, peer, machine, day }: PeerResults): string {
  const date = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const rows = Object.entries(ours).map(([name, value]) => {
    const other = theirs[name];
    return cells([name, show(value), ...(other === undefined ? ['', ''] : [show(other), (value / other).toFixed(2)])]);
  });
  return [
    `Compared with ${peer} on the text of the same entries: medians of ${times} by`,
    `\`npm run bench -- --peer ${times}\` on ${date} (${machine}).`,
    '',
    cells(['', 'Trivium', 'Starlight', 'ratio']),
    cells(['---', '---:', '---:', '---:']),
    ...rows,
  ].join('\n');
}
