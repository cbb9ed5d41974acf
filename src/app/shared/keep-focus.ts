/**
 * Renders. If that removes the element that has the focus, the focus goes to the first heading or control of what is left
 * around it; otherwise it would fall back to the top of the page.
 */
export function keepFocus(render: () => void): void {
  const around: Element[] = [];
  for (let element = document.activeElement; element; element = element.parentElement) around.push(element);
  render();
  if (around[0]?.isConnected) return;
  const left = around.find((element) => element.isConnected);
  const next = left?.querySelector<HTMLElement>('h2,h3,a,button,input,summary');
  if (!next) return;
  if (/^H/.test(next.tagName)) next.tabIndex = -1;
  next.focus({ preventScroll: true });
}
