import type { LostPart } from '../../core/answers/lost-part.ts';
import type { Site } from './view-data.ts';

interface LostPartsProps {
  site: Site;
  lost: readonly LostPart[];
  /** Saves the unreadable parts as a file. */
  download(): void;
}

/** Lists the parts that could not be read or kept, each with the reason and its original text. */
export const LostList = ({ lost }: Pick<LostPartsProps, 'lost'>) => (
  <ul class="lost">
    {lost.map(({ place, about, problem, raw }) => (
      <li key={`${place} ${about}`}>
        <strong>{about === undefined ? place : `${place} (${about})`}</strong>: {problem} <code dir="auto">{raw}</code>
      </li>
    ))}
  </ul>
);

/** Says that answers from a file or link could be read only in part, and lists what is missing. */
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
