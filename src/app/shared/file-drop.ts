/** Whether files are being dragged, and not a text or a link. */
const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/**
 * The properties of an element that takes one file which is dropped on it. Without them, a browser leaves the page to show
 * the file.
 * @param open gets the first file; absent before the script has started
 */
export const fileDropProps = (open: ((file: File) => void) | undefined) => ({
  onDragOver: (event: DragEvent): void => {
    if (holdsFiles(event)) event.preventDefault();
  },
  onDrop: (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (!file || !open) return;
    event.preventDefault();
    open(file);
  },
});
