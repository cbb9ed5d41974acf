import { type ComponentChild, options, render } from 'preact';

// Translators of browsers put `<font>` elements in the place of text nodes. Preact would go on to change the nodes that are
// gone, and the page would show old numbers, or fail. So each render gets its own nodes back first; afterwards those
// whose text is still the same leave their place to the translation again.

/** What Preact keeps about a part of the page. All its versions 10 have these names, since its extensions use them. */
interface Rendered {
  /** A component, the name of an element, or null for text. */
  type: unknown;
  /** Its children. */
  __k?: (Rendered | null)[] | null;
  /** Its node. */
  __e?: Node | null;
}

/** A text node of ours, and the translation that was in its place. */
interface Translation {
  text: Text;
  font: Element;
  /** The part of the translation that the text node itself was in, if it was kept. */
  inner: Element | null;
  data: string;
}

const isFont = (node: Node | null): node is Element => node?.nodeName.toLowerCase() === 'font';

/** The elements and texts that a part of the page consists of, without those inside of elements. */
const outermost = (part: Rendered | null): Rendered[] =>
  typeof part?.type === 'function' ? (part.__k ?? []).flatMap(outermost) : part?.__e ? [part] : [];

/** Puts the text nodes of an element back. Returns their translations, if each is the translation of one text. */
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
  const rest = [...parent.childNodes].filter(isFont);
  for (const font of rest) font.remove();
  return isPaired && rest.length === 0 ? translations : [];
}

/** Puts all text nodes below an element back. Returns their translations. */
function restoreAll(parent: Node, parts: readonly (Rendered | null)[]): Translation[] {
  const owned = parts.flatMap(outermost);
  const nodes = owned.flatMap(({ __e }) => __e ?? []);
  return [
    ...restoreTexts(parent, nodes),
    ...owned.flatMap(({ type, __k, __e }) => (type !== null && __e && __k?.length ? restoreAll(__e, __k) : [])),
  ];
}

/** Puts the translations of texts back that are shown and have not changed. */
function translateAgain(translations: readonly Translation[]): void {
  for (const { text, font, inner, data } of translations) {
    if (!text.parentNode || text.data !== data) continue;
    text.replaceWith(font);
    inner?.append(text);
  }
}

const roots = new Set<Element>();

/** Renders while every page has its own text nodes. */
function withOwnTexts(renderAll: () => void): void {
  const translations = [...roots]
    .filter((root) => root.getElementsByTagName('font').length > 0)
    .flatMap((root) => restoreAll(root, [(root as { __k?: Rendered }).__k ?? null]));
  renderAll();
  translateAgain(translations);
}

options.debounceRendering = (renderAll) => queueMicrotask(() => withOwnTexts(renderAll));

/** Renders into an element of the page, as `render` of Preact does, also if a browser has translated it in the meantime. */
export function renderInto(children: ComponentChild, root: Element): void {
  roots.add(root);
  withOwnTexts(() => render(children, root));
}
