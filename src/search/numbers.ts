/**
 * Rows of small numbers as text: each number in digits of base 46, low digit first, a digit that is not the last of its
 * number raised by 46. Printable ASCII from `#`, so that a number below 46 is one letter and the text compresses well.
 *
 *   [0, 45, 46, 100]  ->  "#", "P", "Q$", "Y%"
 */
const base = 46;
const first = 35;

/** Writes whole numbers from 0 up. */
export function writeNumbers(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    let rest = number;
    while (rest >= base) {
      text += String.fromCharCode(first + base + (rest % base));
      rest = Math.floor(rest / base);
    }
    text += String.fromCharCode(first + rest);
  }
  return text;
}

/** Reads what `writeNumbers` wrote. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let unit = 1;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - first;
    number += (digit % base) * unit;
    unit *= base;
    if (digit < base) {
      numbers.push(number);
      number = 0;
      unit = 1;
    }
  }
  return numbers;
}
