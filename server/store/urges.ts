/** Who urged a case, and when: written once, never changed. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant, Post } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';

export type Urge = {
  readonly id: string; readonly person: string; readonly name: string; readonly post: Post; readonly behalf: string | null; readonly words: string | null;
  readonly at: Instant; readonly state: string; readonly posts: readonly Post[];
};
export type NewUrge = Urge & { readonly caseId: string; readonly workflow: string; readonly unit: string; readonly bodyHash: string };
export type GivenUrge = Urge & { readonly bodyHash: string };

const MOST = 200;

export const insertUrge = async (db: Db, district: string, { caseId, workflow, unit, bodyHash, id, person, name, post, behalf, words, at, state, posts }: NewUrge): Promise<void> => {
  await db.insertInto('urges').values({ district, case_id: caseId, workflow, unit, body_hash: bodyHash, id, person, person_name: name, post, behalf, words, at, state, posts: [...posts] }).execute();
};

/** Of a case, the latest first. */
export const findUrges = async (db: Db, district: string, caseId: string): Promise<GivenUrge[]> => {
  const rows = await db.selectFrom('urges').select(['id', 'person', 'person_name', 'post', 'behalf', 'words', 'at', 'state', 'posts', 'body_hash'])
    .where('district', '=', district).where('case_id', '=', caseId).orderBy('at', 'desc').orderBy('id').limit(MOST).execute();
  return rows.map(({ person_name: name, body_hash: bodyHash, at, ...row }) => ({ ...row, name, bodyHash, at: at.toISOString() }));
};

/** The last urge of the inbox row `row`, since its case stands where it stands. */
export const lastUrge = (district: string, row: string): RawBuilder<unknown> => sql`(
  select u.person_name as name, u.at, u.words from urges u where u.district = ${district} and u.case_id = ${sql.ref(`${row}.case_id`)} and u.at >= ${sql.ref(`${row}.since`)} order by u.at desc limit 1)`;
