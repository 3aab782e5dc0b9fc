import { describe, expect, inject, test } from 'vitest';
import { openRoom, type Room } from './room.ts';
import { fits, goToCase } from './screen.ts';

const BATCH = 'verification-batch';
/** 石桥村: almost no corrections, and errors in its register. */
const VILLAGE = '999901101203';
type Run = { readonly state: string };
type Finding = { readonly id: string };

/** The office checks its register by itself when it first opens. */
const checked = async (room: Room): Promise<void> => {
  const town = await room.door.as('town1');
  await expect.poll(async () => (await town.get<Run[]>('/api/checks/runs')).body[0]?.state, { timeout: 60_000 }).toBe('finished');
};
const batchOf = async (room: Room): Promise<string> => (await (await room.door.as('town1')).list<Finding>(BATCH, { unit: VILLAGE, state: 'townReview' }, [0, 0]))[0]?.id ?? '';
describe('data quality', () => {
  test('from the rules to a finding, to the person, and set aside with a reason', async () => {
    const room = await openRoom(inject('officeAt'));
    await checked(room);
    const { page } = await room.sit('town2');
    await page.getByRole('link', { name: '数据质量' }).click();
    await page.getByRole('heading', { level: 1, name: '数据质量' }).waitFor();
    await page.getByText('上次核查全部记录').waitFor();
    expect(await room.barriers(page)).toEqual([]);

    await page.getByRole('table', { name: '规则' }).getByRole('link', { name: /D11/ }).click();
    const list = page.getByRole('list', { name: '待办问题', exact: true });
    await list.getByRole('heading', { name: 'D11 性别与身份号码不一致' }).first().waitFor();
    const before = await list.getByRole('heading', { level: 3 }).count();
    await list.getByRole('button', { name: '搁置' }).first().click();
    const dialog = page.getByRole('dialog', { name: /搁置问题/ });
    await dialog.getByRole('textbox', { name: /理由/ }).fill('已查验身份证原件，号码无误');
    expect(await room.barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: '搁置' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => list.getByRole('heading', { level: 3 }).count()).toBe(before - 1);

    const [link] = await list.getByRole('list', { name: '涉及人员' }).getByRole('link').all();
    await link?.click();
    await page.getByRole('region', { name: '数据质量问题' }).getByRole('heading', { name: /D11/ }).waitFor();
    expect(await room.barriers(page)).toEqual([]);
    await room.close();
  });

  test('a batch shows its open errors and how it lies beside the town, and does not pass', async () => {
    const room = await openRoom(inject('officeAt'));
    await checked(room);
    const seat = await room.sit('reviewer1');
    const { page } = seat;
    await goToCase(seat, BATCH, await batchOf(room));
    const monitoring = page.getByRole('table', { name: '均数监控' });
    await monitoring.getByRole('row', { name: /更正比例.*z=-5\.\d.*红色/ }).waitFor();
    await page.getByRole('button', { name: '显示漏斗图' }).click();
    await page.getByRole('img', { name: /“更正比例”的漏斗图/ }).waitFor();
    await page.getByRole('list', { name: '本批次未处理的错误' }).getByText(/处理办法/).first().waitFor();
    await page.getByText('本批次的记录还有未处理的错误级质量问题', { exact: false }).first().waitFor();
    expect(await room.barriers(page)).toEqual([]);
    await room.close();
  });

  test('in English, and of a village its own findings only', async () => {
    const room = await openRoom(inject('officeAt'));
    await checked(room);
    const { page } = await room.sit('village03', { lang: 'en' });
    await page.goto(`${room.base}/findings`);
    await page.getByRole('heading', { level: 1, name: 'Data quality' }).waitFor();
    expect(await page.title()).toMatch(/^Data quality · [^\p{Script=Han}]+$/u);
    await page.getByRole('table', { name: 'Rules' }).getByRole('link', { name: /D05 Name not in order/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Set aside' }).count()).toBe(0);
    await page.getByRole('list', { name: 'Findings', exact: true }).getByText(/What to do/).first().waitFor();
    expect(await room.barriers(page)).toEqual([]);
    await room.close();
  });

  test('on a phone nothing runs off the screen', async () => {
    const room = await openRoom(inject('officeAt'));
    await checked(room);
    const seat = await room.sit('town3', { phone: true });
    const { page } = seat;
    await page.goto(`${room.base}/findings?rule=D24`);
    await page.getByRole('list', { name: '待办问题', exact: true }).getByRole('heading', { level: 3 }).first().waitFor();
    await fits(page);
    expect(await room.barriers(page)).toEqual([]);
    await goToCase(seat, BATCH, await batchOf(room));
    await page.getByRole('button', { name: '显示漏斗图' }).tap();
    await page.getByRole('img', { name: /漏斗图/ }).first().waitFor();
    await fits(page);
    await room.close();
  });
});
