/** Tables of units, people, posts and sessions. */
import type { ColumnType, Generated } from 'kysely';

type Moment = ColumnType<Date, Date | string, Date | string>;
type Later = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export type PeopleTables = {
  /** The office itself; none before set-up. */
  offices: { district: string; kind: 'demo' | 'real'; made_at: Moment };
  /** A unit keeps its id for ever; its name and place in the tree are versions. */
  units: { district: string; id: string; kind: 'district' | 'town' | 'village'; community: boolean; position: number };
  unit_versions: { district: string; unit: string; parent: string | null; name_zh: string; name_en: string; valid_from: Moment; valid_until: Later };
  /** The present scope: every unit with each one below it, itself included. */
  unit_closure: { district: string; ancestor: string; descendant: string };
  people: { district: string; id: string; name: string; password_hash: string; disabled: Generated<boolean>; made_at: Moment };
  posts_held: { district: string; person: string; post: string; unit: string; since: Moment; until: Later };
  /** `id_hash`: SHA-256 of what stands in the cookie. */
  sessions: { district: string; id_hash: Buffer; person: string; made_at: Moment; seen_at: Moment };
  /** Wrong passwords in a row by account (`a:`) or address (`h:`), both hashed. */
  sign_in_failures: { district: string; who: string; count: number; last_at: Moment };
};
