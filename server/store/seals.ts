/** The office chain: committed log rows of all cases gathered into seals, each on top of the one before, and signed. */
import { sql } from 'kysely';
import type { Instant } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { sign, verify } from '../keys/prove.ts';
import { hashOf } from './chain.ts';
import type { Db } from './tables.ts';

const MOST = 20_000;
const FIRST = '0'.repeat(64);
export type Seal = { n: number; at: Date; rows: string[]; prev: string; root: string; signature: string };

const rootOf = (n: number, at: Instant, prev: string, rows: readonly string[]): string => hashOf({ n, at, prev, rows });

/** Seals what is committed and unsealed; gives how many rows, nought where there was nothing. One process at a time. */
export const sealRows = (db: Db, keys: Keys, district: string, at: Instant): Promise<number> => db.transaction().execute(async (tx) => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${district}:seal`}, 6092))`.execute(tx);
  const unsealed = await sql<{ row: string }>`
    select case_id || '@' || version || ':' || hash as row from log where district = ${district} and sealed_in is null order by case_id collate "C", version limit ${MOST}`.execute(tx);
  const rows = unsealed.rows.map(({ row }) => row);
  if (rows.length === 0) return 0;
  const last = await tx.selectFrom('office_seals').select(['n', 'root']).where('district', '=', district).orderBy('n', 'desc').limit(1).executeTakeFirst();
  const n = (last?.n ?? 0) + 1;
  const prev = last?.root ?? FIRST;
  const root = rootOf(n, at, prev, rows);
  await tx.insertInto('office_seals').values({ district, n, at, rows, prev, root, signature: sign(keys, root) }).execute();
  await sql`
    update log l set sealed_in = ${n} from unnest(${rows}::text[]) as r(row)
    where l.district = ${district} and l.case_id = split_part(r.row, '@', 1) and l.version = split_part(split_part(r.row, '@', 2), ':', 1)::int`.execute(tx);
  return rows.length;
});

export const findSeals = (db: Db, district: string, after: number, limit: number): Promise<Seal[]> =>
  db.selectFrom('office_seals').select(['n', 'at', 'rows', 'prev', 'root', 'signature']).where('district', '=', district).where('n', '>', after).orderBy('n').limit(limit).execute();

/** Whether the seal is ours, whole, and stands on the one before. */
export const isWhole = (keys: Keys, seal: Seal, before: Seal | null): boolean =>
  seal.n === (before?.n ?? 0) + 1 && seal.prev === (before?.root ?? FIRST) && seal.root === rootOf(seal.n, seal.at.toISOString(), seal.prev, seal.rows) && verify(keys, seal.root, seal.signature);

/** Rows of the seal that the log no longer has, or has otherwise. */
export const findLost = async (db: Db, district: string, { rows }: Seal): Promise<{ caseId: string; version: number }[]> => {
  const lost = await sql<{ caseId: string; version: number }>`
    select s.case_id as "caseId", s.version from (
      select split_part(row, '@', 1) as case_id, split_part(split_part(row, '@', 2), ':', 1)::int as version, split_part(row, ':', 2) as hash from unnest(${rows}::text[]) row
    ) s where not exists (select from log l where l.district = ${district} and l.case_id = s.case_id and l.version = s.version and l.hash = s.hash) order by 1, 2 limit 1000`.execute(db);
  return lost.rows;
};
