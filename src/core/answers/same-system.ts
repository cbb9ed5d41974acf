/** Whether two names mean the same system, ignoring case and surrounding white space. An unnamed system matches none. */
export function isSameSystem(a: string, b: string): boolean {
  const [first, second] = [a, b].map((name) => name.trim().toLowerCase());
  return first !== '' && first === second;
}
