/** The board beside a case that is judged: the register's word beside the case's own, what else those it concerns were paid, who is related; on record before it leaves. */
import { isErased } from '../../workflows/kit/erased.ts';
import { evidenceOffered } from '../../workflows/kit/evidence.ts';
import type { Beside, Checklist, ComparedView, Evidence, EvidenceView, Tie } from '../../workflows/kit/evidence.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import { postsOf } from '../../workflows/kit/papers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Data } from '../../workflows/kit/words.ts';
import { maskAccount } from '../../workflows/office/masking.ts';
import { actorAt, readingAs, unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findBeside, findKin, findRelated, markAccounts, normalAccount } from '../store/beside.ts';
import type { BesideRow, Kin } from '../store/beside.ts';
import { findCaseRow } from '../store/find-cases.ts';
import { findAllUnits } from '../store/people.ts';
import { logReads } from '../store/reads.ts';
import { findEntry } from '../store/register-find.ts';
import { fromRow } from '../store/register-rows.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Tx } from '../store/transaction.ts';

export type EvidenceRead = { readonly ok: true; readonly view: EvidenceView } | { readonly ok: false; readonly reason: 'absent' | 'not-offered' };

/** As many of the last characters of a number as tell two apart. */
const SHOWN = 4;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' && !isErased(value) ? value : null);

/** The register wherever the person lives now: a claim does not move with them. */
const entryOf = async ({ keys, district }: Office, tx: Tx, id: string | null, units: readonly string[]): Promise<Data> => {
  const row = id === null ? null : await findEntry(tx.db, district, 'residents', units, id);
  return row ? fromRow(keys, 'residents', district, row) : {};
};

const comparedWith = ({ compared }: Evidence<Data>, data: Data, entry: Data, spouse: Data): ComparedView[] => compared.map(({ field, label, claimed: of, sealed }) => {
  const claimed = of(data);
  const registered = textOf(field === 'spouse' ? spouse['idNumber'] : entry[field]);
  const shown = (value: string | null): string => (value === null ? '' : sealed ? `****${maskAccount(value).slice(-SHOWN)}` : value);
  return { field, label, claimed: shown(claimed), registered: shown(registered), agrees: claimed === null || registered === null ? null : normalAccount(claimed) === normalAccount(registered) };
});

/** Nobody may be on the register any more. */
const checklistOf = ({ checklist }: Evidence<Data>, one: Case, entry: Data): Checklist | null =>
  checklist?.(one, Object.keys(entry).length === 0 || one.subject === null ? null : { id: one.subject, unit: one.unit, values: entry }) ?? null;

const tiesOf = ({ case: { subject }, sameAccount }: BesideRow, kin: Kin): Tie[] => {
  const tie: Tie | null = subject === kin.self ? 'self' : subject === kin.spouse ? 'spouse' : subject !== null && kin.household.includes(subject) ? 'household' : null;
  return [...(tie ? [tie] : []), ...(sameAccount ? ['account' as const] : [])];
};

const besideOf = async (office: Office, tx: Tx, asker: Asker, workflow: Workflow, evidence: Evidence<Data>, one: Case, kin: Kin): Promise<Beside[]> => {
  const where = { keys: office.keys, district: office.district };
  await markAccounts(tx.db, where, workflow.name, evidence.account);
  const people = [kin.self, ...(kin.spouse ? [kin.spouse] : []), ...kin.household];
  const found = await findBeside(tx.db, where, { workflow: workflow.name, but: one.id, people, account: evidence.account(one.data) });
  const names = new Map((await findAllUnits(tx.db, office.district)).map(({ id, name }) => [id, name]));
  const mine = unitsIn(asker, workflow.name, readersOf(workflow));
  return found.map((row): Beside => {
    const { id, unit, state } = row.case;
    return { id, unit, unitName: names.get(unit) ?? { zh: unit, en: unit }, state, ties: tiesOf(row, kin), ...evidence.other(row.case), mine: mine.includes(unit) };
  });
};

export const readEvidence = (office: Office, asker: Asker, workflow: Workflow, id: string): Promise<EvidenceRead> => inTransaction(office.pool, async (tx): Promise<EvidenceRead> => {
  const { keys, district } = office;
  const { evidence } = workflow;
  const stored = evidence && (await findCaseRow(tx.db, { keys, district }, workflow.name, unitsIn(asker, workflow.name, readersOf(workflow)), id));
  if (!evidence || !stored) return { ok: false, reason: 'absent' };
  const { case: one } = stored;
  if (!evidenceOffered(workflow, one, postsOf(actorAt(asker, one.unit, workflow.name))) || one.subject === null) return { ok: false, reason: 'not-offered' };
  const kin = await findKin(tx.db, district, one.subject);
  const units = (await findAllUnits(tx.db, district)).map((unit) => unit.id);
  const [entry, spouse] = [await entryOf(office, tx, one.subject, units), await entryOf(office, tx, kin.spouse, units)];
  const beside = await besideOf(office, tx, asker, workflow, evidence, one, kin);
  const related = await findRelated(tx.db, district, [kin.self, ...kin.household]);
  await logReads(tx.db, district, readingAs(asker, workflow.name), `${workflow.name}/evidence`, [one.id, ...beside.map((other) => other.id)], evidence.compared.map(({ field }) => field));
  return { ok: true, view: { checklist: checklistOf(evidence, one, entry), compared: comparedWith(evidence, one.data, entry, spouse), beside, related: { me: related.some((person) => person.id === asker.id), names: related.map(({ name }) => name) } } };
});
