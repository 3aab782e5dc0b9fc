/** Tables of substitutions, sittings and phrases. */
import type { Generated } from 'kysely';

export type SittingsTables = {
  /** `sealed`: what somebody says again and again, in one envelope. */
  phrases: { district: string; person: string; sealed: string; saved_at: Generated<Date> };
};
