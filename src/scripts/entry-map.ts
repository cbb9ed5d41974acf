import { fragment, onPathChange } from '../app/platform/browser.ts';

// Highlights the relations of the entry that has the focus or the pointer, or that the address names.

const map = document.querySelector('.map svg');
const edges = [...(map?.querySelectorAll<SVGPathElement>('.edge') ?? [])];
const nodes = [...(map?.querySelectorAll<SVGAElement>('.node') ?? [])];

/** Highlights an entry, its relations and its neighbours; with no id, nothing. */
function highlight(id: string | undefined) {
  const litIds = new Set([id]);
  for (const edge of edges) {
    const { from, to } = edge.dataset;
    const isLit = id !== undefined && (from === id || to === id);
    edge.classList.toggle('is-lit', isLit);
    if (isLit) litIds.add(from).add(to);
  }
  map?.classList.toggle('has-lit', id !== undefined);
  for (const node of nodes) node.classList.toggle('is-lit', id !== undefined && litIds.has(node.dataset['id']));
}

/** The entry that the address names after its `#`, if the map shows it. */
function idInAddress(): string | undefined {
  const id = fragment();
  return nodes.some((node) => node.dataset['id'] === id) ? id : undefined;
}

const highlightAddress = () => highlight(idInAddress());
for (const node of nodes) {
  node.addEventListener('focus', () => {
    highlight(node.dataset['id']);
    node.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // browsers do not scroll to a link inside an SVG
  });
  node.addEventListener('blur', highlightAddress);
  node.addEventListener('pointerenter', () => highlight(node.dataset['id']));
  node.addEventListener('pointerleave', highlightAddress);
}
onPathChange(highlightAddress);
highlightAddress();
