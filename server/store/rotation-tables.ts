/** The table of key rotations. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export type RotationTables = {
  /** `place` and `after`: where the walk through the sealed places stands; `in_round`: rows sealed anew since it began the last time. */
  key_rotations: {
    district: string; id: string; person: string; person_name: string; kinds: string[]; reason: string; started_at: Generated<Date>;
    round: Generated<number>; place: Generated<number>; after: JSONColumnType<(string | number)[]> | null;
    walked: Generated<number>; total: number; sealed_anew: Generated<number>; in_round: Generated<number>; ended_at: ColumnType<Date | null, never, Date>;
  };
};
