import { pressedKey } from '../app/platform/keys.ts';

// Every page: a key that is held down presses one button. What it does may put the focus on the next, such as "Undo".

addEventListener('keydown', (event) => {
  const isRepeated = event.repeat && pressedKey(event) === 'Enter';
  if (isRepeated && (event.target as Element).matches('a,button,summary')) event.preventDefault();
});
