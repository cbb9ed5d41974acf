import type { AnswerMap } from '../../../core/answers/answers.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import { meetingPath } from './MeetingView.tsx';

export interface AgendaProps {
  site: Site;
  data: QuestionnaireData;
  /** Given answers; absent while the page is only read. */
  answers: AnswerMap | undefined;
}

/** All questions by stage, with what is answered. */
function Agenda({ site, data, answers }: AgendaProps) {
  const { t } = site;
  const state = (id: string) => answers?.get(id)?.state ?? 'unanswered';
  return (
    <ol class="agenda">
      {data.stages.map(({ id: stage, name }) => {
        const items = data.items.filter((each) => each.stage === stage);
        const done = items.filter(({ id }) => answers?.has(id)).length;
        return (
          <li key={stage}>
            <strong>{name}</strong>{' '}
            <span class="muted">
              {answers
                ? t('meeting.stage-state', { done, count: items.length })
                : t('meeting.stage-count', { count: items.length })}
            </span>
            <ol>
              {items.map(({ id, title }) => (
                <li key={id} value={data.items.findIndex((each) => each.id === id) + 1}>
                  <a href={site.link(meetingPath(data, id))}>{title}</a>
                  {answers ? <span class="muted"> {t(`meeting.state-${state(id)}`)}</span> : null}
                </li>
              ))}
            </ol>
          </li>
        );
      })}
    </ol>
  );
}

/** Before a meeting: what to do, and the agenda. */
export function AgendaView(props: AgendaProps) {
  const { site, data, answers } = props;
  const { t } = site;
  const open = data.items.find(({ id }) => !answers?.has(id)) ?? data.items[0];
  return (
    <div class="before-meeting">
      <h1 tabIndex={-1}>{t('meeting.title')}</h1>
      <p class="lead">{t('meeting.lead', data.estimates[data.depth])}</p>
      <ul>
        {(['alone', 'talk', 'note', 'time'] as const).map((each) => (
          <li key={each}>{t(`meeting.how-${each}`)}</li>
        ))}
      </ul>
      {answers ? null : <p class="muted needs-script">{t('question.needs-script')}</p>}
      <div class="steps">
        <a class="primary" href={site.link(meetingPath(data, open?.id))}>
          {t('meeting.begin')}
        </a>
        <a class="back" href={site.link('/assess/')}>
          {t('question.back')}
        </a>
      </div>
      <h2>{t('meeting.agenda')}</h2>
      <Agenda {...props} />
    </div>
  );
}
