import { Component, type ComponentChild } from 'preact';
import { answerMap } from '../../../core/answers/answers.ts';
import { explainSignal, explainVariable } from '../../../core/assessment/explain.ts';
import { formatPoints } from '../../../core/assessment/score.ts';
import { signalTitle, titleOf, variableNameOf, type WorkingsProps } from '../report-parts.tsx';
import { AnswerWorkings } from './AnswerWorkings.tsx';
import { PartWorkings } from './PartWorkings.tsx';
import { PriorityWorkings } from './PriorityWorkings.tsx';
import { ScoreWorkings } from './ScoreWorkings.tsx';

export interface ExplainDialogProps extends WorkingsProps {
  /** Whether the answers are the person's own. */
  canChange: boolean;
  close(): void;
}

/** Names the explained number, as the middle of a sentence. */
function numberName(props: WorkingsProps): string {
  const { explained, site, report } = props;
  const { t } = site;
  const pointText = (point: number | null | undefined) =>
    point === null || point === undefined ? '–' : formatPoints(point);
  if (explained.kind === 'variable') {
    const score = pointText(report.variables.find(({ id }) => id === explained.id)?.point);
    return t('workings.score-of', { score, name: variableNameOf(props, explained.id) });
  }
  if (explained.kind === 'part') return t('diagnosis.derivation');
  return explained.kind === 'signal'
    ? t('workings.risk-of', { name: signalTitle(props, explained.id) })
    : t('workings.priority-of', { name: titleOf(props, explained.id) });
}

function contentOf(props: ExplainDialogProps): ComponentChild {
  const { explained, answers, data, report, canChange } = props;
  const map = answerMap(answers);
  const { pack } = data;
  if (explained.kind === 'part') return <PartWorkings props={props} place={explained.id} />;
  if (explained.kind === 'answer') return <AnswerWorkings props={props} item={explained.id} canChange={canChange} />;
  if (explained.kind === 'move') return <PriorityWorkings props={props} practice={explained.id} />;
  const explanation =
    explained.kind === 'variable'
      ? explainVariable(explained.id, map, pack, report.depth)
      : explainSignal(explained.id, map, pack, answers.context);
  return explanation ? <ScoreWorkings props={props} explanation={explanation} /> : null;
}

/** Explains a number in a dialog. Escape closes it and returns the focus to the number. */
export class ExplainDialog extends Component<ExplainDialogProps> {
  #dialog: HTMLDialogElement | null = null;

  override componentDidMount(): void {
    this.#dialog?.showModal();
    this.#dialog?.querySelector('h2')?.focus(); // so that screen readers start there, not at the button
  }

  override render() {
    const { site, close } = this.props;
    return (
      <dialog
        class="workings"
        aria-labelledby="workings"
        ref={(element) => {
          this.#dialog = element;
        }}
        onClose={close}
      >
        <h2 id="workings" tabIndex={-1}>
          {this.props.explained.kind === 'answer'
            ? titleOf(this.props, this.props.explained.id)
            : site.t('workings.title', { what: numberName(this.props) })}
        </h2>
        {contentOf(this.props)}
        <form method="dialog">
          <button type="submit" class="secondary">
            {site.t('workings.close')}
          </button>
        </form>
      </dialog>
    );
  }
}
