import { type ComponentChild, h } from 'preact';

/**
 * The content of an element that the server rendered, as a part of later screens, which then need not fetch it; undefined
 * if there is no such element.
 */
export function keptContent(element: Element | null): ComponentChild {
  if (!element) return undefined;
  const nodes = [...element.childNodes].map((node) => node.cloneNode(true));
  return h('div', { ref: (holder: HTMLElement | null) => holder?.replaceChildren(...nodes) });
}
