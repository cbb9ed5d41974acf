import type { Site } from '../shared/view-data.ts';

/** How many made-up teams there are. */
export const madeUpCount = 12;

/** Says that the teams are made up, with a button to hide them. */
export function MadeUpNotice({ site: { t }, count, hide }: { site: Site; count: number; hide(): void }) {
  return (
    <p class="notice">
      {t('teams.made-up-notice', { count })}{' '}
      <button type="button" class="link" onClick={hide}>
        {t('teams.hide-made-up')}
      </button>
    </p>
  );
}

/** Offers made-up teams to people who have no answers to add yet. */
export function MadeUpOffer({ site: { t }, show }: { site: Site; show(): void }) {
  return (
    <p class="made-up-offer">
      {t('teams.made-up', { count: madeUpCount })}{' '}
      <button type="button" class="secondary" onClick={show}>
        {t('teams.show-made-up')}
      </button>
    </p>
  );
}
