/** Fills what people are found by where a register was written before it could be. */
import { sql } from 'kysely';
import { foundBy } from '../found-by.ts';
import type { Keys } from '../keys/keys.ts';
import { fromRow } from './register-rows.ts';
import type { Row } from './register-rows.ts';
import type { Db } from './tables.ts';

const TOGETHER = 500;

const fillSome = (db: Db, keys: Keys): Promise<number> => db.transaction().execute(async (tx) => {
  const { rows } = await sql<Row>`select * from residents where words = '' order by district, id limit ${TOGETHER} for update skip locked`.execute(tx);
  const filled = rows.map((row) => ({ district: row['district'], id: row['id'], ...foundBy(keys, fromRow(keys, 'residents', String(row['district']), row)) }));
  await sql`
    update residents r set id_index = n.id_index, phone_index = n.phone_index, words = n.words
    from jsonb_to_recordset(${JSON.stringify(filled)}::jsonb) as n(district text, id text, id_index text, phone_index text, words text)
    where r.district = n.district and r.id = n.id`.execute(tx);
  return rows.length;
});

/** Some hundreds at a time, so that a start cut short goes on where it was; answers with how many there were. */
export const fillFinding = async (db: Db, keys: Keys): Promise<number> => {
  let filled = 0;
  for (;;) {
    const some = await fillSome(db, keys);
    if (some === 0) return filled;
    filled += some;
  }
};
