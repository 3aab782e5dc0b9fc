/** What papers of a case are written from: the case and its log as the reader may see them, where it lies, who asks. */
import { queriesFor } from '../../workflows/kit/facts.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import { postsOf } from '../../workflows/kit/papers.ts';
import type { PaperKind, Told } from '../../workflows/kit/papers.ts';
import type { Paper } from '../../workflows/kit/document.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Data, Lang, Post, Text } from '../../workflows/kit/words.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import { actorAt, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { giveNumber } from '../store/certificates.ts';
import { answerQueries } from '../store/facts.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { findLog, toRow } from '../store/log-rows.ts';
import type { LogRow } from '../store/log-rows.ts';
import { findAllUnits } from '../store/people.ts';
import type { Tx } from '../store/transaction.ts';
import { dataSeen } from './case-view.ts';
import { readingFor } from './reading.ts';
import { unseenBy } from './unseen.ts';

/** More than a case of an office ever sees. */
const LONGEST_LOG = 10_000;

/** `one` is whole, for facts; `seen` is what the reader may see of it. */
export type Ground = { readonly one: Case; readonly seen: Case; readonly posts: readonly Post[]; readonly log: readonly Told[]; readonly rows: readonly LogRow[]; readonly unit: Text; readonly town: Text };
/** `address`: where the public pages are. */
export type Wanted = { readonly lang: Lang; readonly address: string };

const toldOf = (office: Office, workflow: Workflow, asker: Asker, one: Case, row: LogRow): Told => ({
  version: row.version, type: row.type, from: row.from_state, to: row.to_state, at: row.at.toISOString(), name: row.post === 'clock' ? null : row.actor_name, behalf: row.behalf, post: row.post,
  form: unseenBy(asker, workflow, one)(row) ? {} : dataSeen(workflow, asker, one.unit, toRow(office, row).form),
});

const placeOf = async ({ district }: Office, tx: Tx, id: string): Promise<Pick<Ground, 'unit' | 'town'>> => {
  const units = await findAllUnits(tx.db, district);
  const unit = units.find((one) => one.id === id);
  const town = unit?.kind === 'village' ? units.find((one) => one.id === unit.parent) : unit;
  const nameless = { zh: id, en: id };
  return { unit: unit?.name ?? nameless, town: town?.name ?? nameless };
};

/** Null where there is no such case in the asker's units. */
export const findGround = async (office: Office, tx: Tx, asker: Asker, workflow: Workflow, id: string): Promise<Ground | null> => {
  const { keys, district } = office;
  const stored = await findCaseRow(tx.db, { keys, district }, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), id);
  if (!stored) return null;
  const { case: one } = stored;
  const rows = await findLog(tx.db, district, id, LONGEST_LOG, 0);
  return {
    one, seen: { ...one, data: dataSeen(workflow, asker, one.unit, one.data) }, posts: postsOf(actorAt(asker, one.unit, workflow.name)), rows,
    log: rows.map((row) => toldOf(office, workflow, asker, one, row)), ...(await placeOf(office, tx, one.unit)),
  };
};

const factsOf = async (office: Office, tx: Tx, asker: Asker, workflow: Workflow, one: Case, names: readonly string[]): Promise<Data> => {
  const queries = queriesFor(workflow, names, { case: one, actor: actorAt(asker, one.unit, workflow.name), at: asker.at, form: {} });
  const asked = queries.filter((query) => query !== null);
  const answers = asked.length === 0 ? [] : await answerQueries(tx, readingFor(office, 'offer'), asked, new Set());
  let next = 0;
  return Object.fromEntries(names.map((name, i) => [name, queries[i] === null ? null : answers[next++]]));
};

export const certificatePath = (number: string): string => `/public/certificates/${number}`;

/** A paper that certifies is given its number with its first copy. */
export const writePaper = async (office: Office, tx: Tx, asker: Asker, workflow: Workflow, ground: Ground, kind: PaperKind<Data, Data>, { lang, address }: Wanted): Promise<Paper> => {
  const { one, seen, log, unit, town } = ground;
  const { keys, district } = office;
  const number = kind.certifies
    ? await giveNumber(tx, { keys, district }, { workflow: workflow.name, caseId: one.id, paper: kind.name, person: asker.id, at: asker.at, year: Number(dayOf(asker.at).slice(0, 4)) }) : null;
  const facts = await factsOf(office, tx, asker, workflow, one, kind.reads ?? []);
  return kind.write({ case: seen, facts, log, unit, town, at: asker.at, lang, certificate: number === null ? null : { number, address: address + certificatePath(number) } });
};
