import { Component, type ComponentChild } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { answerMap, topLevel } from '../../core/answers/answers.ts';
import {
  explainCell,
  explainMove,
  explainSignal,
  explainVariable,
  type ScoreExplanation,
} from '../../core/assessment/explain.ts';
import { formatPoints } from '../../core/assessment/score.ts';
import { Citations } from '../shared/Citations.tsx';
import type { Citation } from '../shared/view-data.ts';
import { anchorOf, type ExplainTarget, type PartProps, signalTitle, titleOf, variableName } from './report-parts.tsx';

export interface ExplainDialogProps extends PartProps {
  answers: Answers;
  /** The number that is explained. */
  explained: ExplainTarget;
  close(): void;
}

/** A weight or a sum of weights, as it is read: no decimals where it has none. */
const plain = (value: number): string => String(Math.round(value * 100) / 100);

/** The sum in words, with the numbers of this very score. */
function sentences(
  props: ExplainDialogProps,
  { applicableWeight, knownWeight, reached, widened, score }: ScoreExplanation,
): string[] {
  const { t } = props.site;
  if (score.coverage === null || score.low === null || score.high === null) return [t('workings.sentence-empty')];
  const sums = {
    known: plain(knownWeight),
    all: plain(applicableWeight),
    reached: plain(reached * 100),
    coverage: formatPoints(score.coverage),
    needed: formatPoints(props.data.pack.constants.pointCoverage),
  };
  const low = reached / applicableWeight;
  const high = (reached + applicableWeight - knownWeight) / applicableWeight;
  return [
    score.point === null
      ? t('workings.sentence-none', sums)
      : t('workings.sentence', { ...sums, point: formatPoints(score.point) }),
    t('workings.band', { ...sums, low: formatPoints(low), high: formatPoints(high) }),
    widened > 0
      ? t('workings.band-quick', {
          widened: formatPoints(widened),
          low: formatPoints(score.low),
          high: formatPoints(score.high),
        })
      : '',
  ].filter(Boolean);
}

function Terms({
  props,
  explanation,
  isRisk,
}: {
  props: ExplainDialogProps;
  explanation: ScoreExplanation;
  isRisk: boolean;
}) {
  const { t } = props.site;
  return (
    <div class="scroll" role="region" aria-labelledby="workings" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('workings.practice')}</th>
            <th scope="col">{t('workings.answer')}</th>
            <th scope="col">{t(isRisk ? 'workings.risk' : 'workings.points')}</th>
            <th scope="col">{t('workings.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {explanation.terms.map(({ item, state, level, value, weight }) => (
            <tr key={item}>
              <th scope="row">{titleOf(props, item)}</th>
              <td>{level === null ? t(`workings.unknown-${state}`) : anchorOf(props, item, level)}</td>
              <td class="number">{value === null ? '–' : formatPoints(value)}</td>
              <td class="number">{plain(weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The claims that the terms stand on, each once. */
function citationsOf({ data, explained }: ExplainDialogProps, explanation: ScoreExplanation): Citation[] {
  const own = explained.kind === 'signal' ? (data.signals[explained.id]?.citations ?? []) : [];
  const all = [...own, ...explanation.terms.flatMap(({ item }) => data.advice[item]?.citations ?? [])];
  return [...new Map(all.map((citation) => [citation.id, citation])).values()];
}

function Sum({ props, explanation }: { props: ExplainDialogProps; explanation: ScoreExplanation }) {
  const { t } = props.site;
  const { explained, report } = props;
  const status = explained.kind === 'signal' && report.signals.find(({ id }) => id === explained.id)?.status;
  return (
    <>
      {sentences(props, explanation).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {status ? <p>{t('workings.status', { status: t(`report.status-${status}`) })}</p> : null}
      <Terms props={props} explanation={explanation} isRisk={explained.kind === 'signal'} />
      {explained.kind === 'signal' ? <p class="muted">{t('workings.risk-note')}</p> : null}
      <p class="muted">{t('workings.stands-on')}</p>
      <Citations citations={citationsOf(props, explanation)} site={props.site} />
    </>
  );
}

function Priority({ props, practice }: { props: ExplainDialogProps; practice: string }) {
  const { site, data, report, answers } = props;
  const { t } = site;
  const explained = explainMove(practice, {
    answers: answerMap(answers),
    pack: data.pack,
    depth: report.depth,
    signals: report.signals,
    lowest: report.lowest.ids,
    settings: answers,
  });
  if (!explained) return null;
  const { factors, ownPriority, priority, target } = explained;
  const three = (value: number) => String(Math.round(value * 1000) / 1000);
  return (
    <>
      <p>{t('workings.priority', { own: three(ownPriority) })}</p>
      {priority > ownPriority ? <p>{t('workings.priority-raised', { priority: three(priority) })}</p> : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('workings.factor')}</th>
            <th scope="col">{t('workings.value')}</th>
          </tr>
        </thead>
        <tbody>
          {factors.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{t(`workings.factor-${name}`)}</th>
              <td class="number">{three(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('workings.target-now', {
          points: formatPoints(target.level / topLevel),
          reason: target.reason ? t('workings.target-reason', { reason: target.reason }) : '',
        })}
      </p>
      <p class="muted">{t('workings.stands-on')}</p>
      <Citations citations={data.advice[practice]?.citations ?? []} site={site} />
    </>
  );
}

/** What is explained, as the middle of a sentence. */
function nameOf(props: ExplainDialogProps): string {
  const { explained, site, report } = props;
  const { t } = site;
  const shown = (point: number | null | undefined) =>
    point === null || point === undefined ? '–' : formatPoints(point);
  if (explained.kind === 'variable') {
    const score = shown(report.variables.find(({ id }) => id === explained.id)?.point);
    return t('workings.score-of', { score, name: variableName(props, explained.id) });
  }
  if (explained.kind === 'cell') {
    const stage = props.data.pack.stages.find(({ id }) => id === explained.stage)?.name ?? '';
    const cell = report.cells.find((each) => each.stage === explained.stage && each.variable === explained.id);
    return t('workings.score-of', {
      score: shown(cell?.point),
      name: `${stage}, ${variableName(props, explained.id)}`,
    });
  }
  return explained.kind === 'signal'
    ? t('workings.risk-of', { name: signalTitle(props, explained.id) })
    : t('workings.priority-of', { name: titleOf(props, explained.id) });
}

function contentOf(props: ExplainDialogProps): ComponentChild {
  const { explained, answers, data, report } = props;
  const map = answerMap(answers);
  const { pack } = data;
  if (explained.kind === 'move') return <Priority props={props} practice={explained.id} />;
  const explanation =
    explained.kind === 'variable'
      ? explainVariable(explained.id, map, pack, report.depth)
      : explained.kind === 'cell'
        ? explainCell(explained.stage, explained.id, map, pack, report.depth)
        : explainSignal(explained.id, map, pack);
  return explanation ? <Sum props={props} explanation={explanation} /> : null;
}

/** How a number comes about, in a dialog that Escape closes; the focus goes back to the number. */
export class ExplainDialog extends Component<ExplainDialogProps> {
  private dialog: HTMLDialogElement | null = null;

  override componentDidMount(): void {
    this.dialog?.showModal();
    this.dialog?.querySelector('h2')?.focus(); // the sentence before the table
  }

  override render() {
    const { site, close } = this.props;
    return (
      <dialog
        class="workings"
        aria-labelledby="workings"
        ref={(element) => {
          this.dialog = element;
        }}
        onClose={close}
      >
        <h2 id="workings" tabIndex={-1}>
          {site.t('workings.title', { what: nameOf(this.props) })}
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
