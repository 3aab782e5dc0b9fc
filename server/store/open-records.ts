/** Opens a case for each record of a unit in one statement: the database puts the records' words into one template. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { RecordWords, Template } from '../../workflows/kit/template.ts';
import type { Among, Register } from '../../workflows/kit/words.ts';
import { isDue } from './listed.ts';
import { arraysOf } from './row-arrays.ts';
import type { Columns } from './row-arrays.ts';
import { takeTime } from './transaction.ts';
import type { Tx } from './transaction.ts';
import { asCase, asInbox, CASE, INBOX } from './write-cases.ts';
import type { Where, Written } from './write-cases.ts';

/** `among`: only residents whose turn it is. `follows`: what stood before is looked up, leaving out the states `lastBut`. */
export type Records = { readonly register: Register; readonly unit: string; readonly among: Among | null; readonly follows: boolean; readonly lastBut: readonly string[] };

/** Those looked after now, with the name each is called by (a household by its head's). They are as one moment has them: nobody is kept from changing them. */
const recordsOf = (district: string, workflow: string, { register, unit, among }: Records): RawBuilder<unknown> => (register === 'residents'
  ? sql`select r.id, r.name from residents r where r.district = ${district} and r.unit = ${unit} and r.status <> 'deceased' and ${among ? isDue(workflow, unit, among) : sql`true`}`
  : sql`select h.id, r.name from households h join residents r on r.district = h.district and r.id = h.head where h.district = ${district} and h.unit = ${unit}`);

const stoodBefore = (district: string, workflow: string, but: readonly string[]): RawBuilder<unknown> =>
  sql`(select state from cases c where c.district = ${district} and c.workflow = ${workflow} and c.subject = r.id and c.state <> all(${[...but]}::text[]) order by c.opened_at desc limit 1)`;

type Text = (column: string) => RawBuilder<unknown>;
/** Inside JSON the words are escaped. */
const wordsIn = (marks: Template<unknown>['marks'], json: boolean): Text => (column) => {
  const word = (name: keyof RecordWords) => (json ? sql`right(left(to_json(r.${sql.ref(name)}::text)::text, -1), -1)` : sql`r.${sql.ref(name)}`);
  const put = (text: RawBuilder<unknown>, name: keyof RecordWords) => sql`replace(${text}, ${marks[name]}, coalesce(${word(name)}, ''))`;
  return (['id', 'name', 'last'] as const).reduce(put, sql`t.${sql.ref(column)}::text`);
};

/** The columns that differ from record to record; the template has the words of the chain's beginning in place of their hash. */
const columnsOf = (marks: Template<unknown>['marks']): Readonly<Record<string, RawBuilder<unknown>>> => {
  const [plain, json] = [wordsIn(marks, false), wordsIn(marks, true)];
  return {
    id: plain('id'), subject: plain('subject'), key: plain('key'), data: sql`${json('data')}::jsonb`, birth: sql`${json('birth')}::jsonb`,
    head_hash: sql`encode(sha256(convert_to(${json('head_hash')}, 'UTF8')), 'hex')`,
  };
};

const arrays = (columns: Columns, rows: readonly Readonly<Record<string, unknown>>[]): RawBuilder<unknown> =>
  sql`unnest(${sql.join(arraysOf(columns, rows).map((array, i) => sql`${array}::${sql.raw(columns[i]?.[1] ?? 'text')}[]`))})`;
const named = (columns: Columns): RawBuilder<unknown> => sql.raw(columns.map(([name]) => name).join(', '));

const TEMPLATE: Columns = [['follows', 'boolean'], ...CASE];
const DUTY = INBOX.filter(([name]) => name !== 'case_id');

/** What is sealed is bound to its own row: no template can hold it. */
const rowOf = (where: Where, written: Written, follows: boolean) => {
  const row = asCase(where, written, written.prev);
  if (row.data !== written.case.data) throw new Error(`${written.case.workflow}: a case born with its parent holds nothing sealed.`);
  return { ...row, follows };
};

/** True where all were opened; false where an id was taken, and some may have been: the caller takes them back. `prev` of what is written are the words whose hash begins the chain. */
export const openRecords = async (tx: Tx, where: Where, records: Records, { marks, fresh, followed }: Template<Written>): Promise<boolean> => {
  takeTime(tx);
  const { district } = where;
  const own = columnsOf(marks);
  const values = sql.join(CASE.map(([name]) => own[name] ?? sql.ref(`t.${name}`)));
  const { rows } = await sql<{ whole: boolean }>`
    with due as materialized (select r.id, r.name, ${records.follows ? stoodBefore(district, fresh.case.workflow, records.lastBut) : sql`null::text`} as last from (${recordsOf(district, fresh.case.workflow, records)}) r),
    opened as (
      insert into cases (district, ${named(CASE)})
      select ${district}, ${values} from due r join ${arrays(TEMPLATE, [rowOf(where, fresh, false), rowOf(where, followed, true)])} as t(${named(TEMPLATE)}) on t.follows = (r.last is not null) order by r.id
      on conflict do nothing returning id
    ), waiting as (
      insert into inbox (district, case_id, ${named(DUTY)})
      select ${district}, o.id, ${sql.join(DUTY.map(([name]) => (name === 'barred' ? sql`d.barred::text[]` : sql.ref(`d.${name}`))))} from opened o cross join ${arrays(DUTY, asInbox(fresh))} as d(${named(DUTY)})
    )
    select (select count(*) from due) = (select count(*) from opened) as whole`.execute(tx.db);
  return rows[0]?.whole === true;
};
