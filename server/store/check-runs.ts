/** Runs of the checks over the whole register: where each stands, so that it goes on where it was cut short. */
import { sql } from 'kysely';
import type { Instant } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

/** `at`: the office's time it is made for. `after`: how far the present step is. */
export type CheckRun = {
  readonly id: string; readonly person: string; readonly at: Date; readonly madeAt: Date; readonly endedAt: Date | null;
  readonly step: number; readonly after: string | null; readonly done: number; readonly total: number;
};

const columns = 'id, person, at, made_at as "madeAt", ended_at as "endedAt", step, after, done, total';

const insert: Statement = {
  name: 'insert-check-run',
  text: `insert into check_runs (district, id, person, at, total) select $1::text, $2, $3, $4::timestamptz, (select count(*) from residents where district = $1::text)
    on conflict (district) where ended_at is null do nothing returning ${columns}`,
};
const underWay: Statement = { name: 'check-run-under-way', text: `select ${columns} from check_runs where district = $1 and ended_at is null` };

/** A new run, or the one that is under way. */
export const startRun = async (tx: Tx, district: string, id: string, person: string, at: Instant): Promise<{ run: CheckRun; isNew: boolean } | null> => {
  const [made] = await tx.run<CheckRun & object>(insert, [district, id, person, at]);
  if (made) return { run: made, isNew: true };
  const [found] = await tx.run<CheckRun & object>(underWay, [district]);
  return found ? { run: found, isNew: false } : null;
};

const hold: Statement = { name: 'hold-check-run', text: `select ${columns} from check_runs where district = $1 and id = $2 and ended_at is null for update` };
/** The run for one page of it; null where it has ended. */
export const holdRun = async (tx: Tx, district: string, id: string): Promise<CheckRun | null> => (await tx.run<CheckRun & object>(hold, [district, id]))[0] ?? null;

const move: Statement = {
  name: 'move-check-run',
  text: `update check_runs set step = $3, after = $4, done = least(total, done + $5), ended_at = case when $6 then clock_timestamp() end where district = $1 and id = $2`,
};
export const moveRun = (tx: Tx, district: string, id: string, { step, after, seen, ended }: { step: number; after: string | null; seen: number; ended: boolean }): void =>
  tx.say(move, [district, id, step, after, seen, ended]);

export const findRun = async (db: Db, district: string, id: string): Promise<CheckRun | null> =>
  (await sql<CheckRun>`select ${sql.raw(columns)} from check_runs where district = ${district} and id = ${id}`.execute(db)).rows[0] ?? null;

/** The newest first. */
export const findRuns = async (db: Db, district: string, limit: number): Promise<readonly CheckRun[]> =>
  (await sql<CheckRun>`select ${sql.raw(columns)} from check_runs where district = ${district} order by made_at desc limit ${limit}`.execute(db)).rows;

/** Old runs but the last; findings stay. */
export const forgetRuns = async (db: Db, district: string, before: Date): Promise<void> => {
  await sql`delete from check_runs where district = ${district} and ended_at < ${before} and id <> (select id from check_runs where district = ${district} order by made_at desc limit 1)`.execute(db);
};
