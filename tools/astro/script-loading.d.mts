export function withPreloads(html: string, urls: readonly string[]): string;
export function withLatePriority(html: string): string;
export function withModules(html: string, urls: readonly string[]): string;
export function scriptLoading(address: { base: string }): object;
