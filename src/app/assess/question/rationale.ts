import { type ComponentChild, h } from 'preact';
import { fetchJson } from '../../platform/browser.ts';
import type { AskedQuestion, RationaleData, Site } from '../../shared/view-data.ts';
import { Rationale } from './Rationale.tsx';

/** Why a question is asked, from a small file of its own. */
export async function fetchRationale(item: AskedQuestion, site: Site): Promise<ComponentChild> {
  const reasons = await fetchJson<RationaleData>(site.link(`/assess/why/${item.id}.json`));
  return h(Rationale, { item, reasons, site });
}
