/** Bulk jobs of a whole town, their office killed in the middle: started again they go on, and no case is done twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { startPrivatePostgres } from '../../../server/private-postgres/start.ts';
import { httpDoor } from '../../doors/http.ts';
import type { Client as Person } from '../../doors/http.ts';
import { officeProcess } from '../../faults/office-process.ts';
import { openMonth } from '../../bulk/month.ts';
import { temporaryFolder } from '../../tools/folders.ts';
import { copyTold } from '../../tools/told-town.ts';

type Job = { readonly id: string; readonly state: string; readonly total: number; readonly done: number; readonly refused: number };
const KILLS = 1;

const rowsOf = async <Row extends object>(url: string, text: string): Promise<Row[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
};

test('killed in the middle and started again, every case of every job is done once', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder('casework-bulk-');
  await copyTold(folder.path);
  const office = await officeProcess(folder.path);
  try {
    await office.start();
    const month = await openMonth(httpDoor('office', office.base));
    const look = async (person: Person, id: string) => (await person.get<Job>(`/api/jobs/${id}?range=[0,-1]`)).body;
    const jobs = await Promise.all(month.villages.map(async ({ clerk, batch }) => {
      const id = `unable-${batch}`.slice(0, 90);
      expect(await clerk.send('POST', '/api/record-verification/events', { id, type: 'markUnable', data: { unableReason: 'moved' }, filter: { parent: batch, state: 'pending' } })).toMatchObject({ status: 202 });
      return { clerk, id };
    }));
    const states = async (): Promise<Job[]> => Promise.all(jobs.map(({ clerk, id }) => look(clerk, id)));
    const doneOf = (all: readonly Job[]): number => all.reduce((sum, { done }) => sum + done, 0);
    let inTheMiddle = 0;
    for (let kills = 0; kills < KILLS; kills += 1) {
      const before = doneOf(await states());
      while (doneOf(await states()) < before + 300) await sleep(10);
      await office.kill();
      await office.start();
      if ((await states()).some(({ state, done, total }) => state !== 'finished' && done < total)) inTheMiddle += 1;
    }
    expect(inTheMiddle, 'kills that met a job under way').toBe(KILLS);
    while ((await states()).some(({ state }) => state !== 'finished')) await sleep(200);
    const ended = await states();
    expect(doneOf(ended)).toBe(month.items);
    expect(ended.reduce((sum, { refused }) => sum + refused, 0)).toBe(0);
    const [logged] = await rowsOf<{ rows: number; cases: number }>(office.databaseUrl(), `select count(*)::int as rows, count(distinct case_id)::int as cases from log where event_id like 'bulk.unable-%'`);
    expect(logged).toEqual({ rows: month.items, cases: month.items });
    expect(await rowsOf(office.databaseUrl(), `select i.case_id from bulk_items i join cases c on c.district = i.district and c.id = i.case_id where i.result is distinct from 'done' or c.state <> 'unable' or c.version <> 2`)).toEqual([]);
  } finally {
    await office.kill();
    await startPrivatePostgres(folder.path).then((postgres) => postgres.stop(), () => undefined);
    folder.remove();
  }
});
