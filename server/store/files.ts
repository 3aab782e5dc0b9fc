/** Files and their contents as rows: each content once, found by whom they may be found. */
import { sql } from 'kysely';
import type { Given } from '../../workflows/kit/blind.ts';
import type { Keys } from '../keys/keys.ts';
import { blindIndex, blindIndexes } from '../keys/prove.ts';
import { open, place, seal } from '../keys/seal.ts';
import { lockNames } from './lock-cases.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

type Where = { readonly keys: Keys; readonly district: string };

/** What an object is sealed with, and the SHA-256 of what it holds. */
export type Secret = { readonly key: string; readonly digest: string };
export type Content = { readonly id: string; readonly secret: Secret; readonly type: string; readonly bytes: number; readonly thumbnail: boolean };
export type FileRow = { readonly id: string; readonly name: string; readonly content: Content };

const rowOf = (district: string, id: string): string => `${district}/${id}`;
export const contentPlace = (district: string, id: string): string => place('contents', rowOf(district, id), 'sealed');
export const namePlace = (district: string, id: string): string => place('files', rowOf(district, id), 'name');
/** Of the digest, under the newest index key. */
export const addressOf = (keys: Keys, digest: string): string => blindIndex(keys, 'file', digest);

type ContentRow = { content: string; sealed: string; type: string; bytes: number; thumbnail: boolean };
type Row = ContentRow & { id: string; name: string };

const toContent = ({ keys, district }: Where, { content, sealed, type, bytes, thumbnail }: ContentRow): Content =>
  ({ id: content, secret: open(keys, contentPlace(district, content), sealed) as Secret, type, bytes, thumbnail });
const toFile = (where: Where, row: Row): FileRow =>
  ({ id: row.id, name: open(where.keys, namePlace(where.district, row.id), row.name) as string, content: toContent(where, row) });

const sameContent: Statement = {
  name: 'same-content',
  text: 'select id as content, sealed, type, bytes, thumbnail from contents where district = $1 and address = any($2::text[]) order by made_at, id limit 1 for key share',
};

/** Null where nothing of that digest is kept; what is found stays until commit. Whoever brings the same meanwhile waits. */
export const findSameContent = async (tx: Tx, where: Where, digest: string): Promise<Content | null> => {
  const addresses = blindIndexes(where.keys, 'file', digest);
  lockNames(tx, where.district, [`file:${addresses.at(-1) ?? ''}`]);
  const [row] = await tx.run<ContentRow>(sameContent, [where.district, addresses]);
  return row ? toContent(where, row) : null;
};

const insertContentRow: Statement = { name: 'insert-content', text: 'insert into contents (district, id, address, sealed, type, bytes, thumbnail) values ($1, $2, $3, $4, $5, $6, $7)' };
const insertFileRow: Statement = { name: 'insert-file', text: 'insert into files (district, id, person, name, content) values ($1, $2, $3, $4, $5)' };

export const insertContent = (tx: Tx, { keys, district }: Where, { id, secret, type, bytes, thumbnail }: Content): void =>
  tx.say(insertContentRow, [district, id, addressOf(keys, secret.digest), seal(keys, contentPlace(district, id), secret), type, bytes, thumbnail]);

export const insertFile = (tx: Tx, { keys, district }: Where, person: string, { id, name, content }: FileRow): void =>
  tx.say(insertFileRow, [district, id, person, seal(keys, namePlace(district, id), name), content.id]);

const FILE = sql.raw('f.id, f.name, c.id as content, c.sealed, c.type, c.bytes, c.thumbnail from files f join contents c on c.district = f.district and c.id = f.content');

/** A file that the person brought. */
export const findOwnFile = async (db: Db, where: Where, person: string, id: string): Promise<FileRow | null> => {
  const { rows } = await sql<Row>`select ${FILE} where f.district = ${where.district} and f.id = ${id} and f.person = ${person}`.execute(db);
  return rows[0] ? toFile(where, rows[0]) : null;
};

/** Where an accepted event of the case names it, and the row of that event. */
export type Attached = FileRow & Given & { readonly field: string };

/** Files of a case in the order of its events; one of them alone where `file` says which. */
export const findAttached = async (db: Db, where: Where, caseId: string, file: string | null): Promise<Attached[]> => {
  const { rows } = await sql<Row & { field: string; version: number; event: string; from_state: string | null; actor: string }>`
    select a.field, a.version, l.type as event, l.from_state, l.actor, ${FILE} join attachments a on a.district = f.district and a.file = f.id
    join log l on l.district = a.district and l.case_id = a.case_id and l.version = a.version
    where a.district = ${where.district} and a.case_id = ${caseId} ${file === null ? sql`` : sql`and a.file = ${file}`} order by a.version, a.field, f.id`.execute(db);
  return rows.map((row) => ({ ...toFile(where, row), field: row.field, version: row.version, type: row.event, from: row.from_state, by: row.actor }));
};

/** How many files of the person no event has named yet. */
export const countUnsent = async (db: Db, district: string, person: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from files f where district = ${district} and person = ${person}
    and not exists (select from attachments a where a.district = f.district and a.file = f.id)`.execute(db);
  return rows[0]?.count ?? 0;
};
