import { type ComponentChild, options, render } from 'preact';

// Browser translators replace text nodes with `<font>` elements. Preact would keep updating the detached nodes, and the
// page would show old numbers or fail. So each render first restores its own nodes; afterwards, nodes with unchanged
// text are replaced with their translation again.

/** What Preact stores about a part of the page. All 10.x versions keep these names: extensions use them. */
interface Rendered {
  /** A component, the name of an element, or null for text. */
  type: unknown;
  /** Its children. */
  __k?: (Rendered | null)[] | null;
  /** Its DOM node. */
  __e?: Node | null;
}

/** One of our text nodes, and the translation that replaced it. */
interface Translation {
  text: Text;
  font: Element;
  /** The element in the translation that held the text node, if the translator kept that node. */
  inner: Element | null;
  data: string;
}

const isFont = (node: Node | null): node is Element => node?.nodeName.toLowerCase() === 'font';

/** The outermost elements and texts of a part of the page. */
const outermost = (part: Rendered | null): Rendered[] =>
  typeof part?.type === 'function' ? (part.__k ?? []).flatMap(outermost) : part?.__e ? [part] : [];

/** Restores the text nodes of an element. Returns their translations if each translates exactly one text node. */
function restoreTexts(parent: Node, nodes: readonly Node[]): Translation[] {
  const translations: Translation[] = [];
  let isPaired = true;
  let next = parent.firstChild;
  for (const node of nodes) {
    if (node.parentNode === parent) next = node.nextSibling;
    else if (isFont(next)) {
      const inner = next.contains(node) ? node.parentElement : null;
      translations.push({ text: node as Text, font: next, inner, data: (node as Text).data });
      next.replaceWith(node);
      next = node.nextSibling;
    } else {
      parent.insertBefore(node, next);
      isPaired = false;
    }
  }
  const fonts = [...parent.childNodes].filter(isFont);
  for (const font of fonts) font.remove();
  return isPaired && fonts.length === 0 ? translations : [];
}

/** Restores all text nodes below an element. Returns their translations. */
function restoreAll(parent: Node, parts: readonly (Rendered | null)[]): Translation[] {
  const owned = parts.flatMap(outermost);
  const nodes = owned.flatMap(({ __e }) => __e ?? []);
  return [
    ...restoreTexts(parent, nodes),
    ...owned.flatMap(({ type, __k, __e }) => (type !== null && __e && __k?.length ? restoreAll(__e, __k) : [])),
  ];
}

/** Restores the translations of texts that are still shown and have not changed. */
function translateAgain(translations: readonly Translation[]): void {
  for (const { text, font, inner, data } of translations) {
    if (!text.parentNode || text.data !== data) continue;
    text.replaceWith(font);
    inner?.append(text);
  }
}

const roots = new Set<Element>();

/** Renders while every root holds its own text nodes. */
function withOwnTexts(renderAll: () => void): void {
  const translations = [...roots]
    .filter((root) => root.getElementsByTagName('font').length > 0)
    .flatMap((root) => restoreAll(root, [(root as { __k?: Rendered }).__k ?? null]));
  renderAll();
  translateAgain(translations);
}

options.debounceRendering = (renderAll) => queueMicrotask(() => withOwnTexts(renderAll));

/** Renders into an element of the page like `render` of Preact, even if the browser has translated the element. */
export function renderInto(children: ComponentChild, root: Element): void {
  roots.add(root);
  withOwnTexts(() => render(children, root));
}
