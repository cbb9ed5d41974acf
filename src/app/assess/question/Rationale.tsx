import { joinNames } from '../../../core/text/format.ts';
import { Citations } from '../../shared/Citations.tsx';
import { entryPath, type Question, type RationaleData, type Site } from '../../shared/view-data.ts';

/** Why a question is asked, when its answer is good enough, and the claims that it rests on. */
export function Rationale({ question, data, site }: { question: Question; data: RationaleData; site: Site }) {
  return (
    <>
      <p>{data.why}</p>
      {data.ours ? (
        <p>
          <em>{site.t('question.our-reading')}</em> {data.ours}
        </p>
      ) : null}
      {data.goodEnough ? (
        <p>
          <em>{site.t('question.good-enough')}</em> {data.goodEnough}
        </p>
      ) : null}
      {data.look ? (
        <p>
          <em>{site.t('question.look')}</em> {data.look}
        </p>
      ) : null}
      {data.alsoServes && data.alsoServes.length > 0 ? (
        <p>{site.t('question.also-serves', { variables: joinNames(data.alsoServes) })}</p>
      ) : null}
      {question.notApplicable ? (
        <p>
          <em>{site.t('question.na-when')}</em> {question.notApplicable.hint}
        </p>
      ) : null}
      <p>
        {site.t('question.read-entries')}{' '}
        {data.entries.map(({ id, title }, index) => (
          <>
            {index > 0 ? ', ' : ''}
            <a href={site.link(entryPath(id))} target="_blank" rel="noopener">
              {title}
            </a>
          </>
        ))}
      </p>
      {data.citations.length > 0 ? <p class="muted">{site.t('question.stands-on')}</p> : null}
      <Citations citations={data.citations} site={site} />
      <p class="muted">{site.t('question.ours')}</p>
    </>
  );
}
