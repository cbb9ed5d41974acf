import { vi } from 'vitest';

/** Waits until a check no longer throws, however slow the machine is: scripts may load in between. */
export const eventually = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 60_000 });
