/** The phrases of one person, one envelope. */
import type { Keys } from '../keys/keys.ts';
import { open, place, seal } from '../keys/seal.ts';
import type { Db } from './tables.ts';

type Where = { readonly keys: Keys; readonly district: string };

export const phrasePlace = (district: string, person: string): string => place('phrases', `${district}/${person}`, 'sealed');

export const findPhrases = async (db: Db, { keys, district }: Where, person: string): Promise<readonly string[]> => {
  const row = await db.selectFrom('phrases').select('sealed').where('district', '=', district).where('person', '=', person).executeTakeFirst();
  return row ? (open(keys, phrasePlace(district, person), row.sealed) as readonly string[]) : [];
};

export const keepPhrases = async (db: Db, { keys, district }: Where, person: string, phrases: readonly string[]): Promise<void> => {
  const sealed = seal(keys, phrasePlace(district, person), phrases);
  await db.insertInto('phrases').values({ district, person, sealed }).onConflict((known) => known.columns(['district', 'person']).doUpdateSet({ sealed, saved_at: new Date() })).execute();
};
