import { fileName } from '../../core/render/file-name.ts';
import { download } from '../platform/browser.ts';

/** Downloads what a page found out about a system, as Markdown or JSON. */
export function downloadResult(
  kind: 'comparison' | 'together',
  about: { system: string; date?: string | null },
  format: 'json' | 'md',
  text: string,
): void {
  download(fileName(about, format, kind), text);
}
