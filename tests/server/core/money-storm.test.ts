/** Two finance users, two heads, and everything sent several times at once: one budget line, thirty claims, no fen too many. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkLedger } from '../../../server/use-cases/check-ledger.ts';
import type { Person, TestOffice } from '../support.ts';
import { approvedClaims, payingOffice, send, TOWN } from './paying.ts';

/** 10,000 yuan on the line; each claim takes 420 of it, so that 23 fit. */
const LINE = 1_000_000;
const EACH = 60_000;
const SHARE = 42_000;
const FIT = 23;
const TIMES = 3;

let test: TestOffice;
let people: Readonly<Record<'finance1' | 'finance2' | 'head1' | 'head2', Person>>;
let claims: string[];

beforeAll(async () => {
  test = await payingOffice(LINE);
  people = { finance1: await test.as('finance1'), finance2: await test.as('finance2'), head1: await test.as('head1'), head2: await test.as('head2') };
  claims = await approvedClaims(test, 30, EACH);
}, 120_000);
afterAll(() => test.close());

const hash = (digit: string): string => digit.repeat(64);
const ledgerOf = async (account: string): Promise<number> => Number((await sql<{ fen: string }>`select coalesce(sum(fen), 0)::text as fen from ledger where account = ${account}`.execute(test.office.db)).rows[0]?.fen);
const inState = async (state: string): Promise<number> => Number((await sql<{ n: number }>`select count(*)::int as n from cases where workflow = 'benefit-claim' and state = ${state}`.execute(test.office.db)).rows[0]?.n);
const counted = (statuses: readonly number[]): Record<string, number> => Object.fromEntries([...Map.groupBy(statuses, String)].map(([status, all]) => [status, all.length]));

/** The same event sent several times at once, as by an impatient browser; it happened when one of them says so. */
const storm = async (senders: readonly Person[], workflow: string, id: string, type: string, version: number, data: unknown): Promise<number[]> =>
  (await Promise.all(senders.flatMap((by) => { const event = randomUUID(); return Array.from({ length: TIMES }, () => send(by, workflow, id, type, version, data, event)); }))).map(({ status }) => status);

it('claims are batched as far as the line reaches, each once, whoever is first', { timeout: 120_000 }, async () => {
  const { finance1, finance2 } = people;
  expect((await finance1.post('/api/payment-batch', { id: 'b1', unit: TOWN, data: { title: '风暴', payBy: '2026-11-30' } })).status).toBe(201);
  const statuses = (await Promise.all(claims.map((id) => storm([finance1, finance2], 'benefit-claim', id, 'batch', 8, { batch: 'b1' })))).flat();
  expect(Object.keys(counted(statuses)).every((status) => ['200', '403', '409'].includes(status)), JSON.stringify(counted(statuses))).toBe(true);
  expect(await inState('inPayment')).toBe(FIT);
  expect([await ledgerOf('district-2026'), await ledgerOf('committed:district-2026')]).toEqual([LINE - FIT * SHARE, FIT * SHARE]);
  expect((await checkLedger(test.office)).faults).toEqual([]);
});

it('the batch is checked, signed, sent and answered once, and every claim in it is paid once', { timeout: 120_000 }, async () => {
  const { finance1, finance2, head1, head2 } = people;
  const once = async (senders: readonly Person[], type: string, version: number, data: unknown): Promise<void> => {
    const statuses = await storm(senders, 'payment-batch', 'b1', type, version, data);
    // One sender's tries are all answered alike, the other's all refused.
    expect(counted(statuses), type).toMatchObject({ 200: TIMES });
  };
  await once([finance1, finance2], 'check', 1, { remark: '一致' });
  await once([head1, head2], 'sign', 2, { opinion: '同意' });
  await once([finance1, finance2], 'sendToBank', 3, { bankFileNo: 'f1', fileHash: hash('a'), sentOn: '2026-11-23' });
  await once([finance1, finance2], 'recordReturn', 4, { bankReference: 'r1', fileHash: hash('b'), receivedOn: '2026-11-23' });
  expect([await inState('paid'), await inState('approved')]).toEqual([FIT, 30 - FIT]);
  expect([await ledgerOf('district-2026'), await ledgerOf('committed:district-2026'), await ledgerOf('paid:district-2026')]).toEqual([LINE - FIT * SHARE, 0, FIT * SHARE]);
  const { faults, ledger, books } = await checkLedger(test.office);
  expect({ faults, paid: ledger['paid'] }).toEqual({ faults: [], paid: FIT * EACH });
  expect(books['paid']).toBe(ledger['paid']);
});

it('leaves no lock and no transaction behind', async () => {
  const { rows } = await sql<{ state: string }>`select state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`.execute(test.office.db);
  const locks = await sql<{ n: number }>`select count(*)::int as n from pg_locks where locktype in ('advisory', 'transactionid') and pid <> pg_backend_pid() and database in (0, (select oid from pg_database where datname = current_database()))`.execute(test.office.db);
  expect([rows, locks.rows[0]?.n]).toEqual([[], 0]);
});

it('the check of the ledger finds what was written past the office', async () => {
  const { db } = test.office;
  await sql`insert into ledger (district, case_id, version, step, account, fen, at, person) values ('999901', 'k00', 9, 'stolen', 'paid:district-2026', 100, now(), 'x'), ('999901', 'k00', 9, 'stolen', 'district-2026', -100, now(), 'x')`.execute(db);
  expect((await checkLedger(test.office)).faults.join()).toContain('k00, step 9');
  await expect(sql`update ledger set fen = 0`.execute(db)).rejects.toThrow('append-only');
  await expect(sql`delete from ledger`.execute(db)).rejects.toThrow('append-only');
  await expect(sql`insert into ledger (district, case_id, version, step, account, fen, at, person) values ('999901', 'k01', 9, 'half', 'paid:x', 100, now(), 'x')`.execute(db)).rejects.toThrow('sum to nothing');
});
