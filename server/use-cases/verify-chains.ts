/** Finds what was changed, cut or taken away behind the office's back: every chain, every fold, every seal. */
import { bornRow, refold } from '../../workflows/kit/advance.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import type { Stored } from '../store/case-rows.ts';
import { bornGenesis, canonical, genesis, rowHash } from '../store/chain.ts';
import { toChained, toRow } from '../store/log-rows.ts';
import type { LogRow } from '../store/log-rows.ts';
import { findLost, findSeals, isWhole } from '../store/seals.ts';
import type { Seal } from '../store/seals.ts';
import { findOrphans, readWhole } from '../store/verify-rows.ts';
import type { Whole } from '../store/verify-rows.ts';
import { commitmentNow, findErasedRows, nameOf } from './erased-rows.ts';
import type { ErasedRows } from './erased-rows.ts';
import { faultsInReports } from './verify-reports.ts';

/**
 * `row-missing`: a gap, or a tail cut off. `row-changed`: it does not follow from the one before. `words-changed`: form or
 * patch are not what was committed to. `not-erased`: the log says it was, and there it is again. `case-changed`: it is not the fold of its log. `case-missing`: the log knows it, the
 * office does not. `seal-broken`: changed, missing or not signed by this office. `list-changed`: what a signed report counted is not
 * what was signed, or not what the log of a case on its list says.
 */
export type Fault = { readonly what: 'row-missing' | 'row-changed' | 'words-changed' | 'not-erased' | 'case-changed' | 'case-missing' | 'seal-broken' | 'list-changed'; readonly caseId: string; readonly version: number };
/** `erased`: rows among them whose words were erased by law; the case that did it says which, and what is left of each stands. */
export type Verified = { readonly cases: number; readonly rows: number; readonly erased: number; readonly seals: number; readonly faults: readonly Fault[] };

const PAGE = 400;

/** What is wrong with form and patch: they are what the row committed to, or, where the log says they were erased, what was left. */
const faultInWords = (office: Office, row: LogRow, erased: ErasedRows): Fault['what'] | null => {
  const left = erased.get(nameOf(row));
  const now = commitmentNow(office, row);
  if (now === (left ?? row.commitment)) return null;
  return now === row.commitment ? 'not-erased' : 'words-changed';
};

/** The first fault of the chain. */
const faultInChain = (office: Office, id: string, start: string, first: number, log: readonly LogRow[], erased: ErasedRows): Fault | null => {
  let prev = start;
  for (const [i, row] of log.entries()) {
    const version = first + i;
    if (row.version !== version) return { what: 'row-missing', caseId: id, version };
    if (row.prev_hash !== prev || row.hash !== rowHash(prev, toChained(row))) return { what: 'row-changed', caseId: id, version };
    const what = faultInWords(office, row, erased);
    if (what) return { what, caseId: id, version };
    prev = row.hash;
  }
  return null;
};

const folds = (office: Office, stored: Stored, log: readonly LogRow[]): boolean => {
  const { case: one, birth } = stored;
  const workflow = findWorkflow(office, one.workflow);
  if (!workflow) return true;
  try {
    const rows = log.map((row) => toRow(office, row));
    const born = birth ? [bornRow(workflow, birth.at, birth.data)] : [];
    const told = refold(workflow, { id: one.id, unit: one.unit, parent: one.parent }, [...born, ...rows]);
    return canonical({ ...told, workflowVersion: one.workflowVersion }) === canonical(one);
  } catch {
    return false;
  }
};

const faultIn = (office: Office, { id, stored, log, parentHash }: Whole, erased: ErasedRows): Fault | null => {
  if (!stored) return { what: 'case-changed', caseId: id, version: log.at(-1)?.version ?? 0 };
  const { birth, case: one, head } = stored;
  if (birth && parentHash === null) return { what: 'row-missing', caseId: one.parent ?? id, version: birth.parentVersion };
  const start = birth && parentHash !== null ? bornGenesis(parentHash, birth) : genesis(office.district, id);
  const broken = faultInChain(office, id, start, birth ? 2 : 1, log, erased);
  if (broken) return broken;
  const last = log.at(-1);
  const version = last?.version ?? (birth ? 1 : 0);
  if (version < one.version) return { what: 'row-missing', caseId: id, version: version + 1 };
  if ((last?.hash ?? start) !== head || version !== one.version || !folds(office, stored, log)) return { what: 'case-changed', caseId: id, version };
  return null;
};

const verifySeals = async (office: Office): Promise<{ seals: number; faults: Fault[] }> => {
  const faults: Fault[] = [];
  let before: Seal | null = null;
  let seals = 0;
  for (;;) {
    const page: Seal[] = await findSeals(office.db, office.district, before?.n ?? 0, 20);
    if (page.length === 0) return { seals, faults };
    for (const seal of page) {
      if (!isWhole(office.keys, seal, before)) faults.push({ what: 'seal-broken', caseId: '', version: seal.n });
      for (const { caseId, version } of await findLost(office.db, office.district, seal)) faults.push({ what: 'row-missing', caseId, version });
      before = seal;
      seals += 1;
    }
  }
};

/** One fault at most for each case, from its own chain; the seals name rows that are gone with their cases. */
export const verifyChains = async (office: Office): Promise<Verified> => {
  const faults: Fault[] = [];
  const { keys, district } = office;
  const erased = await findErasedRows(office);
  const met = new Set<string>();
  let [cases, rows, after] = [0, 0, ''];
  for (;;) {
    const page = await readWhole(office.db, { keys, district }, after, PAGE);
    for (const whole of page) {
      const fault = faultIn(office, whole, erased);
      faults.push(...(fault ? [fault] : whole.stored ? await faultsInReports(office, whole.stored.case) : []));
      for (const name of whole.log.map(nameOf)) if (erased.has(name)) met.add(name);
      rows += whole.log.length;
    }
    cases += page.length;
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
  }
  for (const caseId of await findOrphans(office.db, district)) faults.push({ what: 'case-missing', caseId, version: 0 });
  const { seals, faults: ofSeals } = await verifySeals(office);
  const known = new Set(faults.map(({ caseId, version }) => `${caseId}@${version}`));
  return { cases, rows, erased: met.size, seals, faults: [...faults, ...ofSeals.filter(({ caseId, version }) => !known.has(`${caseId}@${version}`))] };
};
