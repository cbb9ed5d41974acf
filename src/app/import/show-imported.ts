/**
 * Renders after an import. If the result is new, its heading gets the focus: the field that had it is below now.
 * @param heading selector of the heading of the result
 */
export function showImported(root: HTMLElement, heading: string, show: () => void): void {
  const isNew = root.querySelector(heading) === null;
  show();
  if (isNew) root.querySelector<HTMLElement>(heading)?.focus();
}
