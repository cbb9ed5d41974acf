export function withPreloads(html: string, urls: readonly string[]): string;
export function modulepreload(): object;
