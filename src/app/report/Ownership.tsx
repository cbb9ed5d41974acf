import type { Decision } from '../../core/answers/answers.ts';
import type { Move } from '../../core/report/report.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { PartProps } from './report-parts.tsx';

export interface MovesProps extends PartProps {
  /** Saves what the team decides about a move; absent in a read-only report. */
  decide: ((practice: string, part: Partial<Decision>) => void) | undefined;
}

/** The team's decision, read-only. */
function Decided({ props, decision }: { props: MovesProps; decision: Decision }) {
  const { t, language } = props.site;
  const facts = [
    ['decide', decision.decision ? t(`report.decide-${decision.decision}`) : ''],
    ['owner', decision.owner ?? ''],
    ['next-step', decision.next ?? ''],
    ['due', decision.due ? formatDate(decision.due, language) : ''],
    ['decide-reason', decision.reason ?? ''],
  ] as const;
  return (
    <dl class="facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([key, text]) => (
          <div key={key}>
            <dt>{t(`report.${key}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Owner, due date and decision: the team's part of a move. */
export function Ownership({ props, move }: { props: MovesProps; move: Move }) {
  const { t } = props.site;
  const decision: Decision = move.decision ?? { practice: move.practice };
  const keep = (part: Partial<Decision>) => props.decide?.(move.practice, part);
  if (!props.decide) return move.decision ? <Decided props={props} decision={move.decision} /> : null;
  return (
    <div class="ownership" role="group" aria-labelledby={`${move.practice}-move`}>
      <label>
        {t('report.owner')}
        <input
          type="text"
          maxLength={100}
          autocomplete="off"
          value={decision.owner ?? ''}
          onInput={(event) => keep({ owner: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('report.next-step')}
        <input
          type="text"
          maxLength={2000}
          autocomplete="off"
          value={decision.next ?? ''}
          onInput={(event) => keep({ next: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('report.due')}
        <input
          type="date"
          max="9999-12-31"
          value={decision.due ?? ''}
          onChange={(event) => keep({ due: event.currentTarget.value || undefined })}
        />
      </label>
      <label>
        {t('report.decide')}
        <select
          onChange={(event) => keep({ decision: (event.currentTarget.value || undefined) as Decision['decision'] })}
        >
          {['', 'do', 'later', 'no'].map((value) => (
            <option key={value} value={value} selected={(decision.decision ?? '') === value}>
              {t(`report.decide-${value || 'open'}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
