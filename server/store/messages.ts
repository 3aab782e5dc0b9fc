/** Messages that leave the office: each a row before it leaves, so that none is lost and none is sent twice. */
import { sql } from 'kysely';
import type { Instant } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { open, place, seal } from '../keys/seal.ts';
import type { Channel } from './reminder-tables.ts';
import type { Db } from './tables.ts';

type Where = { readonly keys: Keys; readonly district: string };
/** `id` says what it is of, so that the same is made once. */
export type NewMessage = { readonly id: string; readonly kind: string; readonly channel: Channel; readonly person: string | null; readonly to: string; readonly subject: string; readonly words: string };
/** `tries` counts this one. */
export type Outgoing = Omit<NewMessage, 'kind' | 'person'> & { readonly tries: number; readonly madeAt: Instant };
export type MessageRow = {
  readonly id: string; readonly kind: string; readonly channel: Channel; readonly person: string | null; readonly state: 'waiting' | 'sent' | 'failed';
  readonly tries: number; readonly why: string | null; readonly madeAt: Instant; readonly endedAt: Instant | null;
};

export const recipientPlace = (district: string, id: string): string => place('messages', `${district}/${id}`, 'recipient');

/** False where there is one of that id already. */
export const insertMessage = async (db: Db, { keys, district }: Where, { to, ...message }: NewMessage): Promise<boolean> => {
  const made = await db.insertInto('messages').values({ district, ...message, recipient: seal(keys, recipientPlace(district, message.id), to), why: null, ended_at: null })
    .onConflict((known) => known.doNothing()).executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows ?? 0) > 0;
};

/** The message with one more try counted; null where it waits no more. */
export const takeMessage = async (db: Db, { keys, district }: Where, id: string): Promise<Outgoing | null> => {
  const row = await db.updateTable('messages').set(({ eb }) => ({ tries: eb('tries', '+', 1) })).where('district', '=', district).where('id', '=', id).where('state', '=', 'waiting')
    .returning(['id', 'channel', 'recipient', 'subject', 'words', 'tries', 'made_at']).executeTakeFirst();
  if (!row) return null;
  const { recipient, made_at, ...message } = row;
  return { ...message, to: open(keys, recipientPlace(district, id), recipient) as string, madeAt: made_at.toISOString() };
};

/** `why`: a code of what went wrong, empty where nothing did. */
export const settleMessage = async (db: Db, district: string, id: string, state: 'waiting' | 'sent' | 'failed', why: string | null): Promise<void> => {
  await db.updateTable('messages').set({ state, why, ended_at: state === 'waiting' ? null : new Date() }).where('district', '=', district).where('id', '=', id).execute();
};

/** One that was given up waits again, as if it had never been tried; false where there is none. */
export const reviveMessage = async (db: Db, district: string, id: string): Promise<boolean> => {
  const revived = await db.updateTable('messages').set({ state: 'waiting', ended_at: null }).where('district', '=', district).where('id', '=', id).where('state', '=', 'failed').executeTakeFirst();
  return Number(revived.numUpdatedRows) > 0;
};

/** The newest, those given up first; neither words nor addresses. */
export const findMessages = async (db: Db, district: string, limit: number): Promise<MessageRow[]> => {
  const { rows } = await sql<Omit<MessageRow, 'madeAt' | 'endedAt'> & { madeAt: Date; endedAt: Date | null }>`
    select id, kind, channel, person, state, tries, why, made_at as "madeAt", ended_at as "endedAt" from messages where district = ${district} order by (state = 'failed') desc, made_at desc, id limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null }));
};

/** Those that wait longer than any try takes: their job was lost with a database that was away. */
export const findStuck = async (db: Db, district: string, before: Date): Promise<string[]> =>
  (await db.selectFrom('messages').select('id').where('district', '=', district).where('state', '=', 'waiting').where('made_at', '<', before).execute()).map(({ id }) => id);

export const forgetMessages = async (db: Db, district: string, before: Date): Promise<void> => {
  await db.deleteFrom('messages').where('district', '=', district).where('made_at', '<', before).execute();
};
