/** How people of the office may be reached outside it: one envelope each. */
import type { Lang } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { open, place, seal } from '../keys/seal.ts';
import type { Db } from './tables.ts';

/** `mail`, `sms`: whether the daily digest goes there. */
export type Reach = { readonly mail: boolean; readonly mailAddress: string | null; readonly sms: boolean; readonly phone: string | null; readonly lang: Lang };
type Where = { readonly keys: Keys; readonly district: string };

export const NOWHERE: Reach = { mail: false, mailAddress: null, sms: false, phone: null, lang: 'zh' };

export const reachPlace = (district: string, person: string): string => place('reach', `${district}/${person}`, 'sealed');

export const findReach = async (db: Db, { keys, district }: Where, person: string): Promise<Reach> => {
  const row = await db.selectFrom('reach').select('sealed').where('district', '=', district).where('person', '=', person).executeTakeFirst();
  return row ? (open(keys, reachPlace(district, person), row.sealed) as Reach) : NOWHERE;
};

export const keepReach = async (db: Db, { keys, district }: Where, person: string, reach: Reach): Promise<void> => {
  const sealed = seal(keys, reachPlace(district, person), reach);
  await db.insertInto('reach').values({ district, person, sealed }).onConflict((known) => known.columns(['district', 'person']).doUpdateSet({ sealed, saved_at: new Date() })).execute();
};

/** Everybody who said how; whose account is closed is reached no more. */
export const findReached = async (db: Db, { keys, district }: Where): Promise<(Reach & { readonly person: string })[]> => {
  const rows = await db.selectFrom('reach as r').innerJoin('people as p', (join) => join.onRef('p.district', '=', 'r.district').onRef('p.id', '=', 'r.person'))
    .select(['r.person', 'r.sealed']).where('r.district', '=', district).where('p.disabled', '=', false).orderBy('r.person').execute();
  return rows.map(({ person, sealed }) => ({ ...(open(keys, reachPlace(district, person), sealed) as Reach), person }));
};
