/** `npm run tour`: opens the office on a fresh demo town, takes the pictures of the tour and writes its page. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePanel } from '../../server/bin/panel.ts';
import { startOffice } from '../../tests/e2e/office.ts';
import { atRest, openRoom, type Room } from '../../tests/e2e/room.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { drawSheet, ensureDrawing, sheets } from './tour-papers.ts';
import { stops, type Stop } from './tour-stops.ts';

const DOCS = join(import.meta.dirname, '..');
const PICTURES = join(DOCS, 'tour');
const MOST_BYTES = 300_000;

type Shown = { readonly title: string; readonly sentence: string; readonly pictures: readonly string[] };
const sections = (level: string, all: readonly Shown[]): string[] =>
  all.map(({ title, sentence, pictures }) => `${level} ${title}\n\n${sentence}\n\n${pictures.map((name) => `![${title}](tour/${name})`).join('\n')}`);

const pageOf = (screens: readonly Shown[], papers: readonly Shown[]): string => [
  '# A tour of the office',
  'Made by `npm run tour` on the demo town, whose clock stands at 23 November 2026; every person, address and amount is made up.',
  ...sections('##', screens),
  '## Each paper',
  'Made by the office as PDF, drawn page by page.',
  ...sections('###', papers),
].join('\n\n');

const weigh = (name: string): void => {
  const { size } = statSync(join(PICTURES, name));
  if (size > MOST_BYTES) throw new Error(`${name} has ${size} bytes; no picture may have more than ${MOST_BYTES}.`);
  process.stdout.write(`${name} ${Math.round(size / 1000)} kB\n`);
};

const takeScreen = async (room: Room, { name, take }: Stop): Promise<string> => {
  const page = await take(room);
  await atRest(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled', caret: 'hide' });
  await page.context().close();
  return `${name}.png`;
};

if (!ensureChromium() || !ensureDrawing() || !ensurePanel()) process.exit(1);
mkdirSync(PICTURES, { recursive: true });
const office = await startOffice();
try {
  const room = await openRoom(office.base);
  const [screens, papers]: [Shown[], Shown[]] = [[], []];
  for (const stop of stops) screens.push({ ...stop, pictures: [await takeScreen(room, stop)] });
  for (const sheet of sheets) papers.push({ ...sheet, pictures: await drawSheet(room, sheet, PICTURES) });
  for (const { pictures } of [...screens, ...papers]) pictures.forEach(weigh);
  await room.close();
  writeFileSync(join(DOCS, 'tour.md'), `${pageOf(screens, papers)}\n`);
} finally {
  await office.stop();
}
