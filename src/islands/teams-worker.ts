import './jitless.ts';
import type { TeamsData } from '../views/teams/parts.tsx';
import { TeamsDesk } from './teams-desk.ts';

// Many teams are read and counted here, beside the page, so that the page answers at once however many there are.

/** The calls that a page may make. */
export type DeskCall = 'files' | 'paste' | 'remove' | 'count' | 'file';

/** What a page asks: first with the data of its page, then one call after the other. Tickets tell them apart. */
export type DeskRequest = { open: TeamsData } | { ticket: number; call: DeskCall; given: unknown };

/** What it gets. */
export interface DeskReply {
  ticket: number;
  value: unknown;
}

void import('../core/assessment/migrate.ts'); // here already when files come

let desk: TeamsDesk | undefined;

/** Does what a page asks. */
export async function answer(request: DeskRequest): Promise<DeskReply> {
  if ('open' in request) {
    desk = new TeamsDesk(request.open);
    return { ticket: 0, value: 'open' };
  }
  const { ticket, call, given } = request;
  return { ticket, value: await desk?.[call](given as never) };
}
