/** Brings the schema up to date at start: one server at a time, each step once. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import * as cases from './migrations/001-cases.ts';
import * as peopleAndRegisters from './migrations/002-people-and-registers.ts';
import * as bulk from './migrations/003-bulk.ts';
import * as drafts from './migrations/004-drafts.ts';
import * as finding from './migrations/006-finding.ts';
import * as imports from './migrations/007-imports.ts';
import * as keyRotations from './migrations/008-key-rotations.ts';
import * as findings from './migrations/009-findings.ts';
import * as workbooks from './migrations/010-workbooks.ts';
import * as frozen from './migrations/011-frozen.ts';
import * as arrivals from './migrations/012-arrivals.ts';
import * as orders from './migrations/013-orders.ts';
import * as erasure from './migrations/014-erasure.ts';
import * as files from './migrations/015-files.ts';
import * as money from './migrations/016-money.ts';
import * as absenceAndSittings from './migrations/017-absence-and-sittings.ts';
import * as certificates from './migrations/019-certificates.ts';
import * as reminders from './migrations/020-reminders.ts';
import * as absent from './migrations/021-absent.ts';
import * as wordsLater from './migrations/022-words-later.ts';
import * as access from './migrations/023-access.ts';
import * as asSaid from './migrations/024-as-said.ts';
import type { Db } from './tables.ts';

type Step = { readonly name: string; up(db: Kysely<unknown>): Promise<void> };

const steps: readonly Step[] = [
  { name: '001-cases', ...cases },
  { name: '002-people-and-registers', ...peopleAndRegisters },
  { name: '003-bulk', ...bulk },
  { name: '004-drafts', ...drafts },
  { name: '006-finding', ...finding },
  { name: '007-imports', ...imports },
  { name: '008-key-rotations', ...keyRotations },
  { name: '009-findings', ...findings },
  { name: '010-workbooks', ...workbooks },
  { name: '011-frozen', ...frozen },
  { name: '012-arrivals', ...arrivals },
  { name: '013-orders', ...orders },
  { name: '014-erasure', ...erasure },
  { name: '015-files', ...files },
  { name: '016-money', ...money },
  { name: '017-absence-and-sittings', ...absenceAndSittings },
  { name: '019-certificates', ...certificates },
  { name: '020-reminders', ...reminders },
  { name: '021-absent', ...absent },
  { name: '022-words-later', ...wordsLater },
  { name: '023-access', ...access },
  { name: '024-as-said', ...asSaid },
];

const LOCK = 6092;

/** Returns the steps taken. Everything happens in one transaction under a lock: a start cut short leaves no half schema. */
export const migrate = (db: Db): Promise<string[]> =>
  db.transaction().execute(async (tx) => {
    await sql`set local lock_timeout = '60s'`.execute(tx);
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await sql`create table if not exists migrations (name text primary key, made_at timestamptz not null default now())`.execute(tx);
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(tx);
    const missing = steps.filter(({ name }) => !rows.some((row) => row.name === name));
    for (const step of missing) {
      await step.up(tx as unknown as Kysely<unknown>);
      await sql`insert into migrations (name) values (${step.name})`.execute(tx);
    }
    return missing.map(({ name }) => name);
  });
