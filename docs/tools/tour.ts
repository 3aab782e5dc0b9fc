/** `npm run tour`: opens the office on a fresh demo town, takes the pictures of the tour and writes its page. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePanel } from '../../server/bin/panel.ts';
import { startOffice } from '../../tests/e2e/office.ts';
import { atRest, openRoom } from '../../tests/e2e/room.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { stops, type Stop } from './tour-stops.ts';

const DOCS = join(import.meta.dirname, '..');
const PICTURES = join(DOCS, 'tour');
const MOST_BYTES = 300_000;

const pageOf = (all: readonly Stop[]): string => [
  '# A tour of the office',
  'Made by `npm run tour` on the demo town, whose clock stands at 23 November 2026; every person, address and amount is made up.',
  ...all.map(({ name, title, sentence }) => `## ${title}\n\n${sentence}\n\n![${title}](tour/${name}.png)`),
].join('\n\n');

if (!ensureChromium() || !ensurePanel()) process.exit(1);
mkdirSync(PICTURES, { recursive: true });
const office = await startOffice();
try {
  const room = await openRoom(office.base);
  for (const { name, take } of stops) {
    const path = join(PICTURES, `${name}.png`);
    const page = await take(room);
    await atRest(page);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    await page.context().close();
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes; no picture may have more than ${MOST_BYTES}.`);
    process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB\n`);
  }
  await room.close();
  writeFileSync(join(DOCS, 'tour.md'), `${pageOf(stops)}\n`);
} finally {
  await office.stop();
}
