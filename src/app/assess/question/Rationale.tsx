import { Citations } from '../../shared/Citations.tsx';
import { type AskedQuestion, entryPath, type RationaleData, type Site } from '../../shared/view-data.ts';

/** Why a question is asked, when its answer is good enough, and on what it stands. */
export function Rationale({ item, reasons, site }: { item: AskedQuestion; reasons: RationaleData; site: Site }) {
  return (
    <>
      <p>{reasons.why}</p>
      {reasons.goodEnough ? (
        <p>
          <em>{site.t('question.good-enough')}</em> {reasons.goodEnough}
        </p>
      ) : null}
      {item.notApplicable ? (
        <p>
          <em>{site.t('question.na-when')}</em> {item.notApplicable.hint}
        </p>
      ) : null}
      <p>
        {site.t('question.read-entries')}{' '}
        {(reasons.entries ?? [item]).map(({ id, title }, at) => (
          <>
            {at > 0 ? ', ' : ''}
            <a href={site.link(entryPath(id))} target="_blank" rel="noopener">
              {title}
            </a>
          </>
        ))}
      </p>
      <p class="muted">{site.t('question.stands-on')}</p>
      <Citations citations={reasons.citations} site={site} />
      <p class="muted">{site.t('question.ours')}</p>
    </>
  );
}
