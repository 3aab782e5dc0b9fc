/** Table of who read whose personal data. */
import type { ColumnType, Generated } from 'kysely';

export type ReadsTables = {
  /** One row per reading; a list is one row with all its ids. Holds names of fields, never their values. */
  reads: {
    id: Generated<string>; district: string; at: ColumnType<Date, Date | string | undefined, never>;
    person: string; person_name: string; posts: string[]; resource: string; ids: string[]; fields: string[]; reason: string | null;
  };
};
