import type { Translate } from '../../i18n/translate.ts';

/** Saves a comparison as Markdown or JSON. */
export function DownloadButtons({ t, download }: { t: Translate; download: (format: 'json' | 'md') => void }) {
  return (
    <>
      <button type="button" class="secondary" onClick={() => download('md')}>
        {t('side.download-md')}
      </button>
      <button type="button" class="secondary" onClick={() => download('json')}>
        {t('side.download-json')}
      </button>
    </>
  );
}
