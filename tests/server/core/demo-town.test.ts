/** The demo town is replayed, not inserted: no step is refused, every case is the fold of its log, every chain is whole. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadKeys } from '../../../server/keys/keys.ts';
import { buildApp } from '../../../server/app.ts';
import { makeLog } from '../../../server/log.ts';
import type { Office } from '../../../server/office.ts';
import { hashPassword } from '../../../server/password.ts';
import { caseRoutes } from '../../../server/routes/cases.ts';
import { findingRoutes } from '../../../server/routes/findings.ts';
import { reportRoutes } from '../../../server/routes/reports.ts';
import { sessionRoutes } from '../../../server/routes/session.ts';
import { connect } from '../../../server/store/connection.ts';
import type { Connection } from '../../../server/store/connection.ts';
import { makeIndexes } from '../../../server/store/indexes.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { checkLedger } from '../../../server/use-cases/check-ledger.ts';
import { sealOffice } from '../../../server/use-cases/seal-office.ts';
import { seedDemo } from '../../../server/use-cases/seed-demo.ts';
import { verifyChains } from '../../../server/use-cases/verify-chains.ts';
import { workflows } from '../../../workflows/index.ts';
import { villageStands } from '../../../workflows/office/demo-town/make-up.ts';
import { freshDatabase } from '../../tools/database.ts';
import { temporaryFolder } from '../../tools/folders.ts';
import { checkAll } from '../checks/check-all.ts';
import { dayOf } from '../../../workflows/office/working-days.ts';
import { httpDoor } from '../../doors/http.ts';
import { endsWell, standsAsTold } from '../../month/counts.ts';
import { BATCH, CYCLE, makeHands } from '../../month/hands.ts';
import { finishBatches, OPINION, reportOn } from '../../month/whole.ts';
import { NOW } from '../support.ts';

/** As the town went about it before. */
const METHODS = ['visit', 'papers', 'phone', 'visit', 'match', 'self', 'visit'];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let connection: Connection;
let office: Office;
const folder = temporaryFolder();

beforeAll(async () => {
  database = await freshDatabase();
  connection = connect(database.url);
  await migrate(connection.db);
  await makeIndexes(connection.db, workflows);
  office = { district: '999901', workflows, db: connection.db, pool: connection.pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'), clock: 'manual', log: makeLog({ write: () => undefined }), jobs: null };
});
afterAll(async () => {
  await connection.close();
  await database.drop();
  folder.remove();
});

it('is made once, of steps that the office accepts', { timeout: 240_000 }, async () => {
  const seeded = await seedDemo(office, NOW, await hashPassword('demo-2026'));
  expect(seeded?.missteps.map(({ step, refusal }) => [step.case, step.event, refusal])).toEqual([]);
  expect(seeded?.steps).toBeGreaterThan(6000);
  expect(await seedDemo(office, NOW, 'nobody signs in')).toBeNull();
});

it('refolds from its log, every chain whole and sealed', { timeout: 120_000 }, async () => {
  const { cases, rows, faults } = await verifyChains(office);
  expect(faults).toEqual([]);
  expect(cases).toBeGreaterThan(6000);
  expect(await sealOffice(office)).toBe(rows);
  expect((await verifyChains(office)).faults).toEqual([]);
});

it('has a ledger that agrees with every case at every step, to the fen', { timeout: 120_000 }, async () => {
  const { faults, ledger, books, cases } = await checkLedger(office);
  expect(faults).toEqual([]);
  expect(cases).toBeGreaterThan(250);
  expect(ledger).toEqual(books);
  expect(ledger['paid']).toBeGreaterThan(10_000_000);
});

it('leaves nothing due unasked and nothing of its people in clear', async () => {
  const due = await office.db.selectFrom('cases').select('id').where('asks_at', '<=', new Date(NOW)).execute();
  expect(due).toEqual([]);
  const { rows } = await office.pool.query<{ text: string }>(`select (select string_agg(l::text, '') from log l) || (select string_agg(c::text, '') from cases c) || (select string_agg(r::text, '') from residents r) as text`);
  const text = rows[0]?.text ?? '';
  expect(text.length).toBeGreaterThan(1_000_000);
  // Hashes and envelopes are letters and digits too: only what stands by itself is a number of somebody.
  expect(text.match(/(?<![\w-])(?:100\d{8}|0000\d{15}|999901(?:19|20)\d{9}[\dX])(?![\w-])/g)?.slice(0, 3) ?? []).toEqual([]);
});

it('has its month brought to its end: all eighteen villages pass, the two that stand out only once explained, and the head signs', { timeout: 300_000 }, async () => {
  await checkAll(office);
  const app = await buildApp(office, { log: office.log }, (on) => { sessionRoutes(on, office); findingRoutes(on, office); reportRoutes(on, office); caseRoutes(on, office); });
  const hands = makeHands(httpDoor('server', await app.listen({ port: 0, host: '127.0.0.1' })), { jobs: false });
  const { send } = hands;
  const [month, today] = ['verify-2026-11', dayOf(NOW)];
  await standsAsTold(hands, month);
  await finishBatches(hands, month, today, (n) => METHODS[n % METHODS.length] ?? 'visit');
  expect(await send('town2', CYCLE, month, 'report', reportOn(today))).toBe('ready');
  expect(await send('head1', CYCLE, month, 'close', OPINION)).toBe('closed');
  await endsWell(hands, month);
  const again = { ground: '上级抽查发现差错，重新核实。', cutoff: '2026-12-10' };
  const first = `${month}.${villageStands[0]?.unit}`;
  expect(await send('head1', BATCH, first, 'reopen', again)).toEqual(['cycle-not-running']);
  expect([await send('head1', CYCLE, month, 'reopen', { ground: again.ground }), await send('head1', BATCH, first, 'reopen', again)]).toEqual(['running', 'inProgress']);
  expect((await hands.get('auditor', BATCH, first)).data).toMatchObject({ townSample: null, sample: null, cutoff: again.cutoff });
  await app.close();
  expect((await verifyChains(office)).faults).toEqual([]);
});
