import { expect, inject, test } from 'vitest';
import type { Data } from '../../workflows/kit/words.ts';
import type { CaseOut, Client } from '../doors/http.ts';
import { makeCast, type Cast } from './cast.ts';
import { openRoom, type Room } from './room.ts';
import { confirm, fill, goToCase } from './screen.ts';

const [CYCLE, BATCH, ITEM] = ['verification-cycle', 'verification-batch', 'record-verification'];
/** 前店村: the smallest village whose register has no errors, which would keep it from passing. */
const VILLAGE = '999901101211';
const ADDRESS = '合成路26组3号';
const AT_ONCE = 8;

/** The bulk of a month, record by record, as a program does it. */
const confirmRest = async (clerk: Client, items: readonly CaseOut[], data: Data): Promise<void> => {
  for (let i = 0; i < items.length; i += AT_ONCE) {
    const answers = await Promise.all(items.slice(i, i + AT_ONCE).map(({ id, version }) => clerk.send('POST', `/api/${ITEM}/${id}/events`, { id: `same-${id}`, type: 'confirmSame', data, version })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  }
};

/** The first of the sample at the screen, the others as a program does them. */
const lookAtSample = async (room: Room, cast: Cast, batch: string): Promise<void> => {
  const { drawn } = (await cast.get('town3', BATCH, batch)).data['townSample'] as { drawn: string[] };
  const seat = await cast.seat('town3');
  await goToCase(seat, BATCH, batch);
  const sheet = seat.page.getByRole('region', { name: '抽查样本' });
  await sheet.getByText(`已核对 0 条，还剩 ${drawn.length} 条，有差错 0 条`).waitFor();
  await sheet.getByRole('button', { name: '登记抽查结果' }).first().click();
  const form = seat.page.getByRole('dialog').locator('form');
  const looked = await cast.example('town3', ITEM, 'townCheck', { suits: ({ found }) => found === 'right' });
  await fill(seat, room, form, ITEM, 'townCheck', looked);
  await confirm(form, seat, ITEM, 'townCheck');
  await sheet.getByText(`已核对 1 条，还剩 ${drawn.length - 1} 条，有差错 0 条`).waitFor();
  const clerk = await room.door.as('town4');
  for (const { id, version, data } of await clerk.list<CaseOut>(ITEM, { id: drawn })) {
    if (!data['townResult']) expect((await clerk.send('POST', `/api/${ITEM}/${id}/events`, { id: `look-${id}`, type: 'townCheck', data: looked, version })).status).toBe(200);
  }
};

test('a village’s month is opened, verified, handed in, taken up and passed; a changed record ends in the register', async () => {
  const room = await openRoom(inject('officeAt'));
  const cast = makeCast(room);
  const cycle = await cast.opens('town1', CYCLE);
  const clerk = await room.door.as('village17');
  const [batch] = await clerk.list<CaseOut>(BATCH, { parent: cycle, unit: VILLAGE }, [0, 0]);
  const batchId = batch?.id ?? '';
  const [changed, same, ...others] = await clerk.list<CaseOut & { subject: string }>(ITEM, { parent: batchId }, [0, 499]);
  if (!changed || !same) throw new Error('the village has records to verify');

  await cast.takes('village17', BATCH, batchId, 'start', 'inProgress');
  await cast.takes('village17', ITEM, changed.id, 'proposeChange', 'changeProposed');
  await cast.takes('village17', ITEM, same.id, 'confirmSame', 'consistent');
  expect(others.length).toBeGreaterThan(100);
  await confirmRest(clerk, others, await cast.example('village17', ITEM, 'confirmSame', { suits: ({ method }) => method === 'phone' }));

  await cast.takes('town1', ITEM, changed.id, 'approve', 'corrected');
  await cast.takes('village17', BATCH, batchId, 'submit', 'submitted');
  await cast.takes('town2', BATCH, batchId, 'takeUp', 'townReview');
  expect((await cast.get('reviewer1', BATCH, batchId)).blocked).toEqual([{ type: 'pass', why: ['town-sample-open'] }]);
  await lookAtSample(room, cast, batchId);
  expect((await cast.get('reviewer1', BATCH, batchId)).blocked).toEqual([]);
  await cast.takes('reviewer1', BATCH, batchId, 'pass', 'passed');

  expect(await cast.reads('village17', ITEM, changed.id)).toContain('更正已入册');
  const { page } = await cast.seat('village17');
  await page.getByRole('region', { name: '相关' }).getByRole('link').last().click();
  await page.waitForURL(`**/residents/${changed.subject}/show`);
  await page.getByRole('region', { name: '登记内容' }).getByText(ADDRESS).waitFor();
  await page.getByRole('region', { name: '变更记录' }).getByText(ADDRESS).waitFor();
  await room.close();
});
