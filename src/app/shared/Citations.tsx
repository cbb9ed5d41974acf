import { type Citation, citationPath, type Site } from './view-data.ts';

/** A citation in running text: the participants and the section of the study. */
export const citationText = ({ source, section, participants }: Citation, site: Site): string =>
  `${participants.join(', ') || site.t('evidence.authors')}, ${source === '2022' ? '' : `${source}, `}${section}`;

/** One citation: the section of the study and the participants. */
function Chip({ citation, site }: { citation: Citation; site: Site }) {
  const speakers = citation.participants.join(' ') || site.t('evidence.authors');
  return (
    <a class="chip" href={site.link(citationPath(citation))}>
      <span class="chip-section">
        {citation.source === '2022' ? '' : `${citation.source}, `}
        {citation.section}
      </span>{' '}
      {speakers}
    </a>
  );
}

/** The claims that something rests on, as links to the evidence. */
export function Citations({ citations, site }: { citations: readonly Citation[]; site: Site }) {
  return (
    <ul class="chips" aria-label={site.t('evidence.stands-on')}>
      {citations.map((citation) => (
        <li key={citation.id}>
          <Chip citation={citation} site={site} />
        </li>
      ))}
    </ul>
  );
}
