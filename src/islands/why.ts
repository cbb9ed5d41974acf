import { type ComponentChild, h } from 'preact';
import type { AskedItem, Reasons, Site } from '../views/data.ts';
import { WhyText } from '../views/WhyText.tsx';
import { fetchJson } from './browser.ts';

/** Why a question is asked, from a small file of its own. */
export async function fetchWhy(item: AskedItem, site: Site): Promise<ComponentChild> {
  const reasons = await fetchJson<Reasons>(site.link(`/assess/why/${item.id}.json`));
  return h(WhyText, { item, reasons, site });
}
