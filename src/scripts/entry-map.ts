import { fragment, onPathChange } from '../app/platform/browser.ts';

// Shows the relations of the entry that has the focus, lies under the pointer or is named by the address.

const map = document.querySelector('.map svg');
const edges = [...(map?.querySelectorAll<SVGPathElement>('.edge') ?? [])];
const nodes = [...(map?.querySelectorAll<SVGAElement>('.node') ?? [])];

function light(id: string | undefined) {
  const near = new Set([id]);
  for (const edge of edges) {
    const { from, to } = edge.dataset;
    const isLit = id !== undefined && (from === id || to === id);
    edge.classList.toggle('is-lit', isLit);
    if (isLit) near.add(from).add(to);
  }
  map?.classList.toggle('has-lit', id !== undefined);
  for (const node of nodes) node.classList.toggle('is-lit', id !== undefined && near.has(node.dataset['id']));
}

const named = (): string | undefined => {
  const id = fragment();
  return nodes.some((node) => node.dataset['id'] === id) ? id : undefined;
};
for (const node of nodes) {
  node.addEventListener('focus', () => {
    light(node.dataset['id']);
    node.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // browsers do not, for a link in a picture
  });
  node.addEventListener('blur', () => light(named()));
  node.addEventListener('pointerenter', () => light(node.dataset['id']));
  node.addEventListener('pointerleave', () => light(named()));
}
onPathChange(() => light(named()));
light(named());
