import type { QuestionnaireData, Site } from '../../shared/view-data.ts';

export interface SectionsProps {
  site: Site;
  data: QuestionnaireData;
  /** The stage that is shown. */
  stage: string | undefined;
  /** How many questions of each stage are answered. */
  done: Readonly<Record<string, number>>;
  /** Where a stage is shown. */
  path(stage: string): string;
}

/** How many questions a stage has. */
export const countOf = ({ items }: QuestionnaireData, stage: string): number =>
  items.filter((each) => each.stage === stage).length;

/** The sections, and how far each is. */
export function Sections({ site, data, stage, done, path }: SectionsProps) {
  const { t } = site;
  const state = (id: string) => {
    const count = done[id] ?? 0;
    return count === 0 ? 'not-started' : count === countOf(data, id) ? 'completed' : 'in-progress';
  };
  return (
    <nav class="sections" aria-label={t('question.sections')}>
      <ol>
        {data.stages.map(({ id, name }) => (
          <li key={id}>
            <a href={site.link(path(id))} aria-current={id === stage ? 'step' : undefined}>
              {name}
            </a>
            <span class="muted"> {t(`question.section-${state(id)}`)}</span>
          </li>
        ))}
        <li>
          <a href={site.link(`/assess/${data.depth}/check/`)}>{t('question.check-link')}</a>
        </li>
      </ol>
    </nav>
  );
}
