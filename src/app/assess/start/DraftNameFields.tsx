import { fieldLimits } from '../../../core/answers/limits.ts';
import { pressedKey } from '../../platform/keys.ts';
import type { Site } from '../../shared/view-data.ts';
import type { DraftListActions, ListedDraft } from './DraftList.tsx';

interface DraftNameProps {
  draft: ListedDraft;
  site: Site;
  actions: Pick<DraftListActions, 'saveName' | 'cancelRename'>;
}

/** Fields for a draft's system and date. Enter saves, Escape cancels; it is not a form, because it is inside one. */
export function DraftNameFields({ draft, site, actions }: DraftNameProps) {
  const save = (group: Element | null | undefined) => {
    const [system, date] = group?.querySelectorAll('input') ?? [];
    if (system && date?.reportValidity()) actions.saveName(draft.id, system.value.trim(), date.value);
  };
  const onKey = (event: KeyboardEvent) => {
    const key = pressedKey(event);
    if (key === 'Escape') actions.cancelRename(draft.id);
    else if (key === 'Enter' && event.target instanceof HTMLInputElement) save(event.currentTarget as Element);
    else return;
    event.preventDefault();
  };
  return (
    <div class="rename" role="group" aria-label={site.t('start.rename')} onKeyDown={onKey}>
      <label class="field">
        {site.t('start.system')}
        <input type="text" dir="auto" maxLength={fieldLimits.line} autocomplete="off" defaultValue={draft.system} />
      </label>
      <label class="field">
        {site.t('start.date')}
        <input type="date" max="9999-12-31" defaultValue={draft.date ?? ''} />
      </label>
      <button type="button" class="secondary" onClick={(event) => save(event.currentTarget.parentElement)}>
        {site.t('start.save-name')}
      </button>{' '}
      <button type="button" class="link" onClick={() => actions.cancelRename(draft.id)}>
        {site.t('start.cancel')}
      </button>
    </div>
  );
}
