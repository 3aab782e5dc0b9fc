/** Units and the people who hold posts at them. */
import { sql } from 'kysely';
import type { PostAtUnit, Text } from '../../workflows/kit/words.ts';
import type { Staff } from '../../workflows/office/demo-town/town.ts';
import type { Unit } from '../../workflows/office/units.ts';
import type { Db } from './tables.ts';

/** The scopes as the tree is now: every unit with each one below it, itself included. */
const makeScopes = async (db: Db, district: string): Promise<void> => {
  await db.deleteFrom('unit_closure').where('district', '=', district).execute();
  await sql`
    insert into unit_closure (district, ancestor, descendant)
    with recursive line (descendant, ancestor, parent) as (
      select unit, unit, parent from unit_versions where district = ${district} and valid_until is null
      union all
      select l.descendant, v.unit, v.parent from line l join unit_versions v on v.district = ${district} and v.unit = l.parent and v.valid_until is null
    ) select ${district}, ancestor, descendant from line`.execute(db);
};

/** Adds units and makes the scopes anew; an empty list changes nothing. */
export const insertUnits = async (db: Db, district: string, units: readonly Unit[], at: Date): Promise<void> => {
  if (units.length === 0) return;
  await db.insertInto('units').values(units.map(({ id, kind, community }, position) => ({ district, id, kind, community, position }))).execute();
  await db.insertInto('unit_versions')
    .values(units.map(({ id, parent, name }) => ({ district, unit: id, parent, name_zh: name.zh, name_en: name.en, valid_from: at })))
    .execute();
  await makeScopes(db, district);
};

/** Adds people with their posts; everyone gets the password that the hash is of. */
export const insertPeople = async (db: Db, district: string, people: readonly Staff[], passwordHash: string, at: Date): Promise<void> => {
  if (people.length === 0) return;
  await db.insertInto('people').values(people.map(({ id, name }) => ({ district, id, name, password_hash: passwordHash, made_at: at }))).execute();
  const held = people.flatMap(({ id, posts }) => posts.map(({ post, unit }) => ({ district, person: id, post, unit, since: at })));
  if (held.length > 0) await db.insertInto('posts_held').values(held).execute();
};

export const findPassword = async (db: Db, district: string, id: string): Promise<{ id: string; passwordHash: string } | null> => {
  const row = await db.selectFrom('people').select(['id', 'password_hash'])
    .where('district', '=', district).where('id', '=', id).where('disabled', '=', false).executeTakeFirst();
  return row ? { id: row.id, passwordHash: row.password_hash } : null;
};

export type Colleague = { readonly id: string; readonly name: string; readonly posts: readonly PostAtUnit[] };

/** Staff with a post at, above or below these units: those one meets in the cases of one's scope. */
export const findColleagues = async (db: Db, district: string, units: readonly string[], ids: readonly string[] | null): Promise<Colleague[]> => {
  const { rows } = await sql<Colleague>`
    select p.id, p.name, coalesce(json_agg(json_build_object('post', h.post, 'unit', h.unit) order by h.post, h.unit) filter (where h.post is not null), '[]') as posts
    from people p left join posts_held h on h.district = p.district and h.person = p.id and h.until is null
    where p.district = ${district} and (${ids}::text[] is null or p.id = any(${ids}::text[]))
      and exists (select from posts_held mine join unit_closure c on c.district = mine.district
        and ((c.ancestor = mine.unit and c.descendant = any(${units}::text[])) or (c.descendant = mine.unit and c.ancestor = any(${units}::text[])))
        where mine.district = p.district and mine.person = p.id)
    group by p.id, p.name order by p.id limit 1000`.execute(db);
  return rows;
};

export type UnitNow = { readonly id: string; readonly name: Text; readonly kind: Unit['kind']; readonly parent: string | null };

/** Every unit of the district under its present name. */
export const findAllUnits = async (db: Db, district: string): Promise<UnitNow[]> =>
  findUnits(db, district, (await db.selectFrom('units').select('id').where('district', '=', district).execute()).map(({ id }) => id));

/** These units under their present names, in the order of the tree. */
export const findUnits = async (db: Db, district: string, ids: readonly string[]): Promise<UnitNow[]> => {
  const rows = await db.selectFrom('units as u')
    .innerJoin('unit_versions as v', (join) => join.onRef('v.district', '=', 'u.district').onRef('v.unit', '=', 'u.id').on('v.valid_until', 'is', null))
    .select(['u.id', 'u.kind', 'v.parent', 'v.name_zh', 'v.name_en'])
    .where('u.district', '=', district).where('u.id', 'in', ids.length > 0 ? [...ids] : ['']).orderBy('u.position').execute();
  return rows.map(({ id, kind, parent, name_zh, name_en }) => ({ id, kind, parent, name: { zh: name_zh, en: name_en } }));
};

/** The units with the same one above them as a unit has, itself included, in the order of the tree; none where there is no such unit. */
export const findBeside = async (db: Db, district: string, unit: string): Promise<UnitNow[]> => {
  const rows = await db.selectFrom('unit_versions as v').innerJoin('unit_versions as o', (join) => join.onRef('o.district', '=', 'v.district').onRef('o.parent', '=', 'v.parent').on('o.valid_until', 'is', null))
    .select('o.unit').where('v.district', '=', district).where('v.unit', '=', unit).where('v.valid_until', 'is', null).execute();
  return findUnits(db, district, rows.map((row) => row.unit));
};

/** Ids of a unit and all below it; of every unit where none is named. */
export const findUnitsUnder = async (db: Db, district: string, unit: string | null): Promise<string[]> =>
  (await db.selectFrom('unit_closure').select('descendant').distinct().where('district', '=', district).$if(unit !== null, (query) => query.where('ancestor', '=', unit)).execute()).map(({ descendant }) => descendant);
