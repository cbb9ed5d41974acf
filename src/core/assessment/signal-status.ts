/** How strongly a pain point or an anti-pattern is suspected, strongest first. */
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

/** Whether a status is strong enough to be reported first. */
export const isStrong = (status: string): boolean => status === 'likely' || status === 'exposed';
/** Whether the answers raise a signal or a tension at all. */
export const isRaised = (status: string): boolean => isStrong(status) || status === 'possible';
