import type { LostPart } from '../../core/answers/lost-part.ts';
import type { Site } from './view-data.ts';

interface LostPartsProps {
  site: Site;
  lost: readonly LostPart[];
  /** Saves what could not be read as a file. */
  download(): void;
}

/** Names the parts that could not be read or kept, each with why and as it was. */
export const LostList = ({ lost }: Pick<LostPartsProps, 'lost'>) => (
  <ul class="lost">
    {lost.map(({ place, about, problem, raw }) => (
      <li key={`${place} ${about}`}>
        <strong>{about === undefined ? place : `${place} (${about})`}</strong>: {problem} <code dir="auto">{raw}</code>
      </li>
    ))}
  </ul>
);

/** Says that answers from a file or a link could be read in part only, and what is missing. */
export function LostParts({ site: { t }, lost, download }: LostPartsProps) {
  return (
    <div class="notice" data-notice="lost">
      <p>{t('lost.given')}</p>
      <LostList lost={lost} />
      <button type="button" class="secondary" onClick={download}>
        {t('lost.download')}
      </button>
    </div>
  );
}
