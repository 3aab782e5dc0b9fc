/** Brings a file and dies at a named point: run as a process of its own, since nothing of it may end in order. */
import { join } from 'node:path';
import { storeIn } from '../../../server/use-cases/kept-files.ts';
import { bringFile } from '../../../server/use-cases/bring-file.ts';
import { loadKeys } from '../../../server/keys/keys.ts';
import { makeLog } from '../../../server/log.ts';
import { connect } from '../../../server/store/connection.ts';
import { pdf } from '../../files/samples.ts';

const [point = '', url = '', folder = '', district = ''] = process.argv.slice(2);
const die = (): boolean => process.kill(process.pid, 'SIGKILL');

const { pool, db } = connect(url);
const files = join(folder, 'files');
const store = storeIn(files);
const dying = { ...store, put: async (name: string, path: string) => {
  if (point === 'before-put') die();
  await store.put(name, path);
  if (point === 'after-put') die();
} };
const content = pdf(400_000);
const source = async function* (): AsyncGenerator<Buffer> {
  yield content.subarray(0, 200_000);
  if (point === 'half-way') die();
  yield content.subarray(200_000);
};
const asker = { id: 'village01', name: '', seats: [], at: new Date().toISOString() };
await bringFile({ district, workflows: [], db, pool, keys: loadKeys(join(folder, 'keys')), files, attached: { store: dying, mostBytes: 25_000_000 }, clock: 'system', log: makeLog({ write: () => undefined }), jobs: null }, asker, point, source());
if (point === 'after-row') die();
