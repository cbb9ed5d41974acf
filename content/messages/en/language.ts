// The language that these sentences are written in, and content/ui/<language>.yaml as well.

/** Its tag, as browsers know it (BCP 47). */
export const language = 'en';
