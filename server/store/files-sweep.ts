/** Rows of files that go: those their owners took back, those that nobody named in time, and contents that no file has any more. */
import { sql } from 'kysely';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

const unnamed = sql.raw('not exists (select from attachments a where a.district = f.district and a.file = f.id)');

/** False where it is not the person's, or an event has named it. */
export const dropOwnFile = async (db: Db, district: string, person: string, id: string): Promise<boolean> => {
  const { rows } = await sql`delete from files f where district = ${district} and id = ${id} and person = ${person} and ${unnamed} returning id`.execute(db);
  return rows.length > 0;
};

const HELD = 'for update skip locked';
const old: Statement = { name: 'unnamed-files', text: `select id from files f where district = $1 and brought_at < $2 and not exists (select from attachments a where a.district = f.district and a.file = f.id) limit 500 ${HELD}` };
const dropOld: Statement = { name: 'drop-unnamed-files', text: 'delete from files f where district = $1 and id = any($2::text[]) and not exists (select from attachments a where a.district = f.district and a.file = f.id)' };
const lone: Statement = { name: 'lone-contents', text: `select id from contents c where district = $1 and not exists (select from files f where f.district = c.district and f.content = c.id) limit 500 ${HELD}` };
const dropLone: Statement = { name: 'drop-lone-contents', text: 'delete from contents c where district = $1 and id = any($2::text[]) and not exists (select from files f where f.district = c.district and f.content = c.id) returning id' };

/** Held first, then looked at again: somebody may be naming one, or bringing the same content, at this moment. */
const holdAndDrop = async (tx: Tx, district: string, hold: Statement, drop: Statement, ...more: unknown[]): Promise<string[]> => {
  const ids = (await tx.run<{ id: string }>(hold, [district, ...more])).map(({ id }) => id);
  return ids.length === 0 ? [] : (await tx.run<{ id: string }>(drop, [district, ids])).map(({ id }) => id);
};

export const dropUnnamed = async (tx: Tx, district: string, before: Date): Promise<void> => void (await holdAndDrop(tx, district, old, dropOld, before));

/** The objects of what it gives may go once this is committed. */
export const dropLoneContents = (tx: Tx, district: string): Promise<string[]> => holdAndDrop(tx, district, lone, dropLone);

/** Those of the names that are some content's, of whichever district: they may lie in one place. */
export const findContentsAmong = async (db: Db, names: readonly string[]): Promise<Set<string>> =>
  new Set((await sql<{ id: string }>`select id from contents where id = any(${[...names]}::text[])`.execute(db)).rows.map(({ id }) => id));
