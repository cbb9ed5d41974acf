import { type ComponentChild, h } from 'preact';
import { fetchJson } from '../../platform/fetch-file.ts';
import type { Question, RationaleData, Site } from '../../shared/view-data.ts';
import { Rationale } from './Rationale.tsx';

/** Fetches why a question is asked; each question has a small file for it. */
export async function fetchRationale(question: Question, site: Site): Promise<ComponentChild> {
  const data = await fetchJson<RationaleData>(site.link(`/assess/why/${question.id}.json`));
  return h(Rationale, { question, data, site });
}
