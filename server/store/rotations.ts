/** Key rotations as they are written down: begun, gone on with, ended. */
import { sql } from 'kysely';
import type { After } from './seal-anew.ts';
import type { Db } from './tables.ts';

export type NewRotation = { readonly id: string; readonly person: string; readonly name: string; readonly kinds: readonly string[]; readonly reason: string; readonly total: number };
export type Rotation = {
  readonly id: string; readonly personName: string; readonly kinds: readonly string[]; readonly reason: string; readonly startedAt: string;
  /** Rows looked at of `total` in this round, and sealed anew in all. A round in which nothing was left to seal is the last. */
  readonly round: number; readonly walked: number; readonly total: number; readonly sealedAnew: number; readonly endedAt: string | null;
};
export type Standing = { readonly place: number; readonly after: After; readonly inRound: number; readonly startedAt: Date };

/** False where one is under way already, or the id was used. */
export const insertRotation = async (db: Db, district: string, { id, person, name, kinds, reason, total }: NewRotation): Promise<boolean> => {
  const { rows } = await sql`
    insert into key_rotations (district, id, person, person_name, kinds, reason, total) values (${district}, ${id}, ${person}, ${name}, ${[...kinds]}::text[], ${reason}, ${total})
    on conflict do nothing returning id`.execute(db);
  return rows.length > 0;
};

export const findRotations = async (db: Db, district: string): Promise<Rotation[]> => {
  const rows = await db.selectFrom('key_rotations').selectAll().where('district', '=', district).orderBy('started_at', 'desc').limit(20).execute();
  return rows.map((row) => ({
    id: row.id, personName: row.person_name, kinds: row.kinds, reason: row.reason, startedAt: row.started_at.toISOString(), round: row.round,
    walked: row.walked, total: row.total, sealedAnew: row.sealed_anew, endedAt: row.ended_at?.toISOString() ?? null,
  }));
};

export const findRotationUnderWay = async (db: Db, district: string): Promise<string | null> =>
  (await db.selectFrom('key_rotations').select('id').where('district', '=', district).where('ended_at', 'is', null).executeTakeFirst())?.id ?? null;

/** Holds the rotation until commit; null where it has ended. */
export const holdRotation = async (db: Db, district: string, id: string): Promise<Standing | null> => {
  const row = await db.selectFrom('key_rotations').select(['place', 'after', 'in_round as inRound', 'started_at as startedAt']).where('district', '=', district).where('id', '=', id).where('ended_at', 'is', null).forUpdate().executeTakeFirst();
  return row ?? null;
};

export const goOn = async (db: Db, district: string, id: string, next: { readonly place: number; readonly after: After; readonly walked: number; readonly anew: number }): Promise<void> => {
  await sql`
    update key_rotations set place = ${next.place}, after = ${next.after === null ? null : JSON.stringify(next.after)}::jsonb, walked = walked + ${next.walked},
      sealed_anew = sealed_anew + ${next.anew}, in_round = in_round + ${next.anew} where district = ${district} and id = ${id}`.execute(db);
};

export const beginRound = async (db: Db, district: string, id: string, total: number): Promise<void> => {
  await sql`update key_rotations set round = round + 1, place = 0, after = null, walked = 0, in_round = 0, total = ${total} where district = ${district} and id = ${id}`.execute(db);
};

export const endRotation = async (db: Db, district: string, id: string): Promise<void> => {
  await db.updateTable('key_rotations').set({ ended_at: new Date() }).where('district', '=', district).where('id', '=', id).execute();
};
