import type { GroupData } from '../../app/shared/view-data.ts';
import { pack, packOutline } from '../pack.ts';
import { language, type StringsFile, stringsFor } from '../strings.ts';
import { groupPack } from './compact-pack.ts';

/** The data addresses of the pages that show answers side by side. */
type GroupFile = Extract<StringsFile, 'compare/data' | 'together/data'>;

/** What a side-by-side page needs: the questions, and only the signals that it compares. */
export function groupData(file: GroupFile): GroupData {
  const compact = groupPack();
  return {
    language,
    outline: packOutline,
    pack: {
      ...compact,
      signals: compact.signals.filter(({ id }) => pack.constants.respondents.signals.includes(id)),
      tensions: [],
      targets: [],
    },
    strings: stringsFor(file),
  };
}
