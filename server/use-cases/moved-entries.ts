/** Entries of the register that read otherwise at the desk than they did at a version of theirs. */
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Office } from '../office.ts';
import { findFieldsSince } from '../store/register-changes.ts';
import type { EntryAt } from '../store/register-changes.ts';
import type { Tx } from '../store/transaction.ts';

/** With the fields that changed. What no desk shows, such as the day of the last verification, does not count. */
export const findMovedEntries = async ({ district }: Pick<Office, 'district'>, { db }: Tx, { subject, desk }: Workflow, entries: readonly EntryAt[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (entries.length === 0 || !subject || !desk) return new Map();
  const shown = Object.values(desk.groups).flat();
  const since = await findFieldsSince(db, district, subject.register, entries);
  return new Map([...since].flatMap(([id, fields]) => { const seen = fields.filter((field) => shown.includes(field)); return seen.length > 0 ? [[id, seen] as const] : []; }));
};
