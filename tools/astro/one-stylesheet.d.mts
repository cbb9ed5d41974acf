export function withOneStylesheet(html: string, join: (hrefs: string[]) => string): string;
export function oneStylesheet(): object;
