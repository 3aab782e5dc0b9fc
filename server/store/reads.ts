/** Who read whose personal data: written before the data leaves, and asked by the privacy officer. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Instant, PostAtUnit } from '../../workflows/kit/words.ts';
import { countRows } from './count-rows.ts';
import type { Count } from './count-rows.ts';
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
  readonly from?: string | undefined; readonly until?: string | undefined; /** Words of the reason. */ readonly reason?: string | undefined;
};
export type ReadsPage = { readonly offset: number; readonly limit: number };

type Row = { id: string; at: Date; person: string; person_name: string; posts: string[]; resource: string; ids: string[]; fields: string[]; reason: string | null };

/** Whoever reads a case reads of the person it is about. */
const about = (district: string, subject: string): RawBuilder<unknown> =>
  sql`(array[${subject}]::text[] || array(select c.id::text from cases c where c.district = ${district} and c.subject = ${subject}))`;
const literal = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

const matching = (district: string, { person, resource, subject, from, until, reason }: ReadsQuery): RawBuilder<unknown> => sql`
  from reads where district = ${district}
    ${person === undefined ? sql`` : sql`and person = ${person}`}
    ${resource === undefined ? sql`` : sql`and resource = ${resource}`}
    ${subject === undefined ? sql`` : sql`and ids && ${about(district, subject)}`}
    ${from === undefined ? sql`` : sql`and at >= ${from}::timestamptz`}
    ${until === undefined ? sql`` : sql`and at <= ${until}::timestamptz`}
    ${reason === undefined ? sql`` : sql`and reason is not null and reason ilike ${literal(reason)}`}`;

const COLUMNS = sql.raw('id::text, at, person, person_name, posts, resource, ids, fields, reason');
const asRead = ({ person_name, at, ...row }: Row): Read => ({ ...row, at: at.toISOString(), personName: person_name });

/** Newest first. `subject` is the id of an entry or of a case; of an entry, readings of cases about it count too. */
export const findReads = async (db: Db, district: string, query: ReadsQuery, { offset, limit }: ReadsPage): Promise<Count & { rows: Read[] }> => {
  // Gathered by whom they are about, then put in order: the planner, left alone, would walk all readings in that order.
  const found = query.subject === undefined ? sql`select * ${matching(district, query)}` : sql`with found as materialized (select * ${matching(district, query)}) select * from found`;
  const { rows } = await sql<Row>`select ${COLUMNS} from (${found}) r order by r.at desc, r.id desc offset ${offset} limit ${limit}`.execute(db);
  return { rows: rows.map(asRead), ...(await countRows(db, matching(district, query))) };
};

/** The next in the order in which they were written down, the last first; `before` is the id of the last one seen. */
export const findReadsBefore = async (db: Db, district: string, query: ReadsQuery, before: string | null, limit: number): Promise<Read[]> => {
  const { rows } = await sql<Row>`select ${COLUMNS} from (select * ${matching(district, query)} ${before === null ? sql`` : sql`and id < ${before}::bigint`}) r order by r.id desc limit ${limit}`.execute(db);
  return rows.map(asRead);
};
