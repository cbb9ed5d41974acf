/**
 * Renders after an import. If the result is new, moves the focus to its heading: the focused field is now below it.
 * @param heading selector of the result heading
 */
export function showImported(root: HTMLElement, heading: string, show: () => void): void {
  const isNew = root.querySelector(heading) === null;
  show();
  if (isNew) root.querySelector<HTMLElement>(heading)?.focus();
}
