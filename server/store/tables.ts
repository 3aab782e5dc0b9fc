/** Every table of the office. Each leads with the district's id, so that a province is many offices side by side. */
import type { Kysely } from 'kysely';
import type { BulkTables } from './bulk-tables.ts';
import type { CaseTables } from './case-tables.ts';
import type { CertificateTables } from './certificate-tables.ts';
import type { DraftsTables } from './drafts-tables.ts';
import type { FileTables } from './file-tables.ts';
import type { FrozenTables } from './frozen-tables.ts';
import type { ImportTables } from './import-tables.ts';
import type { PeopleTables } from './people-tables.ts';
import type { ReadsTables } from './reads-tables.ts';
import type { RegisterTables } from './register-tables.ts';
import type { ReminderTables } from './reminder-tables.ts';
import type { SittingsTables } from './sittings-tables.ts';
import type { RotationTables } from './rotation-tables.ts';
import type { WorkbookTables } from './workbook-tables.ts';

export type Database =
  & CaseTables
  & PeopleTables
  & RegisterTables
  & ReadsTables
  & BulkTables
  & CertificateTables
  & DraftsTables
  & FileTables
  & FrozenTables
  & ImportTables
  & ReminderTables
  & RotationTables
  & SittingsTables
  & WorkbookTables;

/** The database, or a transaction on it. */
export type Db = Kysely<Database>;
