import { type ComponentChild, h } from 'preact';
import { fetchJson } from '../../platform/fetch-file.ts';
import type { Question, RationaleData, Site } from '../../shared/view-data.ts';
import { Rationale } from './Rationale.tsx';

/** Fetches why a question is asked, in the words of the context that `fits`; each question has a small file for it. */
export const fetchRationale = (
  question: Question,
  site: Site,
  fits: (reading: { when: object }) => boolean,
): Promise<ComponentChild> =>
  fetchJson<RationaleData>(site.link(`/assess/why/${question.id}.json`), 'citations').then((data) =>
    h(Rationale, { question, data: { ...data, ...data.readings?.find(fits) }, site }),
  );
