import { expect, inject, test } from 'vitest';
import { findCase } from './demo.ts';
import { openRoom } from './room.ts';
import { goToCase } from './screen.ts';

const CLAIM = 'benefit-claim';
const HOUSEHOLD = 'model-household';

test('a clerk takes a paper from the case’s page; a reviewer sees the evidence beside the claim; anybody verifies a certificate', async () => {
  const room = await openRoom(inject('officeAt'));
  const clerk = await room.door.as('town1');
  const paid = (await clerk.list(CLAIM, { state: ['closed'] }, [0, 0]))[0]?.id ?? '';
  const seat = await room.sit('town1');
  await goToCase(seat, CLAIM, paid);
  await seat.page.getByRole('button', { name: '文书', exact: true }).click();
  await seat.page.getByRole('menuitem', { name: '归档包（ZIP 压缩包）' }).waitFor();
  expect(await room.barriers(seat.page)).toEqual([]);
  const coming = seat.page.waitForEvent('download');
  await seat.page.getByRole('menuitem', { name: '惠民待遇申请审批表（PDF 文件）' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^benefit-claim-.+-approval-form-\d+\.pdf$/);
  await seat.page.getByText('本次查看已记录').waitFor();

  const judging = await room.sit('reviewer1', { phone: true });
  await goToCase(judging, CLAIM, await findCase(room, 'reviewer1', { workflow: CLAIM, state: 'townReview', event: 'pass' }));
  const board = judging.page.getByRole('region', { name: '证据对照' }).first();
  await board.getByRole('row', { name: /申请人（户名）.*一致/ }).waitFor();
  expect(await room.barriers(judging.page)).toEqual([]);

  const commended = (await clerk.list(HOUSEHOLD, { state: ['commended'] }, [0, 0]))[0]?.id ?? '';
  expect((await clerk.get(`/api/${HOUSEHOLD}/${commended}/papers/certificate.pdf`)).status).toBe(200);
  const stranger = await room.stand({ phone: true });
  room.expects(404);
  await stranger.goto(`${room.base}/public/certificates/2026-0001-AAAAAA`);
  await stranger.getByText('没有这个编号的证书').waitFor();
  expect(await room.barriers(stranger)).toEqual([]);
  await stranger.getByRole('link', { name: 'English' }).click();
  await stranger.getByText('No certificate has this number').waitFor();
  await room.close();
});
