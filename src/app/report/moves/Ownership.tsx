import type { Decision } from '../../../core/answers/answers.ts';
import type { Move } from '../../../core/report/plan.ts';
import { isolate } from '../../../core/text/isolate.ts';
import { nameOf } from '../../../core/text/name-of.ts';
import { formatDate } from '../../../i18n/dates.ts';
import { Fold } from '../Fold.tsx';
import { type PartProps, titleOf } from '../report-parts.tsx';

export interface MovesProps extends PartProps {
  /** Saves what the team decides about a move; absent in a read-only report. */
  decide: ((practice: string, part: Partial<Decision>) => void) | undefined;
}

/** What the team has decided about a move, in one line; empty if it has decided nothing. */
function decidedText({ site }: MovesProps, decision: Decision): string {
  const { t, language } = site;
  return [
    decision.decision ? t(`report.decide-${decision.decision}`) : '',
    isolate(nameOf(decision.owner)),
    decision.due ? t('report.due-on', { date: formatDate(decision.due, language) }) : '',
    decision.until ? t('report.until-day', { date: formatDate(decision.until, language) }) : '',
    isolate(decision.next ?? ''),
    decision.reason ? t('report.labelled', { label: t('report.decide-reason'), text: decision.reason }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What the team has decided about a move, in one line that unfolds into the fields. */
export function Ownership({ props, move }: { props: MovesProps; move: Move }) {
  const decisionText = move.decision ? decidedText(props, move.decision) : '';
  if (!props.decide) return decisionText ? <p class="move-decision">{decisionText}</p> : null;
  return (
    <Fold
      props={props}
      class="move-decision"
      summary={decisionText || props.site.t('report.decide-all')}
      of={titleOf(props, move.practice)}
    >
      {({ OwnershipFields }) => <OwnershipFields props={props} move={move} />}
    </Fold>
  );
}
