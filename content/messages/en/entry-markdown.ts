// Words in the Markdown of an entry.

/** `P8, P19; section 5.1.2 of 2022`. @param source the year of the version of the study */
export const sourceOf = (participants: readonly string[], section: string, source: string): string =>
  `${participants.length > 0 ? participants.join(', ') : 'the authors'}; section ${section} of ${source}`;
export const ourReading = 'Our reading:';
