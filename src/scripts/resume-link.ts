import { listKeys, now, readItem } from '../app/platform/browser.ts';
import { formatAge } from '../i18n/dates.ts';

interface Saved {
  savedAt: string;
  system: string;
  items: string[];
}

/** What one stored assessment says of itself; nothing where it cannot be read, which its own page settles. */
function readSaved(key: string): Saved[] {
  const stored = readItem(key);
  if (!stored.ok || stored.value === null) return [];
  try {
    const { savedAt, system, answers } = JSON.parse(stored.value);
    const items = answers
      .filter(({ state }: { state: string }) => state !== 'unanswered')
      .map(({ item }: { item: string }) => item);
    return typeof savedAt === 'string' ? [{ savedAt, system: String(system ?? ''), items }] : [];
  } catch {
    return [];
  }
}

// Home: an unfinished assessment comes first, in the words that the page carries.
const place = document.getElementById('continue');
const start = document.getElementById('start');
const keys = listKeys('trivium:assessment:');
const newest = (keys.ok ? keys.value : []).flatMap(readSaved).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))[0];
if (place && start && newest && newest.items.length > 0) {
  const words = place.dataset;
  const quick = (words['quick'] ?? '').split(' ');
  const total = newest.items.every((item) => quick.includes(item)) ? quick.length : Number(words['full']);
  const values: Record<string, string> = {
    done: String(newest.items.length),
    total: String(total),
    age: formatAge(newest.savedAt, now(), document.documentElement.lang),
  };
  const state = (words['state'] ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  place.textContent = [newest.system, state].filter(Boolean).join(': ');
  place.hidden = false;
  start.textContent = words['action'] ?? '';
}
