import type { Depth, VariableId } from '../../core/model/ids.ts';
import { FieldLabel, namedBy } from '../shared/FieldLabel.tsx';
import type { TeamsProps, TeamsSettings } from './teams-data.tsx';

type Props = TeamsProps & {
  settings: TeamsSettings;
  change(settings: Partial<TeamsSettings>): void;
};

function DepthField({ site: { t }, settings, change }: Props) {
  return (
    <label class="field">
      {t('teams.depth')}
      <select value={settings.depth} onChange={(event) => change({ depth: event.currentTarget.value as Depth })}>
        <option value="full">{t('teams.depth-full')}</option>
        <option value="quick">{t('teams.depth-quick')}</option>
      </select>
    </label>
  );
}

function AnonymousField({ site: { t }, settings, change }: Props) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        {...namedBy('without-names')}
        checked={settings.anonymous}
        onChange={(event) => change({ anonymous: event.currentTarget.checked })}
      />
      <span>
        <FieldLabel id="without-names" name={t('teams.without-names')} hint={t('teams.without-names-means')} />
      </span>
    </label>
  );
}

function RankingFields({ site: { t }, data, settings: { rankedBy }, change }: Props) {
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          checked={rankedBy !== undefined}
          onChange={(event) =>
            change({ rankedBy: event.currentTarget.checked ? data.pack.variables[0]?.id : undefined })
          }
        />
        <span>{t('teams.rank')}</span>
      </label>
      <div role="status">{rankedBy ? <p class="notice">{t('teams.rank-warning')}</p> : null}</div>
      {rankedBy ? (
        <label class="field">
          {t('teams.rank-by')}
          <select value={rankedBy} onChange={(event) => change({ rankedBy: event.currentTarget.value as VariableId })}>
            {data.pack.variables.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </>
  );
}

/** What is counted, whether names are shown, and whether teams are ranked. */
export function TeamSettings(props: Props) {
  return (
    <fieldset class="team-settings">
      <legend>{props.site.t('teams.settings')}</legend>
      <DepthField {...props} />
      <AnonymousField {...props} />
      <RankingFields {...props} />
    </fieldset>
  );
}
