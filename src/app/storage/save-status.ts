/** The outcome of saving, as the status line shows it. */
export interface SaveStatus {
  kind: 'none' | 'saved' | 'memory';
  text: string;
}

/** The status before anything was saved. */
export const noStatus: SaveStatus = { kind: 'none', text: '' };
