/** Values to fill into a sentence, by name. */
export type Values = Readonly<Record<string, string | number>>;

/** Returns the sentence of a key of the interface with its values filled in. */
export type Translate = (key: string, values?: Values) => string;
