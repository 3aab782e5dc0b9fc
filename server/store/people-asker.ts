/** One question for the requests of a moment: whose session it is, the posts held, the units they cover now, and the office's time. */
import type { Pool } from 'pg';
import type { Seat, Stand } from '../asker.ts';
import { ACCESS } from './access.ts';
import { ABSOLUTE, hashSecret, IDLE } from './people-sessions.ts';
import type { Statement, Tx } from './transaction.ts';

/** Writing down each request would cost a write per reading: a minute's grain is enough for half an hour. */
const GRAIN = '1 minute';

const seats = `${ACCESS} as "asOf", (select c.now from clock c where c.district = p.district) as stepped,
    coalesce((
      select json_agg(json_build_object('post', h.post, 'unit', h.unit, 'covers',
        (select coalesce(json_agg(u.descendant order by u.descendant), '[]') from unit_closure u where u.district = h.district and u.ancestor = h.unit)) order by h.post, h.unit)
      from posts_held h where h.district = p.district and h.person = p.id and h.until is null
    ), '[]') as seats,
    coalesce((
      select json_agg(json_build_object('post', s.post, 'unit', s.unit, 'case', s.case_id, 'workflows', s.workflows, 'from', s.from_day, 'until', s.until_day,
        'behalf', json_build_object('id', a.id, 'name', a.name), 'covers',
        (select coalesce(json_agg(u.descendant order by u.descendant), '[]') from unit_closure u where u.district = s.district and u.ancestor = s.unit and not exists (
          select from posts_held o join units v on v.district = o.district and v.id = o.unit and v.kind = 'village'
          where o.district = s.district and o.person = s.substitute and o.until is null and o.unit = u.descendant))) order by s.from_day, s.case_id)
      from substitutions s join people a on a.district = s.district and a.id = s.absent
      join posts_held h on h.district = s.district and h.person = s.absent and h.post = s.post and h.unit = s.unit and h.until is null
      where s.district = p.district and s.substitute = p.id and s.ended_at is null
    ), '[]') as stands`;

const question = (seen: string): string => `
  with alive as (
    select district, id_hash, person, extract(epoch from made_at + interval '${ABSOLUTE}' - now())::float8 * 1000 as left from sessions
    where district = $1 and id_hash = any(array(select unnest($2::bytea[]))) and seen_at > now() - interval '${IDLE}' and made_at > now() - interval '${ABSOLUTE}'
  )${seen}
  select a.id_hash, a.left, p.id, p.name, ${seats}
  from alive a join people p on p.district = a.district and p.id = a.person and not p.disabled`;

const SEEN = `, seen as (
    update sessions s set seen_at = now() from alive a where s.district = a.district and s.id_hash = a.id_hash and s.seen_at < now() - interval '${GRAIN}'
  )`;
const asks: Statement = { name: 'find-sessions', text: question(SEEN) };
const listens: Statement = { name: 'find-open-sessions', text: question('') };

export type PersonRow = {
  readonly id: string; readonly name: string; readonly seats: readonly Seat[]; /** Not over yet, whatever the day. */ readonly stands: readonly Stand[]; /** Of a clock stepped by hand. */ readonly stepped: Date | null;
  /** The state of access that this was found in. */
  readonly asOf: string;
};
/** `left`: milliseconds until the session ends, however busy. */
export type SessionRow = PersonRow & { readonly left: number };

/** In the order of the secrets; nobody where the session is over, unknown, or its person disabled. */
const findBy = async (statement: Statement, pool: Pool, district: string, secrets: readonly string[]): Promise<(SessionRow | null)[]> => {
  const hashes = secrets.map(hashSecret);
  const { rows } = await pool.query<SessionRow & { id_hash: Buffer }>({ ...statement, values: [district, hashes] });
  const found = new Map(rows.map(({ id_hash, ...row }) => [id_hash.toString('hex'), row]));
  return hashes.map((hash) => found.get(hash.toString('hex')) ?? null);
};

export const findSessions = (pool: Pool, district: string, secrets: readonly string[]): Promise<(SessionRow | null)[]> => findBy(asks, pool, district, secrets);
/** The same without keeping them alive: whoever only listens does nothing. */
export const findOpenSessions = (pool: Pool, district: string, secrets: readonly string[]): Promise<(SessionRow | null)[]> => findBy(listens, pool, district, secrets);

const byId: Statement = { name: 'find-person', text: `select p.id, p.name, ${seats} from people p where p.district = $1 and p.id = $2 and not p.disabled` };

// Held until commit, like the state of access itself.
const still: Statement = {
  name: 'posts-still-held',
  text: `select q.person, array_to_json(array(select '@' || h.post || '@' || h.unit from people p join posts_held h on h.district = p.district and h.person = p.id
      where p.district = $1 and p.id = q.person and not p.disabled and h.until is null)
      || array(select s.case_id || '@' || s.post || '@' || s.unit from substitutions s join posts_held a on a.district = s.district and a.person = s.absent and a.post = s.post and a.unit = s.unit and a.until is null
        where s.district = $1 and s.substitute = q.person and s.ended_at is null)) as held
    from unnest($2::text[]) as q(person)`,
};

/** The keys of the posts that each of them holds now, for themselves or for others. */
export const findHeld = async (tx: Tx, district: string, people: readonly string[]): Promise<Map<string, readonly string[]>> =>
  people.length === 0 ? new Map() : new Map((await tx.run<{ person: string; held: string[] }>(still, [district, [...new Set(people)]])).map(({ person, held }) => [person, held]));

/** Somebody with the posts of now, signed in or not; null where there is nobody, or their account is closed. */
export const findPerson = async (tx: Tx, district: string, person: string): Promise<PersonRow | null> => (await tx.run<PersonRow & object>(byId, [district, person]))[0] ?? null;
