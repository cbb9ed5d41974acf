import type { QuestionnaireData, Site } from '../../shared/view-data.ts';

export interface SectionsProps {
  site: Site;
  data: QuestionnaireData;
  /** The current stage. */
  stage: string | undefined;
  /** Number of answered questions by stage. */
  answeredByStage: Readonly<Record<string, number>>;
  /** The path of a stage. */
  pathOf(stage: string): string;
}

/** Number of questions in a stage. */
export const countQuestions = ({ items }: QuestionnaireData, stage: string): number =>
  items.filter((question) => question.stage === stage).length;

/** Links to the stages, each with its progress, and to the check page. */
export function Sections({ site, data, stage, answeredByStage, pathOf }: SectionsProps) {
  const { t } = site;
  const progressOf = (id: string) => {
    const count = answeredByStage[id] ?? 0;
    if (count === 0) return 'not-started';
    return count === countQuestions(data, id) ? 'completed' : 'in-progress';
  };
  return (
    <nav class="sections" aria-label={t('question.sections')}>
      <ol>
        {data.stages.map(({ id, name }) => (
          <li key={id}>
            <a href={site.link(pathOf(id))} aria-current={id === stage ? 'step' : undefined}>
              {name}
            </a>
            <span class="muted"> {t(`question.section-${progressOf(id)}`)}</span>
          </li>
        ))}
        <li>
          <a href={site.link(`/assess/${data.depth}/check/`)}>{t('question.check-link')}</a>
        </li>
      </ol>
    </nav>
  );
}
