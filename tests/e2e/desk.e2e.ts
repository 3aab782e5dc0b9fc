import { expect, inject, test } from 'vitest';
import type { CaseOut } from '../doors/http.ts';
import { allSaved, BATCH, chooseMethod, countOf, giveOut, here, ITEM, list, lookAtDrawn, makeHands, sitDown } from './desk.ts';
import { openRoom, signInAt } from './room.ts';
import { fits } from './screen.ts';

type Sampled = CaseOut & { data: { sampleCheck: { drawn: string[]; passed: boolean | null } } };
const CLERK = 'village17';

test('a village is worked through by keyboard: one press for a record that is as it was; changes, reasons and undo under their keys; drafts come back', { timeout: 240_000 }, async () => {
  const room = await openRoom(inject('officeAt'));
  const client = await room.door.as(CLERK);
  const batch = await giveOut(room, CLERK, 'desk6-keys', '2027-06');
  const seat = await room.sit(CLERK);
  const { page } = seat;
  await sitDown(seat, room, batch);
  await page.locator('article table').first().waitFor();
  expect(await room.barriers(page)).toEqual([]);
  expect(await page.evaluate(() => window.scrollY), 'it opens with its heading in sight').toBe(0);
  const total = await countOf(client, { parent: batch });
  expect(total).toBeGreaterThan(150);

  for (let n = 0; n < 8; n += 1) await page.keyboard.press('j');
  // The page follows the record in hand.
  await page.waitForFunction(() => (document.querySelector('[data-desk-list] [aria-posinset="9"][aria-selected="true"]')?.getBoundingClientRect().bottom ?? Infinity) <= window.innerHeight);
  for (let n = 0; n < 8; n += 1) await page.keyboard.press('k');

  await page.keyboard.press('Enter');
  await page.locator('#desk-sitting').getByText('请先选择本次的核实方式。').waitFor();
  expect(await countOf(client, { parent: batch, state: 'consistent' }), 'nothing is asserted before it is said how').toBe(0);
  await chooseMethod(page);
  await page.getByText(/按“一致”即声明：已以“入户”方式/).waitFor();

  const hands = makeHands(page);
  const first = await here(page);
  for (let n = 0; n < 40; n += 1) await hands.press('Enter');
  await allSaved(page);
  const same = await countOf(client, { parent: batch, state: 'consistent' });
  process.stdout.write(`desk: ${same} unchanged records, ${hands.presses()} presses, ${(hands.presses() / same).toFixed(2)} each\n`);
  expect(same).toBe(40);
  expect(hands.presses() / same).toBeLessThan(2);
  await page.locator('[data-desk-progress]').getByText(`已核实 40/${total}`).waitFor();

  const wrong = await here(page);
  await hands.press('Enter');
  await allSaved(page);
  await hands.press('z');
  await allSaved(page);
  expect(await here(page)).toBe(wrong);
  expect((await client.get<CaseOut>(`/api/${ITEM}/${wrong}`)).body.state).toBe('pending');
  expect((await client.get<{ type: string }[]>(`/api/${ITEM}/${wrong}/log`)).body.map(({ type }) => type).slice(-2)).toEqual(['confirmSame', 'undo']);

  await hands.press('j', 'k');
  expect(await here(page)).toBe(wrong);
  await hands.press('u', '1');
  await allSaved(page);
  expect((await client.get<CaseOut>(`/api/${ITEM}/${wrong}`)).body).toMatchObject({ state: 'unable', data: { unableReason: 'moved' } });

  await hands.press('?');
  await page.getByRole('dialog', { name: '键盘说明' }).waitFor();
  expect(await room.barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const changed = await here(page);
  await page.keyboard.press('c');
  const form = page.locator('main form');
  await form.waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await form.locator('[name="changes.residenceAddress"]').fill('合成路26组3号');
  await form.locator('[name="changes.phone"]').fill('13800001234');
  expect(await room.barriers(page)).toEqual([]);
  const saved = page.waitForResponse((response) => response.url().includes('/api/drafts/') && response.request().method() === 'PUT', { timeout: 3_000 });
  await form.locator('[name="remark"]').fill('电话中说已搬家');
  expect((await saved).status(), 'kept within three seconds').toBe(200);
  await page.waitForFunction(() => sessionStorage.length === 0);

  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto(`${room.base}/desk/${batch}`);
  await list(again).waitFor();
  await chooseMethod(again, 'phone');
  expect(await here(again)).toBe(changed);
  await again.keyboard.press('c');
  await again.getByText(/已恢复.*的草稿/).waitFor();
  await again.getByText(/请重新填写：联系电话 138\*{4}1234/).waitFor();
  const back = again.locator('main form');
  expect(await back.locator('[name="changes.residenceAddress"]').inputValue()).toBe('合成路26组3号');
  expect(await back.locator('[name="changes.phone"]').inputValue()).toBe('');

  room.expects(401);
  await again.context().clearCookies();
  await back.locator('[name="remark"]').fill('电话中说已搬到女儿家');
  await again.waitForURL(/\/login/);
  await signInAt(again, CLERK, 'zh');
  await again.waitForURL((url) => !url.pathname.includes('login'));
  await again.goto(`${room.base}/desk/${batch}`);
  await list(again).waitFor();
  await again.keyboard.press('c');
  await again.getByText(/已恢复.*的草稿/).waitFor();
  expect(await again.locator('main form [name="remark"]').inputValue()).toBe('电话中说已搬到女儿家');
  await again.keyboard.press('Escape');
  await list(again).waitFor();
  expect(await here(again)).toBe(changed);
  expect(first).not.toBe(changed);
  await room.close();
});

test('the rest is confirmed at once only after the sample that the office drew was looked at; one record is taken back', { timeout: 240_000 }, async () => {
  const room = await openRoom(inject('officeAt'));
  const user = 'village16';
  const client = await room.door.as(user);
  const batch = await giveOut(room, user, 'desk7-sample', '2027-07');
  const seat = await room.sit(user);
  const { page } = seat;
  await sitDown(seat, room, batch);
  const total = await countOf(client, { parent: batch });
  await chooseMethod(page, 'papers');
  await page.getByRole('button', { name: '抽取样本' }).click();
  await page.getByText(/已从 \d+ 条中抽取/).waitFor();
  const read = async (): Promise<Sampled> => (await client.get<Sampled>(`/api/${BATCH}/${batch}`)).body;
  const { drawn } = (await read()).data.sampleCheck;
  expect(drawn).toHaveLength(20);
  expect(await room.barriers(page)).toEqual([]);
  await lookAtDrawn(page, drawn);
  await page.getByRole('button', { name: '完成抽样核查' }).click();
  await page.getByText(/抽样合格：20 条中 0 条不一致/).waitFor();
  await page.getByRole('button', { name: `整批确认其余 ${total - 20} 条` }).click();
  expect(await room.barriers(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click();
  await page.getByText(`已办理 ${total - 20} 件，没有办成 0 件。`).waitFor();
  await page.locator('[data-desk-progress]').getByText(`已核实 ${total}/${total}`).waitFor();
  expect(await countOf(client, { parent: batch, method: 'sampled' })).toBe(total - 20);
  await page.getByLabel('显示').selectOption('all');
  await list(page).locator('[role="option"]').nth(2).click();
  const one = await here(page);
  await page.keyboard.press('z');
  await allSaved(page);
  expect((await client.get<CaseOut>(`/api/${ITEM}/${one}`)).body.state).toBe('pending');
  await room.close();
});

test('on a phone, in English: one record at a time, the buttons under the thumb', { timeout: 240_000 }, async () => {
  const room = await openRoom(inject('officeAt'));
  const user = 'village15';
  const client = await room.door.as(user);
  const batch = await giveOut(room, user, 'desk8-phone', '2027-08');
  const seat = await room.sit(user, { lang: 'en', phone: true });
  const { page } = seat;
  await page.goto(`${room.base}/${BATCH}/${encodeURIComponent(batch)}/show`);
  await page.getByRole('group').getByRole('button', { name: 'Start', exact: true }).tap();
  await page.getByRole('button', { name: 'Confirm: Start' }).tap();
  await page.getByRole('link', { name: 'Work through it at the desk' }).tap();
  const bar = page.getByRole('group', { name: 'What to do' });
  await bar.waitFor();
  await page.locator('#desk-sitting select[name="method"]').selectOption('visit');
  expect(await list(page).count(), 'the list waits behind its button').toBe(0);
  const same = bar.getByRole('button', { name: 'Same' });
  const box = await same.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(48);
  for (let n = 0; n < 3; n += 1) await same.tap();
  await allSaved(page);
  expect(await countOf(client, { parent: batch, state: 'consistent' })).toBe(3);
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Unable' }).tap();
  await page.getByRole('button', { name: /Declined by the person/ }).tap();
  await allSaved(page);
  expect(await countOf(client, { parent: batch, state: 'unable' })).toBe(1);
  await page.getByRole('button', { name: /^List/ }).tap();
  await list(page).waitFor();
  await fits(page);
  await bar.getByRole('button', { name: 'Change' }).tap();
  await page.getByRole('button', { name: /^Back/ }).waitFor();
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await room.close();
});
