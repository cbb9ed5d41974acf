// Shows one radar at a time, and says how its area compares. Without this all of them stand side by side.
const demo = document.querySelector<HTMLElement>('.radars');
const buttons = [...(demo?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
const says = demo?.querySelector('[role=status]');

function show(order: string): void {
  for (const part of demo?.querySelectorAll<HTMLElement>('[data-order]') ?? []) {
    const isShown = part.dataset['order'] === order;
    if (part instanceof HTMLButtonElement) {
      part.setAttribute('aria-pressed', String(isShown));
      if (isShown && says) says.textContent = part.dataset['says'] ?? '';
    } else if (part.localName === 'tr') part.classList.toggle('is-shown', isShown);
    else part.hidden = !isShown;
  }
}

for (const button of buttons) button.addEventListener('click', () => show(button.dataset['order'] ?? ''));
demo?.classList.add('is-live');
show(buttons[0]?.dataset['order'] ?? '');
