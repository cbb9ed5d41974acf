// Shows one radar at a time and announces how its area compares. Without this script all of them are shown.
const demo = document.querySelector<HTMLElement>('.radars');
const buttons = [...(demo?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
const status = demo?.querySelector('[role=status]');

function showRadar(order: string): void {
  for (const part of demo?.querySelectorAll<HTMLElement>('[data-order]') ?? []) {
    const isShown = part.dataset['order'] === order;
    if (part instanceof HTMLButtonElement) {
      part.setAttribute('aria-pressed', String(isShown));
      if (isShown && status) status.textContent = part.dataset['says'] ?? '';
    } else if (part.localName === 'tr') part.classList.toggle('is-shown', isShown);
    else part.hidden = !isShown;
  }
}

for (const button of buttons) button.addEventListener('click', () => showRadar(button.dataset['order'] ?? ''));
demo?.classList.add('is-live');
showRadar(buttons[0]?.dataset['order'] ?? '');

export {};
