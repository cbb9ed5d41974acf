/** Damages a text in one to three of many ways: letters changed, left out, doubled, swapped, inserted, parts cut or repeated. */
export function mutate(text: string, random: () => number): string {
  const place = (length: number) => Math.floor(random() * length);
  const letters = 'AZaz09-_.#%{}[]",:\\ \n\u0000é';
  const ways: ((text: string, at: number) => string)[] = [
    (t, at) => t.slice(0, at) + String.fromCharCode(t.charCodeAt(at) ^ (1 << place(7))) + t.slice(at + 1),
    (t, at) => t.slice(0, at) + letters[place(letters.length)] + t.slice(at + 1),
    (t, at) => t.slice(0, at) + letters[place(letters.length)] + t.slice(at),
    (t, at) => t.slice(0, at) + t.slice(at + 1),
    (t, at) => t.slice(0, at) + t.charAt(at) + t.slice(at),
    (t, at) => t.slice(0, at) + t.charAt(at + 1) + t.charAt(at) + t.slice(at + 2),
    (t, at) => t.slice(0, at),
    (t, at) => t.slice(at),
    (t, at) => t.slice(0, at) + t.slice(at, at + 1 + place(12)) + t.slice(at),
    (t, at) => t.slice(0, at) + t.slice(at + 1 + place(12)),
  ];
  let changed = text;
  for (let times = 1 + place(3); times > 0; times -= 1)
    changed = (ways[place(ways.length)] ?? String)(changed, place(changed.length));
  return changed;
}
