import type { LostPart } from '../../core/answers/lost-part.ts';
import type { Site } from './view-data.ts';

interface LostPartsProps {
  site: Site;
  lost: readonly LostPart[];
  /** Saves the unreadable parts as a file. */
  download(): void;
}

/** How many lost parts are listed; the rest is in the download. */
const mostListed = 20;

/** Lists the first parts that could not be read or kept, each with the reason and its original text. */
export const LostList = ({ t, lost }: Pick<LostPartsProps, 'lost'> & Pick<Site, 't'>) => (
  <ul class="lost">
    {lost.slice(0, mostListed).map(({ place, about, problem, raw }) => (
      <li key={`${place} ${about}`}>
        <strong>{about === undefined ? place : `${place} (${about})`}</strong>: {problem} <code dir="auto">{raw}</code>
      </li>
    ))}
    {lost[mostListed] ? <li>{t('lost.more', { count: lost.length - mostListed })}</li> : null}
  </ul>
);

/** Says that answers from a file or link could be read only in part, and lists what is missing. */
export function LostParts({ site: { t }, lost, download }: LostPartsProps) {
  return (
    <div class="notice" data-notice="lost">
      <p>{t('lost.given')}</p>
      <LostList t={t} lost={lost} />
      <button type="button" class="secondary" onClick={download}>
        {t('lost.download')}
      </button>
    </div>
  );
}
