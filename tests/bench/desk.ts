/** `npm run bench-desk`: a village of six hundred unchanged records at the desk, key by key, and the same by the sampled act. */
import { startOffice } from '../e2e/office.ts';
import { allSaved, chooseMethod, countOf, giveOut, list, makeHands, sitDown } from '../e2e/desk.ts';
import { openRoom, type Room } from '../e2e/room.ts';

const CLERK = 'village01';
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

const settle = async (room: Room, batch: string, by: 'same' | 'sampled'): Promise<void> => {
  const { status, body } = await (await room.door.as('town1')).get<{ type: string; to: string }[]>(`/api/record-verification?${new URLSearchParams({ filter: JSON.stringify({ parent: batch, method: by === 'same' ? 'visit' : 'sampled' }), range: '[0,999]' }).toString()}`);
  if (status !== 200) throw new Error('The records cannot be read.');
  const sample = (body as unknown as { id: string }[]).filter((_, i) => i % 50 === 0);
  for (const { id } of sample) {
    const { body: log } = await (await room.door.as('auditor')).get<{ type: string }[]>(`/api/record-verification/${id}/log`);
    if (log.at(-1)?.type !== (by === 'same' ? 'confirmSame' : 'confirmSampled')) throw new Error(`The log of ${id} does not say so.`);
  }
};

const office = await startOffice();
const room = await openRoom(office.base);
try {
  const client = await room.door.as(CLERK);
  const first = await giveOut(room, CLERK, 'desk-month-1', '2027-03');
  const seat = await room.sit(CLERK);
  const { page } = seat;
  const opened = performance.now();
  await sitDown(seat, room, first);
  await page.locator('article table').first().waitFor();
  const total = await countOf(client, { parent: first });
  say(`${total} records; desk open after ${seconds(opened)} s (batch started on its page before)`);
  await chooseMethod(page);
  const hands = makeHands(page);
  const began = performance.now();
  for (let n = 0; n < total; n += 1) await hands.press('Enter');
  const pressed = seconds(began);
  await allSaved(page);
  const same = await countOf(client, { parent: first, state: 'consistent' });
  await settle(room, first, 'same');
  say(`one by one: ${same} of ${total} confirmed with ${hands.presses()} presses = ${(hands.presses() / same).toFixed(3)} per record; pressed in ${pressed} s, saved after ${seconds(began)} s`);

  const second = await giveOut(room, CLERK, 'desk-month-2', '2027-04');
  await sitDown(seat, room, second);
  await chooseMethod(page);
  await page.getByRole('button', { name: '抽取样本' }).click();
  await page.getByText(/已从 \d+ 条中抽取/).waitFor();
  await list(page).focus();
  const looked = makeHands(page);
  const { body } = await client.get<{ data: { sampleCheck: { drawn: string[] } } }>(`/api/verification-batch/${second}`);
  for (const _ of body.data.sampleCheck.drawn) await looked.press('Enter');
  await allSaved(page);
  await page.getByRole('button', { name: '完成抽样核查' }).click();
  await page.getByRole('button', { name: /整批确认其余/ }).click();
  const act = performance.now();
  await page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click();
  await page.getByText(/已办理 \d+ 件，没有办成 0 件。/).waitFor();
  const took = seconds(act);
  const [done, sampled] = [await countOf(client, { parent: second, state: 'consistent' }), await countOf(client, { parent: second, method: 'sampled' })];
  await settle(room, second, 'sampled');
  say(`sampled act: ${body.data.sampleCheck.drawn.length} looked at one by one (${looked.presses()} presses), ${sampled} confirmed at once in ${took} s (goal: under 10 s); ${done} of ${total} verified, each with its row in the log`);
  if (same !== total || done !== total || Number(took) >= 10) process.exitCode = 1;
} finally {
  await room.close().catch((error: unknown) => { say(String(error)); process.exitCode = 1; });
  await office.stop();
}
