/** How strongly a pain point or an anti-pattern is suspected, from strongest to "we cannot say". */
export const signalStatuses = [
  'likely',
  'exposed',
  'possible',
  'unclear',
  'unlikely',
  'not-enough-known',
  'does-not-apply',
] as const;
export type SignalStatus = (typeof signalStatuses)[number];
