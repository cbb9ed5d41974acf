import { fillTemplate } from '../core/text/fill-template.ts';

/**
 * How many rows a filter left, in a sentence.
 * @param status the element that says it; its attributes hold one sentence per plural form, as `data-one`, `data-other`
 */
export function countText(status: HTMLElement, count: number): string {
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  return fillTemplate(status.dataset[form] ?? status.dataset['other'] ?? '', { count });
}
