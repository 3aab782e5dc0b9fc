/** The office of the demo town on a morning of the year whose scheme had an approval number, before anything happened there; then as ever. */
import { layGround } from '../../server/ground.ts';
import { makeLog } from '../../server/log.ts';
import { main } from '../../server/main.ts';
import { DEMO_PASSWORD } from '../../server/open-office.ts';
import { hashPassword } from '../../server/password.ts';
import { readSettings } from '../../server/settings.ts';
import { seedDemo } from '../../server/use-cases/seed-demo.ts';
import { workflows } from '../../workflows/index.ts';
import { demoUnits } from '../../workflows/office/units.ts';

const MORNING = '2024-03-04T01:00:00.000Z';

const read = readSettings(process.env);
if (!read.ok) throw new Error(read.errors.join('\n'));
const log = makeLog();
const { connection: { db, pool }, keys, close } = await layGround(read.settings, workflows, log);
// No workflow, no past.
await seedDemo({ district: demoUnits[0]?.id ?? '', workflows: [], db, pool, keys, clock: 'manual', log, files: '', jobs: null }, MORNING, await hashPassword(DEMO_PASSWORD));
await close();
await main();
