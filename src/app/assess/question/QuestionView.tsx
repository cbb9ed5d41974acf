import type { SaveStatus } from '../../storage/autosave.ts';
import { AnswerFieldset } from './AnswerFieldset.tsx';
import { AnswerNote } from './AnswerNote.tsx';
import type { AnswerActions, AnswerFieldsetProps } from './answer-props.ts';
import { RationaleDetails, SaveStatusLine, ShortcutsDetails } from './question-parts.tsx';
import { Sections } from './Sections.tsx';

/** What a person can do on the page of one question. */
export interface QuestionActions extends AnswerActions {
  proceed(): void;
  toggleShortcuts(isOn: boolean): void;
}

export interface QuestionProps extends AnswerFieldsetProps {
  /** Number of answered questions by stage. */
  answeredByStage: Readonly<Record<string, number>>;
  status: SaveStatus;
  actions: QuestionActions | undefined;
}

/** Path of the page of an item, or of the check page. */
const pathOf = ({ data }: QuestionProps, page: string) => `/assess/${data.depth}/${page}/`;

/** Ways on and back. */
function Steps({ props }: { props: QuestionProps }) {
  const { site, data, question, status, actions } = props;
  const { t } = site;
  const index = data.items.findIndex(({ id }) => id === question.id);
  const previous = data.items[index - 1]?.id;
  const next = data.items[index + 1]?.id ?? 'check';
  return (
    <div class="steps">
      {actions ? (
        <button class="primary" type="submit">
          {t(next === 'check' ? 'question.continue-check' : 'question.continue')}
        </button>
      ) : (
        <a class="primary" href={site.link(pathOf(props, next))}>
          {t('question.next-plain')}
        </a>
      )}
      <a class="back" href={site.link(previous === undefined ? '/assess/' : pathOf(props, previous))}>
        {t('question.back')}
      </a>
      <SaveStatusLine status={status} />
    </div>
  );
}

/** One question as a form, complete even without a script. */
export function QuestionView(props: QuestionProps) {
  const { site, data, question, actions } = props;
  const { t } = site;
  const n = data.items.findIndex(({ id }) => id === question.id) + 1;
  const stage = data.stages.find(({ id }) => id === question.stage)?.name ?? '';
  const submit = (event: Event) => {
    event.preventDefault();
    actions?.proceed();
  };
  return (
    <form class="question" method="dialog" noValidate onSubmit={submit}>
      <p class="progress" id="place">
        {t('question.progress', { n, total: data.items.length })}
        <span> · {stage}</span>
      </p>
      <AnswerFieldset props={props}>
        <h1 tabIndex={-1} id="question" aria-describedby="place">
          {question.question}
        </h1>
      </AnswerFieldset>
      <Steps props={props} />
      <RationaleDetails key={question.id} props={props} />
      {actions ? (
        <>
          <AnswerNote key={question.id} props={props} />
          <ShortcutsDetails
            site={site}
            help={t('question.keys-help')}
            isOn={props.shortcutsOn}
            toggle={actions.toggleShortcuts}
          />
        </>
      ) : (
        <p class="muted needs-script">{t('question.needs-script')}</p>
      )}
      <p class="muted">
        <a href={site.link(`${pathOf(props, `stage/${question.stage}`)}#${question.id}`)}>{t('question.as-stage')}</a> ·{' '}
        <a href={site.link(pathOf(props, `meeting/${question.id}`))}>{t('question.as-meeting')}</a>
      </p>
      <Sections
        site={site}
        data={data}
        stage={question.stage}
        answeredByStage={props.answeredByStage}
        pathOf={(stageId) => pathOf(props, data.items.find((item) => item.stage === stageId)?.id ?? '')}
      />
    </form>
  );
}
