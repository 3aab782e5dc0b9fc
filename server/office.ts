/** What every use case is handed: the registry, the database, the keys, the clock, the log and the jobs. */
import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Instant } from '../workflows/kit/words.ts';
import type { ObjectStore } from './files/object-store.ts';
import type { Keys } from './keys/keys.ts';
import type { Database } from './store/tables.ts';

export type Office = {
  /** Id of the district: the first column of every table. */
  readonly district: string;
  readonly workflows: readonly Workflow[];
  /** `db` and `pool` are the same connections; the write path prepares its statements on the pool's. */
  readonly db: Kysely<Database>;
  readonly pool: Pool;
  readonly keys: Keys;
  /** A manual clock stands in the table `clock`; the system's is the machine's. */
  readonly clock: 'system' | 'manual';
  readonly log: Logger;
  /** Folder of the files that people brought, sealed; made when the first arrives. */
  readonly files: string;
  /** Where attached files lie, and the bytes that one may have; beside the others, and the usual, where nothing is set. */
  readonly attached?: { readonly store: ObjectStore; readonly mostBytes: number };
  /** Where people outside reach the office, without a slash at the end; as the request was addressed where nothing is set. */
  readonly publicUrl?: string | null;
  /** Null where nothing is to be told: while the demo town is replayed, and in tools. */
  readonly jobs: PgBoss | null;
};

export const findWorkflow = (office: Pick<Office, 'workflows'>, name: string): Workflow | undefined => office.workflows.find((one) => one.name === name);

export const getWorkflow = (office: Pick<Office, 'workflows'>, name: string): Workflow => {
  const found = findWorkflow(office, name);
  if (!found) throw new Error(`The office has no workflow called ${name}.`);
  return found;
};

/** The machine's time as an instant. */
export const systemNow = (): Instant => new Date().toISOString();
