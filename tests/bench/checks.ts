/** `npm run bench-checks -- 100000`: a run of the checks over so many residents, sealed as the office seals them; rows a second, memory, and what one saving costs. */
import { join } from 'node:path';
import { loadKeys } from '../../server/keys/keys.ts';
import { makeLog } from '../../server/log.ts';
import type { Office } from '../../server/office.ts';
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';
import { connect } from '../../server/store/connection.ts';
import { migrate } from '../../server/store/migrate.ts';
import { insertOffice } from '../../server/store/office-row.ts';
import { insertPeople, insertUnits } from '../../server/store/people.ts';
import { changeEntries, insertResidents } from '../../server/store/register.ts';
import { runChecks, startCheckRun } from '../../server/use-cases/check-register.ts';
import { inWork } from '../../server/use-cases/in-work.ts';
import { renewFindings } from '../../server/use-cases/renew-findings.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import type { Resident } from '../../workflows/office/demo-town/town.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { temporaryFolder } from '../tools/folders.ts';

const MANY = Number(process.argv[2] ?? 100_000);
const AT = '2026-11-23T01:00:00.000Z';
const SAVINGS = 300;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = (): number => process.memoryUsage().rss / 1_048_576;
const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** The demo town as often as needed, each time other people. */
const copyOf = (copy: number): Resident[] => makeTown({ seed: 6_092 + copy }).residents.map((one, i) => ({
  ...one, id: `${one.id}c${copy}`, household: `${one.household}c${copy}`, spouse: one.spouse && `${one.spouse}c${copy}`, account: one.account && `0000${String(copy).padStart(3, '0')}${String(i).padStart(12, '0')}`,
  phone: one.phone && `100${String(copy * 10_000 + i).padStart(8, '0')}`,
}));

const fill = async (office: Office): Promise<number> => {
  let rows = 0;
  for (let copy = 0; rows < MANY; copy += 1) {
    const some = copyOf(copy).slice(0, MANY - rows);
    await insertResidents(office.db, office.keys, office.district, some);
    rows += some.length;
  }
  await office.pool.query('vacuum analyze residents');
  return rows;
};

const savings = async (office: Office, renew: boolean, values: (n: number) => Data): Promise<number> => {
  const spent: number[] = [];
  for (let n = 0; n < SAVINGS; n += 1) {
    const began = performance.now();
    await inWork(office, async (work) => {
      const changed = await changeEntries(work.tx.db, office.keys, office.district, [{ register: 'residents', id: `p${String(n * 7 + 1).padStart(6, '0')}c0`, values: values(n), at: AT, person: 'bench', workflow: 'bench', caseId: 'bench' }]);
      if (renew) await renewFindings(work, changed, AT);
    });
    spent.push(performance.now() - began);
  }
  return median(spent);
};

const folder = temporaryFolder();
const postgres = await startPrivatePostgres(folder.path);
const connection = connect(postgres.url);
try {
  await migrate(connection.db);
  const office: Office = { district: '999901', workflows: [], db: connection.db, pool: connection.pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'), clock: 'system', log: makeLog({ write: () => undefined }), jobs: null };
  const town = makeTown({ scale: 'small' });
  await insertOffice(office.db, { district: office.district, kind: 'demo' }, new Date(AT));
  await insertUnits(office.db, office.district, town.units, new Date(AT));
  await insertPeople(office.db, office.district, town.staff, 'nobody', new Date(AT));
  const rows = await fill(office);
  globalThis.gc?.();
  const idle = megabytes();
  let most = idle;
  const watching = setInterval(() => { most = Math.max(most, megabytes()); }, 20);
  const began = performance.now();
  const { id } = await startCheckRun(office, 'bench');
  await runChecks(office, id);
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(watching);
  const { rows: [found] } = await office.pool.query<{ count: string }>('select count(*) from findings');
  say(`run: ${rows} residents in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} a second, ${found?.count} findings, at most ${Math.round(most - idle)} MB above idle`);
  const plan = await office.pool.query<{ 'QUERY PLAN': string }>(`explain select 1 from findings where district = '999901' and rule = any('{D29}') and residents && '{p000001c0}' and state <> 'gone'`);
  say(plan.rows.map((row) => row['QUERY PLAN']).join(' | '));
  const day = (): Data => ({ lastVerified: '2026-11-20' });
  const address = (n: number): Data => ({ residenceAddress: `柳岸社区${n}楼1号`, phone: `1009${String(n).padStart(7, '0')}` });
  for (const [what, values] of [['verified as it stands', day], ['new address and telephone', address]] as const) {
    say(`saving, ${what}: median ${(await savings(office, false, values)).toFixed(2)} ms without the checks, ${(await savings(office, true, values)).toFixed(2)} ms with them`);
  }
} finally {
  await connection.close();
  await postgres.stop();
  folder.remove();
}
