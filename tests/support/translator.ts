import type { Page } from '@playwright/test';

/** How a translator treats a text: it puts another one in its place, or keeps it inside of the new elements. */
export type Way = 'replaces texts' | 'wraps texts';

/**
 * Does to the page, from now on, what the translator of a browser does: each text gets two `<font>` elements around it, also
 * texts that are added later. The words stay as they are, so that the page can be compared with one in its own language.
 */
export const translate = (page: Page, way: Way): Promise<void> =>
  page.evaluate((isKept) => {
    const font = () => document.createElement('font');
    const isOurs = (node: Node) =>
      node.parentElement?.closest('font, script, style, textarea, [translate=no]') === null &&
      Boolean(node.textContent?.trim());
    const wrap = (text: Node) => {
      const [outer, inner] = [font(), font()];
      outer.append(inner);
      text.parentNode?.replaceChild(outer, text);
      inner.append(isKept ? text : (text.textContent ?? ''));
    };
    const textsIn = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Node[] = root.nodeType === Node.TEXT_NODE ? [root] : [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      return texts.filter(isOurs);
    };
    textsIn(document.body).forEach(wrap);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) textsIn(node).forEach(wrap);
    }).observe(document.body, { childList: true, subtree: true });
  }, way === 'wraps texts');
