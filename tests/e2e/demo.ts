/** Finds, among the demo town's cases, one that its reader can act on; reading only. */
import type { EventName, State } from '../../workflows/kit/words.ts';
import type { CaseOut } from '../doors/http.ts';
import type { Room } from './room.ts';

const LOOKED_AT = 50;

/** The case that stands at the state and, where one is named, offers the event to the user, or keeps it from them by the rule `blockedBy`; not one of those taken. */
export const findCase = async (room: Room, user: string, { workflow, state, event, blockedBy, except = [] }: { workflow: string; state: State; event?: EventName; blockedBy?: string; except?: readonly string[] }): Promise<string> => {
  const client = await room.door.as(user);
  for (const { id } of await client.list<CaseOut>(workflow, { state }, [0, LOOKED_AT - 1])) {
    if (event === undefined && !except.includes(id)) return id;
    const { body: { offers, blocked } } = await client.get<CaseOut>(`/api/${workflow}/${encodeURIComponent(id)}`);
    const fits = blockedBy === undefined ? offers.some(({ type }) => type === event) : blocked.some(({ type, why }) => type === event && why.includes(blockedBy));
    if (fits && !except.includes(id)) return id;
  }
  throw new Error(`The demo town has no ${workflow} at ${state} ${event === undefined ? `that ${user} may read` : `where ${user} ${blockedBy === undefined ? 'may' : 'may not'} ${event}`}.`);
};
