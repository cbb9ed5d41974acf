/** How much each kind of match counts, and what naming an entry adds. Tuned on the queries marked `tune`. */
export const weights = {
  stem: 1,
  prefix: 1,
  typo: 0.5,
  everyday: 0.35,
  /** Exponent of the share of a query's words that an entry matches. */
  coverage: 1.5,
  /** Least share of what a query says that its best entry has to match; below it the query is nonsense here. */
  leastShare: 0.33,
  /** Added to an entry if the whole query is one of its names; divided by the entry's place for that name. */
  named: 90,
  /** Added to an entry if a part of the query is one of its names, by place. */
  partlyNamed: [15, 10, 7.5, 5],
  /** A name counts in full if it is at least one in so many words of the query. */
  fullShare: 3,
  /** How fast a name counts less in a longer query. */
  shareExponent: 1,
  /** Number of top hits that add a share of their score to their related entries. */
  relatedFrom: 4,
  /** Share of the best score from which a hit is strong. */
  strong: 0.2,
} as const;

/**
 * The share of its score that an entry adds to what eases it or is eased by it (`easing`), and to the `similarCount`
 * most similar entries (`similar`, times the similarity of the texts). Tuned on the queries marked `tune` and `field`.
 */
export const relatedness = { easing: 0.12, similar: 0.7, similarCount: 8 };

/** Fewest letters for matching by prefix: of any word, and of the last one, which may not be finished. */
export const prefixLength = { any: 3, last: 2 };

/** Minimum word length for forgiving one typo, and two; and the maximum length for forgiving any. */
export const typoLength = { one: 4, two: 9, none: 24 };
