/** `npm run bench-sitting`: forty clean cases and five flagged ones in one sitting of a head, click by click; the five stay. */
import { startOffice } from '../e2e/office.ts';
import { openRoom } from '../e2e/room.ts';
import { beginSitting, fileAbsences, progress } from '../e2e/sitting.ts';

const [CLEAN, FLAGGED, GOAL_S] = [40, 5, 120] as const;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

const office = await startOffice();
const room = await openRoom(office.base);
try {
  const waiting = (await (await room.door.as('head1')).send<{ items: { flags: object[]; why: string[] }[] }>('POST', '/api/sittings', { id: 'count', password: 'demo-2026' })).body.items;
  const already = waiting.filter(({ flags, why }) => flags.length === 0 && why.length === 0).length;
  await fileAbsences(room, 'clean', CLEAN - already, 1);
  await fileAbsences(room, 'flagged', FLAGGED - (waiting.length - already), 60);
  const seat = await room.sit('head1');
  const { page } = seat;
  const began = performance.now();
  await beginSitting(seat);
  say(`begun after ${seconds(began)} s: ${await progress(page)}`);
  // The first two by key, as somebody does who looks before trusting; then all that is clean.
  for (const n of [1, 2]) {
    await page.getByText('没有提示').waitFor();
    await page.keyboard.press('s');
    await page.getByText(`已签批 ${n}，`).waitFor();
  }
  await page.getByRole('button', { name: /签批无提示的/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /签批无提示的/ }).click();
  await page.getByText(/已签批 \d+ 件，留下 \d+ 件/).waitFor();
  for (let n = 0; n < FLAGGED; n += 1) await page.keyboard.press('n');
  await page.getByRole('button', { name: '结果单' }).click();
  await page.getByRole('heading', { name: '签批结果单' }).waitFor();
  const took = seconds(began);
  const said = await progress(page);
  const left = await page.getByRole('cell', { name: '未签批' }).count();
  say(`${said}; ${left} left on the sheet; all of it in ${took} s (goal: under ${GOAL_S} s)`);
  if (!said?.includes(`已签批 ${CLEAN}，`) || left !== FLAGGED || Number(took) > GOAL_S) throw new Error('The sitting is not what it should be.');
} finally {
  await room.close();
  await office.stop();
}
