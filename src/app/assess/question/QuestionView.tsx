import type { AnswerMap } from '../../../core/answers/answers.ts';
import { answerText } from '../../shared/answer-text.ts';
import type { SaveStatus } from '../../storage/save-status.ts';
import { AnswerExtras } from './AnswerExtras.tsx';
import { AnswerFieldset } from './AnswerFieldset.tsx';
import { AnswerNote } from './AnswerNote.tsx';
import type { AnswerActions, AnswerFieldsetProps } from './answer-props.ts';
import { QuestionTop } from './QuestionTop.tsx';
import { SaveStatusLine, ShortcutsDetails } from './question-parts.tsx';
import { Sections } from './Sections.tsx';
import { WhyWeAsk } from './WhyWeAsk.tsx';

/** What a person can do on the page of one question. */
export interface QuestionActions extends AnswerActions {
  proceed(): void;
  /** Goes back to the question that an answer has just led away from, and restores its former answer. */
  undo(): void;
  toggleAdvance(isOn: boolean): void;
  toggleShortcuts(isOn: boolean): void;
}

export interface QuestionProps extends AnswerFieldsetProps {
  /** Every answer so far. */
  answers: AnswerMap;
  /** Number of answered questions by stage. */
  answeredByStage: Readonly<Record<string, number>>;
  status: SaveStatus;
  /** Whether choosing an answer leads to the next question. */
  isAdvanceOn: boolean;
  /** The previous question, if answering it has led here. */
  advancedFrom: string | undefined;
  actions: QuestionActions | undefined;
}

/** Path of the page of an item, or of the check page. */
const pathOf = ({ data }: QuestionProps, page: string) => `/assess/${data.depth}/${page}/`;

/** The Continue button and the save status. They stick to the bottom edge, so they are always in view. */
function Steps({ props, next }: { props: QuestionProps; next: string }) {
  const { site, status, actions } = props;
  const { t } = site;
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
      <SaveStatusLine status={status} />
      {props.findings?.jump}
    </div>
  );
}

/** After an answer has led to this question: what was answered, and a way back. */
function Advanced({ props: { site, data, answers, advancedFrom, actions } }: { props: QuestionProps }) {
  const question = data.items.find(({ id }) => id === advancedFrom);
  if (!question) return null;
  const answer = answerText(question, answers.get(question.id), data, site);
  return (
    <p class="advanced">
      <span id="advanced">{site.t('question.advanced', { title: question.gist, answer })}</span>{' '}
      <button type="button" class="link" onClick={actions?.undo}>
        {site.t('question.undo')}
      </button>
    </p>
  );
}

/** Optional additions to the answer, keyboard shortcuts, and links to the other ways to answer. */
function QuestionRest({ props }: { props: QuestionProps }) {
  const { site, data, question, actions } = props;
  const { t } = site;
  return (
    <div class="rest">
      {actions ? (
        <>
          <AnswerNote key={question.id} props={props} />
          <label class="inline">
            <input
              type="checkbox"
              checked={props.isAdvanceOn}
              onChange={({ currentTarget }) => actions.toggleAdvance(currentTarget.checked)}
            />{' '}
            {t('question.advance')}
          </label>
          <ShortcutsDetails props={props} help="question.keys-help" />
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
    </div>
  );
}

/** One question as a form. It is complete even without scripts. */
export function QuestionView(props: QuestionProps) {
  const { site, data, question, actions } = props;
  const index = data.items.indexOf(question);
  const previous = data.items[index - 1];
  const next = data.items[index + 1];
  const submit = (event: Event) => {
    event.preventDefault();
    actions?.proceed();
  };
  return (
    <form class="question" method="dialog" noValidate onSubmit={submit}>
      <QuestionTop props={props} back={previous ? pathOf(props, previous.id) : '/assess/'} />
      <div class="ask">
        <Advanced props={props} />
        <AnswerFieldset props={props}>
          <h1 tabIndex={-1} id="question" aria-describedby={props.advancedFrom ? 'place advanced' : 'place'}>
            {question.question}
          </h1>
        </AnswerFieldset>
        <AnswerExtras props={props} />
        <Steps props={props} next={next?.id ?? 'check'} />
        {next ? (
          <p class="next muted">
            {site.t('question.next-plain')}: {next.question}
          </p>
        ) : null}
      </div>
      <div class="margin">
        {props.findings?.panel}
        <WhyWeAsk key={question.id} props={props} />
      </div>
      <QuestionRest props={props} />
    </form>
  );
}
