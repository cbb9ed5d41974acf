/** Sorts texts by their characters. Ids and days, as `2026-11-23`, come in their usual order. */
export const byText = (a: string, b: string): number => Number(a > b) - Number(a < b);
