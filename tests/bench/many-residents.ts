/** Adds any number of residents to an office's register, set by set: names from the demo town's lists, spelt as the office spells them. */
import { Client } from 'pg';
import { foundBy } from '../../server/found-by.ts';
import type { Keys } from '../../server/keys/keys.ts';
import { checkDigit } from '../../workflows/office/citizen-id.ts';
import { firstGiven, lastGiven, surnames } from '../../workflows/office/demo-town/names.ts';
import { demoUnits, villagesOf } from '../../workflows/office/units.ts';

export const DISTRICT = demoUnits[0]?.id ?? '';
const VILLAGES = villagesOf(demoUnits, DISTRICT).map(({ id }) => id);
/** Residents whose sealed numbers can be looked for; the others bear envelopes of the right length that nothing opens. */
const KNOWN = 200;

export type Known = { readonly id: string; readonly idNumber: string; readonly phone: string };

const names = (): string[] => surnames.flatMap((surname) => firstGiven.flatMap((first) => lastGiven.map((last) => surname + first + last)));

/** About two to a household, every village as large as the next, names in no order. */
const RESIDENTS = `
  insert into residents (district, id, household, unit, code, name, sex, birth_date, id_number, id_index, id_missing_reason, ethnic, marital, marriage_date, spouse, relation,
    hukou_unit, hukou_address, residence_address, phone, phone_index, account, words, status, last_verified)
  select $1::text, 'm' || lpad(g::text, 7, '0'), 'n' || lpad(((g + 1) / 2)::text, 7, '0'), unit, unit || lpad((1 + place / 600)::text, 2, '0') || lpad((place % 600)::text, 4, '0'), n.name,
    (1 + g % 2)::text, (date '1940-01-01' + ((g * 7919) % 24000)::int)::text, envelope(g, 90), envelope(g + 1, 54), null, '01', case when hashint8(g + 1) % 3 = 0 then '10' else '20' end, null, null,
    case when g % 2 = 1 then '02' else '12' end, unit, unit || '1组', unit || '1组', envelope(g + 2, 80), envelope(g + 3, 54), envelope(g + 4, 90), n.words,
    case when hashint8(g + 2) % 50 = 0 then 'moved' when hashint8(g + 3) % 70 = 0 then 'deceased' else 'active' end, (date '2026-06-01' + ((g * 31) % 150)::int)::text
  from generate_series($2::bigint, $3::bigint) g
  cross join lateral (select ($4::text[])[1 + ((g + 1) / 2) % 18] as unit, ((g + 1) / 36) * 2 + g % 2 as place) at
  join bench_names n on n.n = (hashint8(g) & 2147483647) % $5::int`;

const HOUSEHOLDS = `
  insert into households (district, id, unit, address, head)
  select $1::text, household, unit, residence_address, id from residents where district = $1::text and relation = '02' and id like 'm%'`;

/** Incompressible, as envelopes are. */
const ENVELOPE = `create function pg_temp.envelope(g bigint, length int) returns text language sql immutable as
  $$ select left('v1.1k00000000.' || md5(g::text) || md5((g * 3)::text) || md5((g * 7)::text), length) $$`;

const addNames = async (client: Client, keys: Keys): Promise<number> => {
  const all = names();
  await client.query('create temp table bench_names (n int primary key, name text not null, words text not null)');
  await client.query('insert into bench_names select * from unnest($1::int[], $2::text[], $3::text[])', [all.map((_, n) => n), all, all.map((name) => foundBy(keys, { name }).words)]);
  await client.query('analyze bench_names');
  return all.length;
};

/** Numbers by which a few can be found, as the office would index them. */
const giveNumbers = async (client: Client, keys: Keys, many: number): Promise<Known[]> => {
  const known = Array.from({ length: KNOWN }, (_, i): Known => {
    const first = `99990119800101${String(i).padStart(3, '0')}`;
    return { id: `m${String(1 + Math.floor((i * many) / KNOWN)).padStart(7, '0')}`, idNumber: first + checkDigit(first), phone: `1009${String(i).padStart(7, '0')}` };
  });
  const found = known.map((one) => foundBy(keys, one));
  await client.query(
    'update residents r set id_index = k.id_index, phone_index = k.phone_index from unnest($2::text[], $3::text[], $4::text[]) as k(id, id_index, phone_index) where r.district = $1 and r.id = k.id',
    [DISTRICT, known.map(({ id }) => id), found.map(({ id_index }) => id_index), found.map(({ phone_index }) => phone_index)],
  );
  return known;
};

/** The tables' indexes are made once at the end, as a first load does. */
export const withoutIndexes = async (client: Client, tables: readonly string[], work: () => Promise<void>): Promise<void> => {
  const { rows } = await client.query<{ name: string; def: string }>(`select indexname as name, indexdef as def from pg_indexes where schemaname = current_schema() and tablename = any($1) and indexname not like '%pkey'`, [tables]);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  for (const { def } of rows) await client.query(def);
  for (const table of tables) await client.query(`vacuum analyze ${table}`);
};

export const addResidents = async (databaseUrl: string, keys: Keys, many: number): Promise<Known[]> => {
  const client = new Client({ connectionString: databaseUrl, options: '-c statement_timeout=0 -c maintenance_work_mem=256MB -c work_mem=128MB -c jit=off' });
  await client.connect();
  try {
    await client.query(ENVELOPE);
    const count = await addNames(client, keys);
    await withoutIndexes(client, ['residents', 'households'], async () => {
      await client.query(RESIDENTS.replaceAll('envelope(', 'pg_temp.envelope('), [DISTRICT, 1, many, VILLAGES, count]);
      await client.query(HOUSEHOLDS, [DISTRICT]);
    });
    const known = await giveNumbers(client, keys, many);
    await client.query('vacuum analyze residents');
    return known;
  } finally {
    await client.end();
  }
};
