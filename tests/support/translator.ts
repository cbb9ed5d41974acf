import type { Page } from '@playwright/test';

/** How a translator treats a text node: it replaces the node, moves it into the new elements, or writes other words. */
export type Way = 'replaces texts' | 'wraps texts' | 'changes words';

/**
 * From now on, treats the page as the translator of a browser does: wraps each text in two `<font>` elements, including
 * texts added later. The words at most become capitals, so that the page can be compared with the original.
 */
export const translate = (page: Page, way: Way): Promise<void> =>
  page.evaluate((chosen) => {
    const font = () => document.createElement('font');
    const isOurs = (node: Node) =>
      node.parentElement?.closest('font, script, style, textarea, [translate=no]') === null &&
      Boolean(node.textContent?.trim());
    const wrap = (text: Node) => {
      const [outer, inner] = [font(), font()];
      outer.append(inner);
      text.parentNode?.replaceChild(outer, text);
      const words = text.textContent ?? '';
      inner.append(chosen === 'wraps texts' ? text : chosen === 'changes words' ? words.toUpperCase() : words);
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
  }, way);
