/** Certificates by number: each is given to one paper of one case, in the order of its year. */
import { sql } from 'kysely';
import type { Keys } from '../keys/keys.ts';
import { checkCode } from '../keys/prove.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow, Stored } from './case-rows.ts';
import { lockNames } from './lock-cases.ts';
import type { Db } from './tables.ts';
import type { Tx } from './transaction.ts';

type Where = { readonly keys: Keys; readonly district: string };
export type Issue = { readonly workflow: string; readonly caseId: string; readonly paper: string; readonly person: string; readonly at: string; readonly year: number };

const numberOf = ({ keys, district }: Where, year: number, serial: number): string => {
  const place = `${year}-${String(serial).padStart(4, '0')}`;
  return `${place}-${checkCode(keys, 'certificate', `${district}/${place}`)}`;
};

/** The number that the paper has, or the next of the year; whoever asks meanwhile waits. */
export const giveNumber = async (tx: Tx, where: Where, { workflow, caseId, paper, person, at, year }: Issue): Promise<string> => {
  const { district } = where;
  lockNames(tx, district, ['certificates']);
  const mine = await tx.db.selectFrom('certificates').select('number').where('district', '=', district).where('case_id', '=', caseId).where('paper', '=', paper).executeTakeFirst();
  if (mine) return mine.number;
  const last = await tx.db.selectFrom('certificates').select(({ fn }) => fn.max('serial').as('serial')).where('district', '=', district).where('year', '=', year).executeTakeFirst();
  const serial = (last?.serial ?? 0) + 1;
  const number = numberOf(where, year, serial);
  await tx.db.insertInto('certificates').values({ district, number, year, serial, workflow, case_id: caseId, paper, person, at }).execute();
  return number;
};

/** The case behind a number, whoever asks; null where no certificate has it. */
export const findCertified = async (db: Db, { keys, district }: Where, number: string): Promise<{ readonly workflow: string; readonly paper: string; readonly stored: Stored } | null> => {
  const given = await db.selectFrom('certificates').select(['workflow', 'case_id', 'paper']).where('district', '=', district).where('number', '=', number).executeTakeFirst();
  if (!given) return null;
  const { rows } = await sql<CaseRow>`select ${sql.raw(CASE_COLUMNS)} from cases where district = ${district} and id = ${given.case_id} and workflow = ${given.workflow}`.execute(db);
  return rows[0] ? { workflow: given.workflow, paper: given.paper, stored: toStored(keys, district, rows[0]) } : null;
};
