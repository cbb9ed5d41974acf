import { moveTextOf, moveTitle } from '../../../core/render/move-texts.ts';
import type { Move } from '../../../core/report/plan.ts';
import { firstDueOf } from '../../../core/report/summary-lists.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { PrintCopyProps } from './ExecutiveSummary.tsx';

/** The decision that is wanted, and by when: by the date of review, or when the first move is due if all are decided. */
function decisionText({ site: { t, language }, report }: PrintCopyProps, moves: readonly Move[]): string {
  const due = firstDueOf(moves);
  if (due) return t('print.ask-decided', { date: formatDate(due, language) });
  return report.review ? t('print.ask-by', { date: formatDate(report.review, language) }) : t('print.ask-decide');
}

/** The ask in three short sentences: what to fund, how to tell that it works, what to decide by when. */
export function Ask({ props, moves }: { props: PrintCopyProps; moves: readonly Move[] }) {
  const { site, data, report } = props;
  const { t } = site;
  const [first] = moves;
  if (!first) {
    const next = report.diagnosis.parts.find(({ role }) => role === 'first');
    return (
      <p class="ask">
        {next && next.from.length > 0 ? <strong>{t('print.labelled', { label: t('report.check') })}</strong> : null}{' '}
        {next?.text ?? t('print.ask-none')}
      </p>
    );
  }
  const how = data.advice[first.practice]?.how;
  const all = moves.reduce((sum, { personWeeks }) => sum + personWeeks, 0);
  const sentences = [
    moves.length === 1
      ? t('print.ask-one', { move: moveTitle(first, report.context, data.pack, t), count: all })
      : t('print.ask-some', { count: moves.length, move: moveTitle(first, report.context, data.pack, t), all }),
    how ? t('print.ask-works', { measure: moveTextOf(first, how, report.context)?.measure ?? '' }) : '',
    decisionText(props, moves),
  ];
  return (
    <p class="ask">
      <strong>{t('print.ask')}</strong> {sentences.filter(Boolean).join(' ')}
    </p>
  );
}

/** What waiting costs, where interviewees tell it; the text says how many of them do. */
export function IfNothing({ props, moves }: { props: PrintCopyProps; moves: readonly Move[] }) {
  const { t } = props.site;
  const advice = moves.map(({ practice }) => props.data.advice[practice]?.how).find((how) => how?.waiting);
  if (!advice?.waiting) return null;
  const sections = [...new Set(advice.waitingCitations?.map(({ section }) => section))].join(', ');
  return (
    <p>
      {t('print.waiting', { text: advice.waiting })} <span class="source">[§ {sections}]</span>
    </p>
  );
}
