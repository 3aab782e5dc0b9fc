/** Tables of urges, of what people have seen, and of messages that leave the office. */
import type { ColumnType, Generated } from 'kysely';

/** By which way a message leaves. */
export type Channel = 'mail' | 'sms';
type Moment = ColumnType<Date, Date | string, never>;

export type ReminderTables = {
  /** `state` and `posts`: where the case stood and whom it waited for; `behalf`: the name of the absent person for whom it was done. */
  urges: {
    district: string; case_id: string; person: string; id: string; body_hash: string; workflow: string; unit: string; state: string; posts: string[];
    person_name: string; post: string; behalf: string | null; words: string | null; at: Moment;
  };
  /** `key`: what was notified of, as the office names it. */
  notifications_seen: { district: string; person: string; key: string; at: Generated<Date> };
  /** `sealed`: how somebody may be reached, and by which ways they want to be. */
  reach: { district: string; person: string; sealed: string; saved_at: Generated<Date> };
  /** What leaves the office, each once; `recipient` is sealed, `why` a code. */
  messages: {
    district: string; id: string; kind: string; channel: Channel; person: string | null; recipient: string; subject: string; words: string;
    state: Generated<'waiting' | 'sent' | 'failed'>; tries: Generated<number>; why: string | null; made_at: Generated<Date>; ended_at: Date | null;
  };
};
