/** An office to walk in: the small town with its cast, nothing but the store and the use cases, no HTTP. */
import { join } from 'node:path';
import { loadKeys } from '../../server/keys/keys.ts';
import { makeLog } from '../../server/log.ts';
import type { Office } from '../../server/office.ts';
import { connect } from '../../server/store/connection.ts';
import { makeIndexes } from '../../server/store/indexes.ts';
import { migrate } from '../../server/store/migrate.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Town } from '../../workflows/office/demo-town/town.ts';
import { fillTown } from '../server/support.ts';
import { storyTown } from '../stories/cast.ts';
import { temporaryFolder } from '../tools/folders.ts';

/** `troubles`: what the office wrote into its log as an error. */
export type WalkingOffice = { readonly office: Office; readonly town: Town; readonly troubles: readonly string[]; close(): Promise<void> };

/** On an empty database. */
export const openWalkingOffice = async (url: string, workflows: readonly Workflow[]): Promise<WalkingOffice> => {
  const folder = temporaryFolder();
  const { pool, db, close } = connect(url);
  const troubles: string[] = [];
  const log = makeLog({ write: (line) => { if (/"level":(?:[56]0|"error"|"fatal")/.test(line)) troubles.push(line); } });
  const office: Office = { district: '999901', workflows, db, pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'), clock: 'manual', log, jobs: null };
  const town = storyTown();
  await migrate(db);
  await makeIndexes(db, workflows);
  await fillTown(office, town, new Date('2024-01-01T00:00:00Z'));
  return { office, town, troubles, close: async () => { await close(); folder.remove(); } };
};
