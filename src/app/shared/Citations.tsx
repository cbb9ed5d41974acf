import { type Citation, citationPath, participantPath, type Site } from './view-data.ts';

interface Props {
  citations: readonly Citation[];
  site: Site;
}

/** Where there is little room, more speakers than this are counted instead of named. */
const maxNamed = 3;

/** Who said something, each linked to the person, and where in the study, linked to the claim. */
function Source({ citation, site: { t, link } }: { citation: Citation; site: Site }) {
  const { id, source, section, participants } = citation;
  const isMany = participants.length > maxNamed;
  return (
    <span class={isMany ? 'source many' : 'source'}>
      {isMany ? <span class="people">{t('evidence.people', { count: participants.length })} </span> : null}
      {participants.length === 0 ? <span class="speaker">{t('evidence.authors')} </span> : null}
      {participants.map((participant) => [
        <a class="speaker" key={participant} href={link(participantPath(participant))}>
          {participant}
        </a>,
        ' ',
      ])}
      <a class="cited-place" href={link(citationPath(citation))}>
        {source === '2022' ? '§' : `${source} §`}
        {section}
        <span class="visually-hidden">, {t('evidence.claim', { claim: id })}</span>
      </a>
    </span>
  );
}

/** What a sentence rests on: in the margin if there is one, otherwise after the sentence. The same on every page. */
export function EvidenceLine({ citations, site }: Props) {
  return (
    <span class="cite" role="note" aria-label={site.t('evidence.label')}>
      {citations.map((citation) => [' ', <Source key={citation.id} citation={citation} site={site} />])}
    </span>
  );
}

/** The evidence for a whole part, on its own line; renders nothing without claims. */
export const Citations = ({ citations, site }: Props) =>
  citations.length === 0 ? null : (
    <p class="citations">
      <EvidenceLine citations={citations} site={site} />
    </p>
  );
