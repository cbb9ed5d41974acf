/** The selector of something in the row of a draft. */
export const inDraftRow = (id: string, selector: string): string => `#kept-${CSS.escape(id)} ${selector}`;
