/** What each number of the picture opens: the list that holds exactly what it counts. */
import type { PictureView } from '../../workflows/kit/picture.ts';
import type { Data, State } from '../../workflows/kit/words.ts';

export type Place = { readonly unit?: string; readonly state?: State };
type Seen = Pick<PictureView, 'at' | 'from' | 'to' | 'unit'>;

const at = ({ unit: chosen }: Seen, { unit = chosen ?? undefined, state }: Place): Data => ({ ...(unit !== undefined && { unit }), ...(state === undefined ? { open: true } : { state: [state] }) });

/** Cases that are not at an end. */
export const openThere = (view: Seen, place: Place = {}): Data => at(view, place);
export const overdueThere = (view: Seen, place: Place = {}): Data => ({ ...at(view, place), dueAt_lte: view.at });

/** Sent back in the period, for one reason or for any. */
export const sentBack = ({ from, to, unit }: Seen, reason: string | null): Data =>
  ({ ...(unit !== null && { unit }), ...(reason !== null && { returnedFor: reason }), returnedAt_gte: from, returnedAt_lte: to });

export const casesPath = (workflow: string, filter: Data): string =>
  `/${workflow}?${new URLSearchParams({ filter: JSON.stringify(filter), sort: 'dueAt', order: 'ASC', page: '1', perPage: '25' }).toString()}`;

/** Entries of accounts; of one part of a process alone where it is named. */
export const entriesPath = (accounts: readonly string[], of?: { readonly workflow: string; readonly part: string }): string =>
  `/ledger/entries?${new URLSearchParams([...accounts.map((account) => ['account', account]), ...(of ? [['workflow', of.workflow], ['part', of.part]] : [])]).toString()}`;
