import { readdirSync } from 'node:fs';

/** The address of every page in `dist`, in order; the site has to be built. */
export function everyPage(): string[] {
  return readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .toSorted();
}
