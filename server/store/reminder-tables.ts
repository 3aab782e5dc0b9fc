/** Tables of urges, of what people have seen, and of messages that leave the office. */
import type { ColumnType } from 'kysely';

type Moment = ColumnType<Date, Date | string, never>;

export type ReminderTables = {
  /** `state` and `posts`: where the case stood and whom it waited for; `behalf`: the name of the absent person for whom it was done. */
  urges: {
    district: string; case_id: string; person: string; id: string; body_hash: string; workflow: string; unit: string; state: string; posts: string[];
    person_name: string; post: string; behalf: string | null; words: string | null; at: Moment;
  };
};
