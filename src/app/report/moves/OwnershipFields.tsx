import type { Decision } from '../../../core/answers/answers.ts';
import { fieldLimits } from '../../../core/answers/limits.ts';
import { followsKeptPromise } from '../../../core/assessment/kept-promise.ts';
import type { Move } from '../../../core/report/plan.ts';
import { TextField } from '../../shared/TextField.tsx';
import type { MovesProps } from './Ownership.tsx';

/** Whether a decision is "later" or "no", which may hold until a day. */
const isPutOff = (decision: Decision['decision']): boolean => decision === 'later' || decision === 'no';

interface DayFieldProps {
  label: string;
  value: string | undefined;
  keep(day: string | undefined): void;
}

/** A field for a day; an empty one means none. */
function DayField({ label, value, keep }: DayFieldProps) {
  return (
    <label>
      {label}
      <input
        type="date"
        max="9999-12-31"
        value={value ?? ''}
        onChange={(event) => keep(event.currentTarget.value || undefined)}
      />
    </label>
  );
}

/** Clears an earlier decision whose goal is reached: the next move needs a decision of its own. */
const decidedAnew: Partial<Decision> = {
  decision: undefined,
  owner: undefined,
  next: undefined,
  due: undefined,
  reason: undefined,
  until: undefined,
  renewed: true,
};

/** The fields for owner, next step, due date and decision. */
export function OwnershipFields({ props, move }: { props: MovesProps; move: Move }) {
  const { t } = props.site;
  const decision: Decision = move.decision ?? { practice: move.practice };
  const isAnew = followsKeptPromise(move, props.report.promises?.outcomes ?? []);
  const keep = (part: Partial<Decision>) => props.decide?.(move.practice, isAnew ? { ...decidedAnew, ...part } : part);
  return (
    <div class="ownership" role="group" aria-labelledby={`${move.practice}-move`}>
      <TextField
        label={t('report.owner')}
        maxLength={fieldLimits.name}
        autocomplete="off"
        value={decision.owner}
        onText={(owner) => keep({ owner })}
      />
      <TextField
        label={t('report.next-step')}
        maxLength={fieldLimits.text}
        autocomplete="off"
        value={decision.next}
        onText={(next) => keep({ next })}
      />
      <DayField label={t('report.due')} value={decision.due} keep={(due) => keep({ due })} />
      <label>
        {t('report.decide')}
        <select
          onChange={(event) => {
            const choice = (event.currentTarget.value || undefined) as Decision['decision'];
            keep(isPutOff(choice) ? { decision: choice } : { decision: choice, until: undefined });
          }}
        >
          {['', 'do', 'later', 'no'].map((value) => (
            <option key={value} value={value} selected={(decision.decision ?? '') === value}>
              {t(`report.decide-${value || 'open'}`)}
            </option>
          ))}
        </select>
      </label>
      {isPutOff(decision.decision) && (
        <DayField label={t('report.until')} value={decision.until} keep={(until) => keep({ until })} />
      )}
    </div>
  );
}
