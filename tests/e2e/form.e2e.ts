import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findCase } from './demo.ts';
import { openRoom, signInAt, type Room } from './room.ts';
import { confirmButton, fill, goToCase, offered, startForm, takeStep } from './screen.ts';

const CLAIM = 'benefit-claim';
const OPINION = '材料齐全，情况属实，同意。';
let room: Room;
beforeAll(async () => { room = await openRoom(inject('officeAt')); });
afterAll(() => room.close());

describe('a form', () => {
  test('shows what is wrong at its fields, before sending and after, and keeps what was typed', async () => {
    room.expects(422);
    const seat = await room.sit('village03');
    const id = await findCase(room, 'village03', { workflow: CLAIM, state: 'draft', event: 'submit' });
    await goToCase(seat, CLAIM, id);
    const form = await startForm(seat, CLAIM, 'submit');
    const confirm = confirmButton(form, 'zh', CLAIM, 'submit');
    await form.locator('[name="consentSensitive"]').fill('同意书2026-071');
    await confirm.click();
    const summary = form.getByRole('alert');
    await summary.getByText('处需要更正').waitFor();
    const signedOn = form.locator('[name="signedOn"]');
    expect(await signedOn.getAttribute('aria-invalid')).toBe('true');
    expect(await signedOn.evaluate((field) => field === document.activeElement)).toBe(true);
    await summary.getByRole('button', { name: '向银行和区级提供信息同意书' }).click();
    expect(await form.locator('[name="consentTransfer"]').evaluate((field) => field === document.activeElement)).toBe(true);

    await fill(seat, room, form, CLAIM, 'submit', { signedOn: '2099-01-01', papers: [{ kind: 'id_card', reference: '档案柜2', seenOn: '2026-11-20' }], consentTransfer: '同意书2026-072', consentNotice: '同意书2026-073' });
    const answered = seat.page.waitForResponse((response) => response.url().endsWith('/events'));
    await confirm.click();
    expect((await answered).status()).toBe(422);
    await summary.getByText('日期不能晚于今天').waitFor();
    await summary.getByText('缺少必备材料').waitFor();
    expect(await form.locator('[name="consentSensitive"]').inputValue()).toBe('同意书2026-071');
    expect(await signedOn.inputValue()).toBe('2099-01-01');

    await seat.page.keyboard.press('Escape');
    await seat.page.getByRole('alertdialog').getByRole('button', { name: '继续填写' }).click();
    expect(await signedOn.inputValue()).toBe('2099-01-01');
  });

  test('that is sent after the session has ended leads to the door, and stands as it was typed behind it', async () => {
    room.expects(401);
    const seat = await room.sit('reviewer1');
    const { page } = seat;
    const id = await findCase(room, 'reviewer1', { workflow: CLAIM, state: 'townReview', event: 'pass' });
    await goToCase(seat, CLAIM, id);
    const form = await startForm(seat, CLAIM, 'pass');
    await form.locator('[name="opinion"]').fill(OPINION);
    await page.context().clearCookies();
    // The page may notice by itself before the form is sent.
    await confirmButton(form, 'zh', CLAIM, 'pass').click({ timeout: 5_000 }).catch(() => undefined);
    await page.getByText('登录已失效').waitFor();
    await signInAt(page, 'reviewer1', 'zh');
    await page.waitForURL(`**/${CLAIM}/${id}/show`);
    const again = await startForm(seat, CLAIM, 'pass');
    await again.getByText(/已恢复.*的草稿/).waitFor();
    expect(await again.locator('[name="opinion"]').inputValue()).toBe(OPINION);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').getByRole('button', { name: '放弃' }).click();
    await again.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('says what changed when somebody else was quicker, keeps the text, and goes through when sent again', async () => {
    room.expects(409);
    const [slow, quick] = await Promise.all([room.sit('village03'), room.sit('village03')]);
    const id = await findCase(room, 'village03', { workflow: CLAIM, state: 'draft', event: 'revise' });
    await Promise.all([goToCase(slow, CLAIM, id), goToCase(quick, CLAIM, id)]);
    const form = await startForm(slow, CLAIM, 'revise');
    await form.locator('[name="bankName"]').fill('云溪信用社（演示）');
    await takeStep(quick, room, CLAIM, 'revise', { entitlementDate: '2014-03-01' });

    await confirmButton(form, 'zh', CLAIM, 'revise').click();
    const dialog = slow.page.getByRole('dialog', { name: '本件刚有变化' });
    await dialog.getByText('您打开表单以后').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: '修改草稿' }).waitFor();
    await dialog.getByRole('row').filter({ hasText: '2014年3月1日' }).waitFor();
    await dialog.getByRole('button', { name: '返回修改' }).click();
    expect(await form.locator('[name="bankName"]').inputValue()).toBe('云溪信用社（演示）');

    await confirmButton(form, 'zh', CLAIM, 'revise').click();
    await dialog.getByRole('button', { name: '按新情况再次提交' }).click();
    await form.waitFor({ state: 'detached' });
    await slow.page.getByText('已办理“修改草稿”').waitFor();
    const { body } = await (await room.door.as('village03')).get<{ data: Record<string, unknown> }>(`/api/${CLAIM}/${id}`);
    expect(body.data).toMatchObject({ entitlementDate: '2014-03-01' });
  });

  test('finds that the step was taken by somebody else, and keeps the text to be copied', async () => {
    room.expects(409);
    const id = await findCase(room, 'reviewer1', { workflow: CLAIM, state: 'townReview', event: 'pass' });
    const [slow, quick] = await Promise.all([room.sit('reviewer1'), room.sit('reviewer3')]);
    await Promise.all([goToCase(slow, CLAIM, id), goToCase(quick, CLAIM, id)]);
    const form = await startForm(slow, CLAIM, 'pass');
    await form.locator('[name="opinion"]').fill(OPINION);
    await takeStep(quick, room, CLAIM, 'pass', { opinion: OPINION });
    await confirmButton(form, 'zh', CLAIM, 'pass').click();
    await slow.page.getByRole('dialog').getByText('按现在的情况，您已不能办理此事项').waitFor();
    await slow.page.getByRole('button', { name: '返回修改' }).click();
    expect(await form.locator('[name="opinion"]').inputValue()).toBe(OPINION);
  });

  test('a button that a rule keeps back stands in sight with its reason', async () => {
    const id = await findCase(room, 'town1', { workflow: CLAIM, state: 'villageNoticeDraft', event: 'releaseNotice', blockedBy: 'notice-drafted' });
    const seat = await room.sit('town1');
    await goToCase(seat, CLAIM, id);
    expect(await offered(seat, CLAIM, 'releaseNotice').count()).toBe(0);
    const blocked = seat.page.getByRole('region', { name: '暂不能办理' });
    const button = blocked.getByRole('button', { name: '复核并发布公示' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.press('Enter');
    await blocked.getByRole('status').getByText('公示稿尚未拟定').waitFor();
    expect(await seat.page.getByRole('dialog').count()).toBe(0);
  });
});
