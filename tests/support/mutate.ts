/** Damages a text in one to three ways: changes, drops, doubles, swaps or inserts letters, cuts or repeats parts. */
export function mutate(text: string, random: () => number): string {
  const randomBelow = (limit: number) => Math.floor(random() * limit);
  const letters = 'AZaz09-_.#%{}[]",:\\ \n\u0000é';
  const mutations: ((text: string, index: number) => string)[] = [
    (t, index) =>
      t.slice(0, index) + String.fromCharCode(t.charCodeAt(index) ^ (1 << randomBelow(7))) + t.slice(index + 1),
    (t, index) => t.slice(0, index) + letters[randomBelow(letters.length)] + t.slice(index + 1),
    (t, index) => t.slice(0, index) + letters[randomBelow(letters.length)] + t.slice(index),
    (t, index) => t.slice(0, index) + t.slice(index + 1),
    (t, index) => t.slice(0, index) + t.charAt(index) + t.slice(index),
    (t, index) => t.slice(0, index) + t.charAt(index + 1) + t.charAt(index) + t.slice(index + 2),
    (t, index) => t.slice(0, index),
    (t, index) => t.slice(index),
    (t, index) => t.slice(0, index) + t.slice(index, index + 1 + randomBelow(12)) + t.slice(index),
    (t, index) => t.slice(0, index) + t.slice(index + 1 + randomBelow(12)),
  ];
  let changed = text;
  for (let remaining = 1 + randomBelow(3); remaining > 0; remaining -= 1)
    changed = (mutations[randomBelow(mutations.length)] ?? String)(changed, randomBelow(changed.length));
  return changed;
}
