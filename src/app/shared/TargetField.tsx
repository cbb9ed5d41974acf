import { isolate } from '../../core/text/isolate.ts';
import { nameOf } from '../../core/text/name-of.ts';
import type { Site } from './view-data.ts';

/** An assessment of this browser as a field names it. */
export interface DraftName {
  id: string;
  system: string;
}

interface TargetProps {
  site: Site;
  label: string;
  drafts: readonly DraftName[];
  target: DraftName | undefined;
  chooseTarget(id: string): void;
}

/** Chooses the assessment that a file is for; empty if there are fewer than two. */
export function TargetField({ site, label, drafts, target, chooseTarget }: TargetProps) {
  if (drafts.length < 2) return null;
  return (
    <label class="field">
      {label}
      <select onChange={(event) => chooseTarget(event.currentTarget.value)}>
        {drafts.map(({ id, system }) => (
          <option key={id} value={id} selected={id === target?.id}>
            {isolate(nameOf(system)) || site.t('report.unnamed')}
          </option>
        ))}
      </select>
    </label>
  );
}
