import type { AnswerMap } from '../../../core/answers/answers.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import { meetingPath } from './meeting-path.ts';

export interface AgendaProps {
  site: Site;
  data: QuestionnaireData;
  /** Absent before the script has started. */
  answers: AnswerMap | undefined;
}

type Stage = QuestionnaireData['stages'][number];

/** A stage of the agenda with its questions, and how many are answered. */
function AgendaStage({ stage, props }: { stage: Stage; props: AgendaProps }) {
  const { site, data, answers } = props;
  const { t } = site;
  const questions = data.items.filter((question) => question.stage === stage.id);
  const answeredCount = questions.filter(({ id }) => answers?.has(id)).length;
  return (
    <li>
      <strong>{stage.name}</strong>{' '}
      <span class="muted">
        {answers
          ? t('meeting.stage-state', { done: answeredCount, count: questions.length })
          : t('meeting.stage-count', { count: questions.length })}
      </span>
      <ol>
        {questions.map((question) => (
          <li key={question.id} value={data.items.indexOf(question) + 1}>
            <a href={site.link(meetingPath(data, question.id))}>{question.gist}</a>
            {answers ? (
              <span class="muted"> {t(`meeting.state-${answers.get(question.id)?.state ?? 'unanswered'}`)}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </li>
  );
}

/** The page before a meeting: how to run it, and its agenda. */
export function AgendaView(props: AgendaProps) {
  const { site, data, answers } = props;
  const { t } = site;
  const firstOpen = data.items.find(({ id }) => !answers?.has(id)) ?? data.items[0];
  return (
    <div class="before-meeting">
      <h1 tabIndex={-1}>{t('meeting.title')}</h1>
      <p class="lead">{t('meeting.lead', data.estimates[data.depth])}</p>
      <ul>
        {(['alone', 'talk', 'note', 'time'] as const).map((rule) => (
          <li key={rule}>{t(`meeting.how-${rule}`)}</li>
        ))}
      </ul>
      {answers ? null : <p class="muted needs-script">{t('question.needs-script')}</p>}
      <div class="steps">
        <a class="primary" href={site.link(meetingPath(data, firstOpen?.id))}>
          {t('meeting.begin')}
        </a>
        <a class="back" href={site.link('/assess/')}>
          {t('question.back')}
        </a>
      </div>
      <h2>{t('meeting.agenda')}</h2>
      <ol class="meeting-agenda">
        {data.stages.map((stage) => (
          <AgendaStage key={stage.id} stage={stage} props={props} />
        ))}
      </ol>
    </div>
  );
}
