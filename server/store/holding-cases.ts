/** Cases that hold sealed values of a person: all those about them, and those of their kin in which their ID number stands. */
import { sql } from 'kysely';
import type { Data, Instant, Register } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { rowId } from './case-rows.ts';
import { findChanges } from './register-changes.ts';
import { fromRow } from './register-rows.ts';
import type { Row } from './register-rows.ts';
import { openHistory } from './register-history.ts';
import { sealedValues } from './sealing.ts';
import type { Db } from './tables.ts';

type Where = { readonly keys: Keys; readonly district: string };
export type Subject = { readonly register: Register; readonly id: string };
/** `own`: the case is about the person, so that every sealed value in it goes. */
export type Holding = { readonly id: string; readonly workflow: string; readonly state: string; readonly live: boolean; readonly enteredAt: Instant; readonly own: boolean };
/** `numbers`: the ID numbers under which the person was ever known. */
export type Held = { readonly cases: readonly Holding[]; readonly numbers: ReadonlySet<string>; readonly values: ReadonlySet<string> };

type CaseRow = { id: string; workflow: string; state: string; live: boolean; entered_at: Date; data: Data; memory: Data; own: boolean };
type WordsRow = { case_id: string; version: number; form: Data; patch: Data };

const texts = (values: readonly unknown[]): string[] => values.filter((value) => typeof value === 'string');

/** What stands sealed in the register under the person's name, now and before. */
const ownValues = async (db: Db, { keys, district }: Where, { register, id }: Subject): Promise<{ all: string[]; numbers: string[] }> => {
  const { rows } = await sql<Row>`select * from ${sql.table(register)} where district = ${district} and id = ${id}`.execute(db);
  const now = rows.map((row) => fromRow(keys, register, district, row)).map(({ idNumber, phone, account }) => ({ idNumber, phone, account }));
  const before = (await findChanges(db, district, register, id)).flatMap((change) => openHistory(keys, district, { register, id }, change));
  return { all: texts([...now, ...before].flatMap((side) => Object.values(side))), numbers: texts([...now, ...before].map(({ idNumber }) => idNumber)) };
};

const KIN = sql.raw(`select k.id from residents p join residents k on k.district = p.district and k.id <> p.id and (k.household = p.household or k.id = p.spouse or k.spouse = p.id)`);

const findCases = async (db: Db, district: string, { register, id }: Subject, lock: boolean): Promise<CaseRow[]> => {
  const kin = register === 'residents' ? sql`or c.subject in (${KIN} where p.district = ${district} and p.id = ${id})` : sql``;
  const { rows } = await sql<CaseRow>`
    select c.id, c.workflow, c.state, c.live, c.entered_at, c.data, c.memory, c.subject = ${id} as own from cases c
    where c.district = ${district} and (c.subject = ${id} ${kin}) and (c.data ? '$sealed' or c.memory ? '$sealed'
      or exists (select from log l where l.district = c.district and l.case_id = c.id and (l.form ? '$sealed' or l.patch ? '$sealed')))
    order by c.id ${lock ? sql`for update of c` : sql``}`.execute(db);
  return rows;
};

const findWords = async (db: Db, district: string, ids: readonly string[]): Promise<WordsRow[]> => {
  const { rows } = await sql<WordsRow>`select case_id, version, form, patch from log where district = ${district} and case_id = any(${[...ids]}::text[]) and (form ? '$sealed' or patch ? '$sealed')`.execute(db);
  return rows;
};

/** With `lock` the cases stay as they are until commit. */
export const findHolding = async (db: Db, where: Where, subject: Subject, lock: boolean): Promise<Held> => {
  const { keys, district } = where;
  const { all, numbers } = await ownValues(db, where, subject);
  const found = await findCases(db, district, subject, lock);
  const words = Map.groupBy(await findWords(db, district, found.map(({ id }) => id)), ({ case_id }) => case_id);
  const valuesIn = ({ id, data, memory }: CaseRow): string[] => texts([
    ...sealedValues(keys, { table: 'cases', row: rowId(district, id), column: 'data' }, data), ...sealedValues(keys, { table: 'cases', row: rowId(district, id), column: 'memory' }, memory),
    ...(words.get(id) ?? []).flatMap(({ version, form, patch }) => ([['form', form], ['patch', patch]] as const).flatMap(([column, one]) => sealedValues(keys, { table: 'log', row: rowId(district, `${id}@${version}`), column }, one))),
  ]);
  const known = new Set(numbers);
  const cases = found.filter((one) => one.own || valuesIn(one).some((value) => known.has(value)));
  return {
    cases: cases.map(({ entered_at, data: _data, memory: _memory, ...one }) => ({ ...one, enteredAt: entered_at.toISOString() })), numbers: known,
    values: new Set([...all, ...cases.filter(({ own }) => own).flatMap(valuesIn)]),
  };
};
