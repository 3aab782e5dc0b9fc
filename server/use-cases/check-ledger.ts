/** Holds the ledger against the cases, to the fen and at every step of each: what is wrong with it, or nothing. */
import { advance, bornRow } from '../../workflows/kit/advance.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case } from '../../workflows/kit/words.ts';
import { findWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import type { Stored } from '../store/case-rows.ts';
import { findOverdrawn, findPostings, findStandings, findStrangers, findUneven } from '../store/ledger.ts';
import type { PostedEntry } from '../store/ledger.ts';
import { toRow } from '../store/log-rows.ts';
import { readWholeOfMoney } from '../store/verify-rows.ts';
import type { Whole } from '../store/verify-rows.ts';

export type LedgerCheck = {
  readonly cases: number; readonly steps: number; readonly entries: number;
  /** Sums over all lines, in fen: as the ledger has them, and as the cases say. */
  readonly ledger: Readonly<Record<string, number>>; readonly books: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
};
type Books = Readonly<Record<string, number>>;

const PAGE = 200;
const add = (sums: Record<string, number>, account: string, fen: number): void => { sums[account] = (sums[account] ?? 0) + fen; };

/** Accounts on which the two differ, in words. */
const differences = (posted: Books, told: Books): string[] =>
  [...new Set([...Object.keys(posted), ...Object.keys(told)])].filter((name) => (posted[name] ?? 0) !== (told[name] ?? 0)).map((name) => `${name} holds ${posted[name] ?? 0}, the case says ${told[name] ?? 0}`);

type Walked = { readonly steps: number; readonly faults: readonly string[]; readonly books: Books };

/** The case as it stood after each row of its log, beside what was posted for it up to then. */
const walk = (office: Office, workflow: Workflow, { case: { id, unit, parent }, birth }: Stored, log: Whole['log'], entries: readonly PostedEntry[]): Walked => {
  const born = { id, unit, parent };
  let one: Case | null = birth ? advance(workflow, null, born, bornRow(workflow, birth.at, birth.data)) : null;
  const posted: Record<string, number> = {};
  const faults: string[] = [];
  let next = 0;
  for (const row of log) {
    one = advance(workflow, one, born, toRow(office, row));
    for (; (entries[next]?.version ?? Infinity) <= row.version; next += 1) add(posted, entries[next]?.account ?? '', entries[next]?.fen ?? 0);
    for (const words of differences(posted, workflow.books?.(one) ?? {})) faults.push(`${id}, step ${row.version} (${row.type}): ${words}`);
  }
  if (next < entries.length) faults.push(`${id}: the ledger knows steps that the log does not`);
  return { steps: log.length, faults, books: one ? (workflow.books?.(one) ?? {}) : {} };
};

const kindOf = (account: string): string => account.match(/^(\w+):/)?.[1] ?? 'left';
const byKind = (entries: Iterable<readonly [string, number]>): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const [account, fen] of entries) add(sums, kindOf(account), fen);
  return sums;
};

export const checkLedger = async (office: Office): Promise<LedgerCheck> => {
  const { db, district, keys } = office;
  const faults: string[] = [];
  const told: Record<string, number> = {};
  const spending = office.workflows.filter(({ books }) => books).map(({ name }) => name);
  let [cases, steps, after] = [0, 0, ''];
  for (;;) {
    const page = await readWholeOfMoney(db, { keys, district }, spending, after, PAGE);
    const byCase = Map.groupBy(await findPostings(db, district, page.map(({ id }) => id)), ({ case_id }) => case_id);
    for (const { id, stored, log } of page) {
      const workflow = stored && findWorkflow(office, stored.case.workflow);
      if (!workflow) {
        faults.push(`${id}: ${stored ? `no process ${stored.case.workflow}` : 'does not open'}`);
        continue;
      }
      const walked = walk(office, workflow, stored, log, byCase.get(id) ?? []);
      cases += 1;
      steps += walked.steps;
      faults.push(...walked.faults);
      for (const [name, fen] of Object.entries(walked.books)) add(told, name, fen);
    }
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
  }
  for (const { account, lowest } of await findOverdrawn(db, district)) faults.push(`${account} once stood at ${lowest}`);
  for (const { case_id, step, sum, versions } of await findUneven(db, district)) faults.push(versions > 1 ? `${case_id}, ${step}: posted twice` : `${case_id}, ${step}: the entries sum to ${sum}`);
  for (const id of await findStrangers(db, district)) faults.push(`${id}: in the ledger, and no case`);
  const standings = await findStandings(db, district);
  return { cases, steps, entries: standings.reduce((sum, { entries }) => sum + entries, 0), ledger: byKind(standings.map(({ account, fen }) => [account, fen] as const)), books: byKind(Object.entries(told)), faults };
};
