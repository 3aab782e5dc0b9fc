/** `npm run mock`: the panel on a small town in memory, for front-end work without a database. */
import { resolve } from 'node:path';
import { workflows } from '../workflows/index.ts';
import { makeApp } from './app.ts';
import { makeMockTown } from './town.ts';

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '127.0.0.1';
const mock = await makeMockTown(workflows);
makeApp(mock, resolve(import.meta.dirname, '../admin/dist')).listen(port, host, () => {
  process.stdout.write(`The mock office is open at http://${host}:${port} (demo password: demo-2026): ${mock.store.people.map(({ id }) => id).join(' ')}\n`);
});
