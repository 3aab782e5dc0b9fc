/** Table of drafts. */
import type { Generated } from 'kysely';

export type DraftsTables = {
  /** `sealed`: the words as one envelope. `version`: of the case as the sender saw it; 0 of one that is still to be opened. */
  drafts: { district: string; person: string; workflow: string; case_id: string; event: string; unit: string | null; version: number; sealed: string; saved_at: Generated<Date> };
};
