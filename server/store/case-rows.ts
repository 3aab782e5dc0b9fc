/** A case as a row and back. */
import type { Case, Data, Instant, Memory } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import type { Born } from './case-tables.ts';
import { openLeaves } from './sealing.ts';

/** A case with what the store knows beside it. */
export type Stored = {
  readonly case: Case;
  /** Hash of its last log row; of its birth where it has none yet. */
  readonly head: string;
  readonly changedAt: Instant;
  readonly birth: Born | null;
};

export type CaseRow = {
  id: string; workflow: string; workflow_version: number; parent: string | null; subject: string | null; key: string | null; unit: string; state: string;
  data: Data; memory: Memory; version: number; opened_by: string; opened_at: Date; entered_at: Date; changed_at: Date; head_hash: string; birth: Born | null;
};

/** The names of P4 fields, by workflow; the kit knows them. */
export type SealedNames = (workflow: string) => ReadonlySet<string>;

export const rowId = (district: string, id: string): string => `${district}/${id}`;

export const toStored = (keys: Keys, district: string, row: CaseRow): Stored => {
  const opened = <T extends Data>(column: string, data: T): T => openLeaves(keys, { table: 'cases', row: rowId(district, row.id), column }, data);
  return {
    case: {
      id: row.id, workflow: row.workflow, workflowVersion: row.workflow_version, parent: row.parent, subject: row.subject, key: row.key, unit: row.unit, state: row.state,
      data: opened('data', row.data), version: row.version, memory: opened('memory', row.memory as Memory & Data),
      openedBy: row.opened_by, openedAt: row.opened_at.toISOString(), enteredAt: row.entered_at.toISOString(),
    },
    head: row.head_hash, changedAt: row.changed_at.toISOString(),
    birth: row.birth === null ? null : { ...row.birth, data: opened('birth', row.birth.data) },
  };
};

export const CASE_COLUMNS = 'id, workflow, workflow_version, parent, subject, key, unit, state, data, memory, version, opened_by, opened_at, entered_at, changed_at, head_hash, birth';
