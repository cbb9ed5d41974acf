import type { GroupData } from '../../app/shared/view-data.ts';
import { pack, packOutline } from '../pack.ts';
import { language, type StringsFile, stringsFor } from '../strings.ts';
import { groupPack } from './compact-pack.ts';

/** The addresses of the data of the pages that lay answers side by side. */
type GroupFile = Extract<StringsFile, 'compare/data' | 'together/data'>;

/** What a page needs that lays answers side by side: the questions, and only those signals that it compares. */
export function groupData(file: GroupFile): GroupData {
  const compact = groupPack();
  return {
    language,
    outline: packOutline,
    pack: {
      ...compact,
      signals: compact.signals
        .filter(({ id }) => pack.constants.respondents.signals.includes(id))
        .map((signal) => ({ ...signal, say: '', check: '' })),
      tensions: [],
      targets: [],
    },
    strings: stringsFor(file),
  };
}
