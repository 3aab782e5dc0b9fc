/** Drafts as their authors left them, one envelope each: kept, found, and gone once they are sent or old. */
import { sql } from 'kysely';
import type { Data, Instant } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { open, place, seal } from '../keys/seal.ts';
import { arraysOf, unnest } from './row-arrays.ts';
import type { Columns } from './row-arrays.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

export type DraftKey = { readonly person: string; readonly workflow: string; readonly caseId: string; readonly event: string };
export type Draft = { readonly data: Data; readonly version: number; readonly unit: string | null; readonly savedAt: Instant };
type Where = { readonly keys: Keys; readonly district: string };

/** As many as one person may leave lying about; the oldest make room. */
const MOST = 200;

export const draftPlace = (district: string, { person, workflow, caseId, event }: DraftKey): string => place('drafts', [district, person, workflow, caseId, event].join('/'), 'sealed');

/** Returns when it was saved. */
export const keepDraft = async (db: Db, { keys, district }: Where, key: DraftKey, { data, version, unit }: Omit<Draft, 'savedAt'>): Promise<Instant> => {
  const sealed = seal(keys, draftPlace(district, key), data);
  const { rows } = await sql<{ saved_at: Date }>`
    insert into drafts (district, person, workflow, case_id, event, unit, version, sealed)
    values (${district}, ${key.person}, ${key.workflow}, ${key.caseId}, ${key.event}, ${unit}, ${version}, ${sealed})
    on conflict (district, person, workflow, case_id, event) do update set unit = excluded.unit, version = excluded.version, sealed = excluded.sealed, saved_at = now()
    returning saved_at`.execute(db);
  await sql`delete from drafts where district = ${district} and person = ${key.person} and saved_at < (
    select saved_at from drafts where district = ${district} and person = ${key.person} order by saved_at desc offset ${MOST - 1} limit 1)`.execute(db);
  return rows[0]?.saved_at.toISOString() ?? '';
};

/** Null where nothing was kept since `since`. */
export const findDraft = async (db: Db, { keys, district }: Where, key: DraftKey, since: Date): Promise<Draft | null> => {
  const row = await db.selectFrom('drafts').select(['sealed', 'version', 'unit', 'saved_at']).where('district', '=', district).where('person', '=', key.person)
    .where('workflow', '=', key.workflow).where('case_id', '=', key.caseId).where('event', '=', key.event).where('saved_at', '>=', since).executeTakeFirst();
  return row ? { data: open(keys, draftPlace(district, key), row.sealed) as Data, version: row.version, unit: row.unit, savedAt: row.saved_at.toISOString() } : null;
};

export const dropDraft = async (db: Db, district: string, { person, workflow, caseId, event }: DraftKey): Promise<void> => {
  await db.deleteFrom('drafts').where('district', '=', district).where('person', '=', person).where('workflow', '=', workflow).where('case_id', '=', caseId).where('event', '=', event).execute();
};

const SENT: Columns = [['person', 'text'], ['workflow', 'text'], ['case_id', 'text'], ['event', 'text']];

/** Part of a statement, with its parameters: the drafts that became events go. `first`: the number of the first parameter. */
export const droppingSent = (first: number): string =>
  `delete from drafts d using ${unnest(SENT, first)} where d.district = $1 and d.person = r.person and d.workflow = r.workflow and d.case_id = r.case_id and d.event = r.event`;
export const sentDrafts = (keys: readonly DraftKey[]): Buffer[] => arraysOf(SENT, keys.map(({ person, workflow, caseId, event }) => ({ person, workflow, case_id: caseId, event })));

const sent: Statement = { name: 'drop-sent-drafts', text: droppingSent(2) };

/** In the transaction that accepted what they became. */
export const dropSent = (tx: Tx, district: string, keys: readonly DraftKey[]): void => {
  if (keys.length > 0) tx.say(sent, [district, ...sentDrafts(keys)]);
};

/** Nobody comes back to them after so long. */
export const forgetDrafts = async (db: Db, district: string, before: Date): Promise<void> => {
  await db.deleteFrom('drafts').where('district', '=', district).where('saved_at', '<', before).execute();
};
