/** What a result shows of an entry. */
export interface SearchCard {
  id: string;
  /** The kind in words. */
  kind: string;
  title: string;
  summary: string;
  symptoms: string[];
}
