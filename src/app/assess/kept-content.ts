import { type ComponentChild, h } from 'preact';

/**
 * Copies the content of a server-rendered element for later screens, so that they need not fetch it. Undefined if there
 * is no such element.
 */
export function keptContent(element: Element | null): ComponentChild {
  if (!element) return undefined;
  const nodes = [...element.childNodes].map((node) => node.cloneNode(true));
  return h('div', { ref: (holder: HTMLElement | null) => holder?.replaceChildren(...nodes) });
}
