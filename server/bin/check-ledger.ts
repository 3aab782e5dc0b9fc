/** `npm run check-ledger`: holds the whole ledger against the cases, to the fen and at every step; ends with 1 where anything is wrong. */
import { workflows } from '../../workflows/index.ts';
import { plainYuan } from '../../workflows/office/money.ts';
import { layGround } from '../ground.ts';
import { makeLog } from '../log.ts';
import { CannotStart } from '../private-postgres/cannot-start.ts';
import { readSettings } from '../settings.ts';
import { findOffice } from '../store/office-row.ts';
import { checkLedger } from '../use-cases/check-ledger.ts';

const SHOWN = 20;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const log = makeLog({ write: () => undefined });
const read = readSettings(process.env);
if (!read.ok) {
  for (const problem of read.errors) say(problem);
  process.exit(2);
}
const { settings } = read;
const ground = await layGround(settings, workflows, log);
let wrong = 0;
try {
  const there = await findOffice(ground.connection.db);
  if (!there) throw new CannotStart('There is no office in this database.');
  const { db, pool } = ground.connection;
  const { cases, steps, entries, ledger, books, faults } = await checkLedger({ district: there.district, workflows, db, pool, keys: ground.keys, clock: settings.clock, log, files: '', jobs: null });
  say(`${entries} entries held against ${cases} cases at ${steps} steps`);
  for (const [kind, fen] of Object.entries(ledger)) say(`${kind.padEnd(10)} ledger ${plainYuan(fen).padStart(16)}   cases ${plainYuan(books[kind] ?? 0).padStart(16)}`);
  for (const fault of faults.slice(0, SHOWN)) say(`RED ${fault}`);
  say(faults.length === 0 ? 'ok: to the fen' : `RED: ${faults.length} wrong`);
  wrong = faults.length;
} finally {
  await ground.close();
}
process.exit(wrong === 0 ? 0 : 1);
