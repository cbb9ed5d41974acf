import { fileName } from '../../core/render/file-name.ts';
import { download } from '../platform/browser.ts';
import type { Draft, Quarantined } from './draft.ts';

/** Downloads the answers of a draft as a file. */
export const downloadDraft = ({ answers }: Draft): void =>
  download(fileName(answers, 'json'), `${JSON.stringify(answers, null, 2)}\n`);

/** Downloads a text that could not be read, as it is. */
export const downloadQuarantined = ({ text }: Quarantined): void => download('trivium-set-aside.json', text);
