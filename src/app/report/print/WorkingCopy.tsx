import type { Answer } from '../../../core/answers/answers.ts';
import { formatPoints } from '../../../core/assessment/score.ts';
import { isRaised } from '../../../core/assessment/signal-status.ts';
import { askedAt } from '../../../core/model/ids.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import { moveTitle } from '../../../core/render/move-texts.ts';
import { noneText, troubleTexts } from '../../../core/render/wording.ts';
import { placeOf } from '../../../core/report/summary-lists.ts';
import { withoutFullStop } from '../../../core/text/format.ts';
import { isolate } from '../../../core/text/isolate.ts';
import { nameOf } from '../../../core/text/name-of.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { backingTexts } from '../backing-texts.ts';
import { sentenceOf, signalsTextOf, signalTitle, titleOf } from '../report-parts.tsx';
import { ownerText, type PrintCopyProps } from './ExecutiveSummary.tsx';

type Part = { props: PrintCopyProps };

function Head({ props }: Part) {
  const { t } = props.site;
  const { respondent, scope } = props.answers;
  const lines = [
    nameOf(respondent?.role) ? t('print.by', { role: nameOf(respondent?.role) }) : '',
    scope?.boundary ? t('print.boundary', { boundary: scope.boundary }) : '',
    scope?.lastChange ? t('print.last-change', { change: scope.lastChange }) : '',
  ].filter(Boolean);
  return lines.length > 0 ? <p class="muted">{lines.join(' · ')}</p> : null;
}

/** The head of a table, from the keys of its columns. */
const TableHead = ({ t, columns }: { t: Translate; columns: readonly string[] }) => (
  <thead>
    <tr>
      {columns.map((key) => (
        <th scope="col" key={key}>
          {t(key)}
        </th>
      ))}
    </tr>
  </thead>
);

function SignalsTable({ props }: Part) {
  const { t } = props.site;
  return (
    <table class="all-risks">
      <TableHead t={t} columns={['print.risk', 'print.status', 'print.reading', 'print.raised']} />
      <tbody>
        {props.report.signals.map(({ id, status, point, low, high, raisedBy, override }) => (
          <tr key={id}>
            <th scope="row">{signalTitle(props, id)}</th>
            <td>{t(`report.status-${status}`)}</td>
            <td class="number">
              {point === null ? '–' : formatPoints(point)}
              {low === null || high === null || low === high
                ? ''
                : ` (${t('report.band-range', { low: formatPoints(low), high: formatPoints(high) })})`}
            </td>
            <td>
              {[
                isRaised(status) ? raisedBy.map((item) => titleOf(props, item)).join(', ') : '',
                override === null ? '' : t('report.overridden', { reason: override }),
              ]
                .filter(Boolean)
                .join('. ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlanTable({ props }: Part) {
  const { t } = props.site;
  if (props.report.moves.length === 0) return <p>{noneText(t, 'moves', props.report)}</p>;
  return (
    <table class="all-moves">
      <TableHead
        t={t}
        columns={['print.move', 'report.goal', 'print.effort', 'report.plan-eases', 'report.owner', 'report.due']}
      />
      <tbody>
        {props.report.moves.map((move) => {
          const { owner, due } = ownerText(props, move);
          return (
            <tr key={move.practice}>
              <th scope="row">
                {placeOf(props.report, move.practice)}. {moveTitle(move, props.report.context, props.data.pack, t)}
              </th>
              <td>{move.goal ?? t('report.find-out')}</td>
              <td class="number">{move.kind === 'find-out' ? t('report.an-hour') : move.personWeeks}</td>
              <td>{signalsTextOf(props, move.eases) || '–'}</td>
              <td>
                {[owner, move.decision?.next, move.decision?.reason]
                  .flatMap((text) => (text ? isolate(withoutFullStop(text)) : []))
                  .join('. ')}
              </td>
              <td>{due}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What an answer says of the team, or why there is none. */
function answerText(props: PrintCopyProps, answer: Answer | undefined): string {
  const { t } = props.site;
  if (answer?.state === 'level') return sentenceOf(props, answer.item, answer.level);
  if (answer?.state === 'dk') return t('print.dk');
  if (answer?.state !== 'na') return t('print.unanswered');
  const reason = answer.reason ? packIndex(props.data.pack).naReason(answer.reason) : t('report.no-reason');
  return t('print.na', { reason });
}

/** The note, confidence and evidence of an answer. */
function Backing({ props, answer }: { props: PrintCopyProps; answer: Answer | undefined }) {
  return backingTexts(props.site, answer).map((text) => (
    <span key={text} class="said">
      {text}
    </span>
  ));
}

function AnswersTable({ props }: Part) {
  const { t } = props.site;
  const answerByItem = new Map(props.answers.answers.map((answer) => [answer.item, answer]));
  const rows = props.data.pack.items.filter((item) => askedAt(props.report.depth)(item) || answerByItem.has(item.id));
  return (
    <table class="all-answers">
      <thead>
        <tr>
          <th scope="col">{t('print.question')}</th>
          <th scope="col">{t('print.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title }) => {
          const answer = answerByItem.get(id);
          return (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td class={answer?.state === 'level' ? undefined : 'without'}>
                {answerText(props, answer)}
                <Backing props={props} answer={answer} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The optional pages after the practice sheet: every number and answer, with what it rests on. */
export function WorkingCopy(props: PrintCopyProps) {
  const { t } = props.site;
  const trouble = troubleTexts(props.report);
  return (
    <div class="working-copy">
      <h2>{t('print.copy')}</h2>
      <Head props={props} />
      <h3>{t('print.signals')}</h3>
      <SignalsTable props={props} />
      {trouble.length > 0 ? (
        <>
          <h3>{t('report.unexplained')}</h3>
          <ul>
            {trouble.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{t('print.plan')}</h3>
      <PlanTable props={props} />
      {props.promised ? (
        <>
          <h3>{props.promised.heading}</h3>
          {props.promised.list}
        </>
      ) : null}
      <h3>{t('print.answers')}</h3>
      <AnswersTable props={props} />
    </div>
  );
}
