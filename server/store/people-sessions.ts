/** Sessions: an opaque id in a cookie, its hash here; times are the database's. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Half an hour without a request ends a session, and so do twelve hours in all. */
export const IDLE = '30 minutes';
export const ABSOLUTE = '12 hours';

const SECRET_BYTES = 32;

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The new session's secret. Sessions that are over go away with it. */
export const openSession = async (db: Db, district: string, person: string): Promise<string> => {
  const secret = newSecret();
  await sql`
    with over as (delete from sessions where district = ${district} and person = ${person}
      and (seen_at < now() - ${IDLE}::interval or made_at < now() - ${ABSOLUTE}::interval))
    insert into sessions (district, id_hash, person, made_at, seen_at) values (${district}, ${hashSecret(secret)}, ${person}, now(), now())`.execute(db);
  return secret;
};

/** Ends a session; one that is not there is fine. */
export const closeSession = async (db: Db, district: string, secret: string): Promise<void> => {
  await db.deleteFrom('sessions').where('district', '=', district).where('id_hash', '=', hashSecret(secret)).execute();
};
