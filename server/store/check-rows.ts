/** Entries of the register as the checks read them, some at a time; sealed fields open when a rule looks at them. */
import type { Entry } from '../../workflows/office/checks/facts.ts';
import type { Keys } from '../keys/keys.ts';
import { keyExpression } from './check-keys.ts';
import { lazyFromRow } from './register-rows.ts';
import type { Row } from './register-rows.ts';
import type { Statement, Tx } from './transaction.ts';

type Where = { readonly keys: Keys; readonly district: string };

export const entryOf = ({ keys, district }: Where, row: Row): Entry => lazyFromRow(keys, 'residents', district, row) as Entry;

const homes: Statement = { name: 'check-homes', text: 'select * from residents where district = $1 and household > $2 order by household, id limit $3' };

/** The next whole households after one, so many entries in all, and the last of them; null at the end. */
export const readHomes = async (tx: Tx, district: string, after: string, limit: number): Promise<{ rows: Row[]; last: string | null }> => {
  const rows = await tx.run<Row>(homes, [district, after, limit]);
  const last = String(rows.at(-1)?.['household'] ?? '');
  if (rows.length < limit) return { rows, last: null };
  const whole = rows.filter(({ household }) => household !== last);
  // A household larger than a page is read by itself.
  if (whole.length === 0) return readHomes(tx, district, after, limit * 4);
  return { rows: whole, last: String(whole.at(-1)?.['household']) };
};

const byIds: Statement = { name: 'check-entries', text: 'select * from residents where district = $1 and id = any($2::text[])' };
export const readRows = async (tx: Tx, district: string, ids: readonly string[]): Promise<Row[]> => (ids.length === 0 ? [] : tx.run<Row>(byIds, [district, [...new Set(ids)]]));

const kin: Statement = {
  name: 'check-kin',
  text: `select * from residents where district = $1 and household = any($2::text[]) union select * from residents where district = $1 and spouse = any($3::text[])`,
};
/** Everybody of these households, and whoever names one of these people as spouse. */
export const readKin = (tx: Tx, district: string, households: readonly string[], named: readonly string[]): Promise<Row[]> => tx.run<Row>(kin, [district, households, named]);

const groups = new Map<string, Statement>();
const groupsBy = (expression: string): Statement => {
  const known = groups.get(expression) ?? {
    name: `check-groups-${groups.size}`,
    text: `select ${expression} as key, array_agg(id::text) as ids from residents where district = $1 and ${expression} is not null and ${expression} > $2
      group by ${expression} having count(*) >= $3 order by ${expression} limit $4`,
  };
  groups.set(expression, known);
  return known;
};

/** The next keys that at least so many entries share, with the ids of these. */
export const readGroups = (tx: Tx, district: string, rule: string, least: number, after: string, limit: number): Promise<{ key: string; ids: string[] }[]> =>
  tx.run(groupsBy(keyExpression(rule)), [district, after, least, limit]);

const sharing = new Map<string, Statement>();
const sharingBy = (expression: string): Statement => {
  const known = sharing.get(expression) ?? {
    name: `check-sharing-${sharing.size}`,
    text: `select * from residents where district = $1 and ${expression} is not null and ${expression} = any(array(select ${expression} from jsonb_populate_recordset(null::residents, $2::jsonb) r))`,
  };
  sharing.set(expression, known);
  return known;
};

/** Everybody who shares the rule's key with one of these rows, as they stand or as they stood. */
export const readSharing = (tx: Tx, district: string, rule: string, rows: readonly Row[]): Promise<Row[]> => tx.run<Row>(sharingBy(keyExpression(rule)), [district, JSON.stringify(rows)]);

const index: Statement = {
  name: 'check-index',
  text: `update residents t set account_index = n.account_index from jsonb_populate_recordset(null::residents, $2::jsonb) n where t.district = $1 and t.id = n.id`,
};
/** Writes the blind indexes of entries that were there before there were any. */
export const writeIndexes = (tx: Tx, district: string, rows: readonly Row[]): void => {
  if (rows.length > 0) tx.say(index, [district, JSON.stringify(rows)]);
};
