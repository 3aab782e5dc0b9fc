/** Who read whose personal data: written before the data leaves, and asked by the privacy officer. */
import { sql } from 'kysely';
import type { Actor, Instant, PostAtUnit } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';

type Reader = Pick<Actor, 'id' | 'name'> & { readonly posts: readonly PostAtUnit[] };

/**
 * One row for one reading, a list's ids together. `fields` are names, never values. Throws where it cannot be written:
 * then nothing may leave.
 */
export const logReads = async (db: Db, district: string, reader: Reader, resource: string, ids: readonly string[], fields: readonly string[], reason?: string): Promise<void> => {
  if (ids.length === 0) return;
  const posts = reader.posts.map(({ post, unit }) => `${post}@${unit}`);
  await sql`
    insert into reads (district, person, person_name, posts, resource, ids, fields, reason)
    values (${district}, ${reader.id}, ${reader.name}, ${posts}::text[], ${resource}, ${[...ids]}::text[], ${[...fields]}::text[], ${reason ?? null})`.execute(db);
};

export type Read = {
  readonly id: string; readonly at: Instant; readonly person: string; readonly personName: string; readonly posts: readonly string[];
  readonly resource: string; readonly ids: readonly string[]; readonly fields: readonly string[]; readonly reason: string | null;
};
export type ReadsQuery = {
  readonly person?: string | undefined; readonly resource?: string | undefined; readonly subject?: string | undefined;
  readonly from?: string | undefined; readonly until?: string | undefined; readonly offset: number; readonly limit: number;
};

type Row = { id: string; at: Date; person: string; person_name: string; posts: string[]; resource: string; ids: string[]; fields: string[]; reason: string | null };

/** Newest first. `subject` is the id of the entry or case that was read. */
export const findReads = async (db: Db, district: string, query: ReadsQuery): Promise<{ rows: Read[]; total: number }> => {
  const matching = sql`
    from reads where district = ${district}
      ${query.person === undefined ? sql`` : sql`and person = ${query.person}`}
      ${query.resource === undefined ? sql`` : sql`and resource = ${query.resource}`}
      ${query.subject === undefined ? sql`` : sql`and ids @> array[${query.subject}]::text[]`}
      ${query.from === undefined ? sql`` : sql`and at >= ${query.from}::timestamptz`}
      ${query.until === undefined ? sql`` : sql`and at <= ${query.until}::timestamptz`}`;
  const { rows } = await sql<Row>`select id::text, at, person, person_name, posts, resource, ids, fields, reason ${matching} order by at desc, id desc offset ${query.offset} limit ${query.limit}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(db);
  return {
    rows: rows.map(({ person_name, at, ...row }) => ({ ...row, at: at.toISOString(), personName: person_name })),
    total: counted.rows[0]?.total ?? 0,
  };
};
