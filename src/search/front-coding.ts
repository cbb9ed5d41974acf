/** Most letters that a term may share with the one before it: the largest digit of base 36. */
const mostShared = 35;

/**
 * Shortens a sorted list of terms: each becomes the number of letters it shares with the one before (base 36), and its
 * rest.
 */
export function frontCode(terms: readonly string[]): string[] {
  return terms.map((term, index) => {
    const previous = terms[index - 1] ?? '';
    let shared = 0;
    while (shared < mostShared && shared < term.length && term[shared] === previous[shared]) shared += 1;
    return shared.toString(36) + term.slice(shared);
  });
}

/** Reads what `frontCode` wrote. */
export function frontDecode(codedTerms: readonly string[]): string[] {
  let term = '';
  return codedTerms.map((coded) => {
    term = term.slice(0, Number.parseInt(coded[0] ?? '0', 36)) + coded.slice(1);
    return term;
  });
}
