import { packIndex } from '../../../core/model/pack-index.ts';
import type { SaveStatus } from '../../storage/autosave.ts';
import { type AnswerActions, AnswerFieldset, type AnswerFieldsetProps } from './AnswerFieldset.tsx';
import { AnswerNote } from './AnswerNote.tsx';
import { Keys, Status, Why } from './question-parts.tsx';
import { Sections } from './Sections.tsx';

/** What a person can do on a page that asks. */
export interface QuestionActions extends AnswerActions {
  proceed(): void;
  toggleKeys(on: boolean): void;
}

export interface QuestionProps extends AnswerFieldsetProps {
  /** How many questions of each stage are answered. */
  done: Readonly<Record<string, number>>;
  status: SaveStatus;
  actions: QuestionActions | undefined;
}

/** On, back, and how saving went. */
function Steps({ props, index }: { props: QuestionProps; index: number }) {
  const { site, data, status, actions } = props;
  const { t } = site;
  const to = (path: string) => site.link(`/assess/${data.depth}/${path}`);
  const next = data.items[index + 1]?.id ?? 'check';
  return (
    <div class="steps">
      {actions ? (
        <button class="primary" type="submit">
          {t(next === 'check' ? 'question.continue-check' : 'question.continue')}
        </button>
      ) : (
        <a class="primary" href={to(`${next}/`)}>
          {t('question.next-plain')}
        </a>
      )}
      <a class="back" href={index > 0 ? to(`${data.items[index - 1]?.id}/`) : site.link('/assess/')}>
        {t('question.back')}
      </a>
      <Status status={status} />
    </div>
  );
}

/** One question, as a form that reads whole without a script. */
export function QuestionView(props: QuestionProps) {
  const { site, data, item, keysOn, actions } = props;
  const { t } = site;
  const to = (path: string) => site.link(`/assess/${data.depth}/${path}`);
  const index = data.items.findIndex(({ id }) => id === item.id);
  const proceed = (event: Event) => {
    event.preventDefault();
    actions?.proceed();
  };
  return (
    <form class="question" method="dialog" noValidate onSubmit={proceed}>
      <p class="progress" id="place">
        {t('question.progress', { n: index + 1, total: data.items.length })}
        <span> · {packIndex(data).stageName(item.stage)}</span>
      </p>
      <AnswerFieldset props={props}>
        <h1 tabIndex={-1} id="question" aria-describedby="place">
          {item.question}
        </h1>
      </AnswerFieldset>
      <Steps props={props} index={index} />
      <Why key={item.id} props={props} />
      {actions ? (
        <>
          <AnswerNote key={item.id} props={props} />
          <Keys help={t('question.keys-help')} on={keysOn} toggle={actions.toggleKeys} site={site} />
        </>
      ) : (
        <p class="muted needs-script">{t('question.needs-script')}</p>
      )}
      <p class="muted">
        <a href={to(`stage/${item.stage}/#${item.id}`)}>{t('question.as-stage')}</a> ·{' '}
        <a href={to(`meeting/${item.id}/`)}>{t('question.as-meeting')}</a>
      </p>
      <Sections
        site={site}
        data={data}
        stage={item.stage}
        done={props.done}
        path={(id) => `/assess/${data.depth}/${data.items.find(({ stage }) => stage === id)?.id}/`}
      />
    </form>
  );
}
