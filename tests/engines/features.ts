// Both run in the page.

/**
 * What some engines have and others do not, by name. The site works without each: scripts ask for it before they use
 * it, and styles lose only an ornament.
 */
export function features(): Record<string, boolean> {
  const styles = (text: string) => CSS.supports(text);
  return {
    'service worker': 'serviceWorker' in navigator,
    'web locks': 'locks' in navigator,
    'trusted types': 'trustedTypes' in globalThis,
    'compression streams': 'CompressionStream' in globalThis && 'DecompressionStream' in globalThis,
    workers: 'Worker' in globalThis,
    clipboard: 'clipboard' in navigator,
    share: 'share' in navigator,
    'data saver': 'connection' in navigator,
    'view transitions': 'CSSViewTransitionRule' in globalThis,
    ':has()': styles('selector(:has(a))'),
    '::details-content': styles('selector(::details-content)'),
    'color-mix()': styles('color: color-mix(in srgb, red, blue)'),
    'content-visibility': styles('content-visibility: auto'),
    'text-wrap: balance': styles('text-wrap: balance'),
    'page margin boxes': 'CSSMarginRule' in globalThis,
  };
}

/** What the site needs and the engine lacks: the newest features it uses without asking, in every engine since 2023. */
export function missing(): string[] {
  const needed = {
    'modal dialogs': 'showModal' in (globalThis.HTMLDialogElement?.prototype ?? {}),
    toSorted: 'toSorted' in Array.prototype,
    'AbortSignal.timeout': 'timeout' in AbortSignal,
    replaceChildren: 'replaceChildren' in Element.prototype,
  };
  return Object.entries(needed).flatMap(([name, has]) => (has ? [] : [name]));
}
