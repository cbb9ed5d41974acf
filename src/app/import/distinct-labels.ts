import type { Translate } from '../../i18n/translate.ts';

/** A name that none of the others is: the name itself, or with a number after it. */
export function distinctName(name: string, others: ReadonlySet<string>, t: Translate): string {
  let distinct = name;
  for (let n = 2; others.has(distinct); n += 1) distinct = t('import.nth', { name, n });
  return distinct;
}

/** The labels of some assessments. Where labels repeat, each names where it is from, and has a number if that repeats. */
export function distinctLabels(options: readonly { label: string; from: string }[], t: Translate): string[] {
  const counts = new Map<string, number>();
  for (const { label } of options) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = new Set<string>();
  for (const { label, from } of options)
    labels.add(distinctName(counts.get(label) === 1 ? label : `${label}, ${from}`, labels, t));
  return [...labels];
}
