/** `npm test`: every test, those in the browser too. What follows `--` goes to vitest. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensurePanel } from '../../server/bin/panel.ts';
import { ensureChromium } from './ensure-chromium.ts';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

if (!ensureChromium() || !ensurePanel()) process.exit(1);
const run = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
