/** Seals the rows of one place under the newest keys, some at a time, where the last time stopped. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Keys } from '../keys/keys.ts';
import type { Row } from './register-rows.ts';
import type { SealedPlace } from './sealed-places.ts';
import type { Db } from './tables.ts';

export type After = readonly (string | number)[] | null;
/** `after`: the key of the last row looked at; null where the place has no more. */
export type Step = { readonly after: After; readonly walked: number; readonly anew: number };

const keyOf = ({ key }: SealedPlace): RawBuilder<unknown> => sql.join(key.map(([column]) => sql.ref(column)));
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The rows are held while they are sealed: whoever sends an event to one of them meanwhile waits a moment. */
const holdRows = async (db: Db, district: string, place: SealedPlace, after: After, many: number): Promise<Row[]> => {
  const beyond = after === null ? sql`` : sql`and (${keyOf(place)}) > (${sql.join(place.key.map(([, type], i) => sql`${after[i]}::${sql.raw(type)}`))})`;
  const { rows } = await sql<Row>`select * from ${sql.table(place.table)} where district = ${district} ${beyond} order by ${keyOf(place)} limit ${many} for update`.execute(db);
  return rows;
};

const write = async (db: Db, { table, key }: SealedPlace, columns: readonly string[], rows: readonly Row[]): Promise<void> => {
  await sql`set local casework.sealing_anew = 'on'`.execute(db);
  await sql`
    update ${sql.table(table)} t set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = n.${sql.ref(column)}`))}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) n
    where t.district = n.district and ${sql.join(key.map(([column]) => sql`t.${sql.ref(column)} = n.${sql.ref(column)}`), sql` and `)}`.execute(db);
};

export const sealRowsAnew = async (db: Db, keys: Keys, district: string, place: SealedPlace, after: After, many: number): Promise<Step> => {
  const rows = await holdRows(db, district, place, after, many);
  const anew = rows.flatMap((row) => {
    const columns = place.sealAnew(keys, district, row);
    if (Object.entries(columns).every(([column, value]) => isSame(value, row[column]))) return [];
    return [{ district, ...Object.fromEntries(place.key.map(([column]) => [column, row[column]])), ...columns }];
  });
  const [first] = anew;
  if (first) await write(db, place, Object.keys(first).filter((column) => column !== 'district' && !place.key.some(([name]) => name === column)), anew);
  const last = rows.at(-1);
  return { after: rows.length < many || !last ? null : place.key.map(([column]) => last[column] as string | number), walked: rows.length, anew: anew.length };
};

export const countRowsOf = async (db: Db, district: string, places: readonly SealedPlace[]): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select (${sql.join(places.map(({ table }) => sql`(select count(*) from ${sql.table(table)} where district = ${district})`), sql` + `)})::int as total`.execute(db);
  return rows[0]?.total ?? 0;
};
