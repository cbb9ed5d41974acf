/** Sorts by a name, whatever its case. */
export const sortByName = <Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => (nameOf(a).toLowerCase() < nameOf(b).toLowerCase() ? -1 : 1));

/** Sorts by a name and groups by its first letter, in upper case. */
export const groupByLetter = <Item>(items: readonly Item[], nameOf: (item: Item) => string): [string, Item[]][] => [
  ...Map.groupBy(sortByName(items, nameOf), (item) => nameOf(item).charAt(0).toUpperCase()),
];
