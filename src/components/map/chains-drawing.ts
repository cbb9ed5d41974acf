import { entryLink, entryOf } from '../../build/entries.ts';
import { chains, consequenceText, figureName } from '../../build/page-data/map.ts';
import { t } from '../../build/strings.ts';
import { type ChainsSize, chainsGeometry } from '../../viz/chains.ts';

/** The drawing fills windows at least 51rem wide, so text of size 16 is at least 12 px high. */
const size: ChainsSize = { width: 1000, label: 138, characters: { name: 13, words: 14 }, line: 19, gap: 24 };

/** The props of `ChainsDrawing`: the chains of trouble, with or without plain words, each label linked to its entry. */
export const chainsDrawing = (withWords: boolean) => ({
  drawing: chainsGeometry(
    chains.linked.map(({ id, title, plain = '' }) => ({ id, name: figureName(title), words: withWords ? plain : '' })),
    chains.relations,
    size,
  ),
  label: t('map.chains-label', { count: chains.linked.length, links: chains.relations.length }),
  linkOf: (id: string) => {
    const { title, plain = '' } = entryOf(id);
    return { href: entryLink(id), says: `${figureName(title)} ${plain}. ${consequenceText(id)}`.trim() };
  },
  wordsOf: (kind: string) => t(`map.kind-${kind}`),
});
