/**
 * Whether two names stand for the same system: apart from case and outer white space they are the same. A system without
 * a name is the same as no other.
 */
export function isSameSystem(a: string, b: string): boolean {
  const [first, second] = [a, b].map((name) => name.trim().toLowerCase());
  return first !== '' && first === second;
}
