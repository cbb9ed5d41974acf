/**
 * Rows of small numbers as text. Each number is written in base 46, the low digit first; every digit but the last of a
 * number is raised by 46. All characters are printable ASCII from `#` on. So a number below 46 takes one character, and
 * the text compresses well.
 *
 *   [0, 45, 46, 100]  ->  "#", "P", "Q$", "Y%"
 */
const base = 46;
const firstCharCode = 35;

/** Writes whole numbers from 0 up. */
export function writeNumbers(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    let rest = number;
    while (rest >= base) {
      text += String.fromCharCode(firstCharCode + base + (rest % base));
      rest = Math.floor(rest / base);
    }
    text += String.fromCharCode(firstCharCode + rest);
  }
  return text;
}

/** Reads what `writeNumbers` wrote. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let unit = 1;
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - firstCharCode;
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
