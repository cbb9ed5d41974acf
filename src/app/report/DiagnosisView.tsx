import type { DiagnosisPart } from '../../core/assessment/diagnosis-parts.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { Explainable, type PartProps } from './report-parts.tsx';

/** A part of the diagnosis and its place among all parts, which identifies its explanation. */
interface PlacedPart {
  part: DiagnosisPart;
  place: number;
}

/** The name of a question, a signal or a V. */
export function sourceName({ data }: PartProps, id: string): string {
  const { item, signal, variableName } = packIndex(data.pack);
  return item(id)?.title ?? signal(id)?.title ?? variableName(id);
}

/** How many names of what a part is based on are shown; its derivation has all. */
const shownSources = 4;

/** What a part is based on, or "why" if its text already names it all; pressing it opens the derivation. */
function Source({ props, part, place }: PlacedPart & { props: PartProps }) {
  if (part.from.length === 0) return null;
  const more = part.from.length - shownSources;
  const isNamed = !part.inHeadline && part.from.every((id) => part.text.includes(sourceName(props, id)));
  if (isNamed && !props.explain) return null;
  const names = [
    ...part.from.slice(0, shownSources).map((id) => sourceName(props, id)),
    ...(more > 0 ? [props.site.t('diagnosis.more', { count: more })] : []),
  ].join(', ');
  return (
    <span class="made-from">
      <Explainable
        props={props}
        explained={{ kind: 'part', id: place }}
        text={isNamed ? props.site.t('diagnosis.why') : names}
        of={part.text}
      />
    </span>
  );
}

/** The parts of the diagnosis with the given roles, each with its basis. Headline parts show only their basis. */
export function DiagnosisView({ roles, ...props }: PartProps & { roles: readonly DiagnosisPart['role'][] }) {
  const { site, report } = props;
  const { t } = site;
  const parts = report.diagnosis.parts
    .map((part, place): PlacedPart => ({ part, place }))
    .filter(({ part }) => roles.includes(part.role));
  const inHeadline = parts.filter(({ part }) => part.inHeadline);
  const below = parts.filter(({ part }) => !part.inHeadline);
  if (parts.length === 0) return null;
  return (
    <dl class="diagnosis">
      {[...Map.groupBy(below, ({ part }) => part.role)].map(([role, group]) => (
        <div key={role}>
          <dt>{t(`diagnosis.${role}`)}</dt>
          {group.map(({ part, place }) => (
            <dd key={place}>
              {part.text} <Source props={props} part={part} place={place} />
            </dd>
          ))}
        </div>
      ))}
      {inHeadline.length > 0 ? (
        <div>
          <dt>{t('diagnosis.rests')}</dt>
          <dd>
            {inHeadline.map(({ part, place }) => (
              <span key={place} class="source">
                <Source props={props} part={part} place={place} />
              </span>
            ))}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
