import { fieldLimits } from '../../core/answers/limits.ts';
import type { Site } from '../shared/view-data.ts';

interface NamePromptProps {
  site: Site;
  name: string;
  save(name: string): void;
}

/** Asks for the system name when the report has none. The name is optional. */
export function NamePrompt({ site, name, save }: NamePromptProps) {
  return (
    <label class="field name-prompt">
      <span id="name">{site.t('drafts.name')}</span>
      <span class="muted" id="name-hint">
        {site.t('drafts.name-hint')}
      </span>
      <input
        type="text"
        dir="auto"
        aria-labelledby="name"
        aria-describedby="name-hint"
        maxLength={fieldLimits.line}
        autocomplete="off"
        value={name}
        onInput={({ currentTarget: { value } }) => save(value)}
      />
    </label>
  );
}
