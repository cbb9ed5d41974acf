/** Whether files are being dragged, and not a text or a link. */
const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/**
 * The properties of an element that takes files which are dropped on it. Without them, a browser leaves the page to show
 * the file.
 * @param open gets all of them, at least one; absent before the script has started
 */
export const fileDropProps = (open: ((files: File[]) => void) | undefined) => ({
  onDragOver: (event: DragEvent): void => {
    if (holdsFiles(event)) event.preventDefault();
  },
  onDrop: (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || !open) return;
    event.preventDefault();
    open(files);
  },
});
