/** The town's month at the screens of those who work it: one village at its clerk's desk and in the town's hands, the other seventeen by a program meanwhile. */
import { expect, inject, test } from 'vitest';
import { endsWell, standsAsTold } from '../month/counts.ts';
import { makeHands, type Hands } from '../month/hands.ts';
import { errorsIn, lookAtSample, setAsideErrors } from '../month/town.ts';
import { finishBatches, reviewHalf, verifyAll } from '../month/whole.ts';
import { makeCast, type Cast } from './cast.ts';
import { allSaved, BATCH, chooseMethod, here, ITEM, list, lookAtDrawn, sitDown } from './desk.ts';
import { openRoom, type Room } from './room.ts';
import { confirm, fill, goToCase, takeStep } from './screen.ts';

const CYCLE = 'verification-cycle';
/** 石桥村: hardly anything corrected, and errors in its register. */
const VILLAGE = '999901101203';
const CLERK = 'village09';
const [CHANGED, UNABLE, RECORDS] = [2, 7, 322];
const ADDRESS = '合成路26组3号';
/** What the table of the month counts half-way, as the report shows it. */
const HALF_WAY = { 应核: '6092', 核实一致: '4912', 更正: '611', 无法核实: '143', 未核实: '426' };

type Story = { readonly room: Room; readonly cast: Cast; readonly hands: Hands; readonly cycle: string; readonly batch: string; readonly today: string };

/** A record whose name is not in order is changed on its own page: the error is worked off, and the change takes two persons of the town. */
const mendName = async ({ cast, hands, batch }: Story): Promise<void> => {
  const [named] = await hands.list('town3', 'findings', { parent: batch, rule: 'D05', state: 'open' }) as unknown as { residents: { id: string }[] }[];
  const item = `${batch}.${named?.residents[0]?.id}`;
  await cast.takes(CLERK, ITEM, item, 'proposeChange', 'changeProposed', { change: { changes: { name: '安和宁' }, method: 'papers' } });
  expect(await hands.send('town1', ITEM, item, 'approve', await cast.example('town1', ITEM, 'approve', {}))).toBe('keyFieldReview');
  await cast.takes('reviewer1', ITEM, item, 'confirmKey', 'corrected');
};

/** At the desk: one record changed, seven not to be verified, a sample record by record, the rest at once. */
const workAtDesk = async ({ room, cast, hands, batch }: Story): Promise<string> => {
  const seat = await cast.seat(CLERK);
  const { page } = seat;
  await page.goto(`${room.base}/desk/${batch}`);
  await list(page).waitFor();
  await chooseMethod(page, 'papers');
  const changed = await here(page);
  await page.keyboard.press('c');
  const form = page.locator('main form');
  await form.waitFor();
  const { changedOn, evidence } = await cast.example(CLERK, ITEM, 'proposeChange', {});
  await fill(seat, room, form, ITEM, 'proposeChange', { changes: { residenceAddress: ADDRESS }, changedOn, evidence });
  await confirm(form, seat, ITEM, 'proposeChange');
  await list(page).focus();
  for (let n = 0; n < UNABLE; n += 1) for (const key of ['u', '1']) await page.keyboard.press(key);
  await allSaved(page);
  await page.getByLabel('要整批确认的条目').click();
  await page.getByRole('option', { name: /^全部待核实的/ }).click();
  await page.getByRole('button', { name: '抽取样本' }).click();
  await page.getByText(/已从 \d+ 条中抽取/).waitFor();
  const { drawn } = (await hands.get(CLERK, BATCH, batch)).data['sampleCheck'] as { drawn: string[] };
  await lookAtDrawn(page, drawn);
  await page.getByRole('button', { name: '完成抽样核查' }).click();
  const rest = RECORDS - CHANGED - UNABLE - drawn.length;
  await page.getByRole('button', { name: `整批确认其余 ${rest} 条` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click();
  await page.getByText(`已办理 ${rest} 件，没有办成 0 件。`).waitFor();
  await page.locator('[data-desk-progress]').getByText(`已核实 ${RECORDS}/${RECORDS}`).waitFor();
  return changed;
};

/** The first of the sample at the screen, the others by a program. */
const lookAtFirst = async ({ room, cast, hands, batch, today }: Story): Promise<void> => {
  const { drawn } = (await cast.get('town3', BATCH, batch)).data['townSample'] as { drawn: string[] };
  const seat = await cast.seat('town3');
  await goToCase(seat, BATCH, batch);
  const sheet = seat.page.getByRole('region', { name: '抽查样本' });
  await sheet.getByText(`已核对 0 条，还剩 ${drawn.length} 条，有差错 0 条`).waitFor();
  await sheet.getByRole('button', { name: '登记抽查结果' }).first().click();
  const form = seat.page.getByRole('dialog').locator('form');
  await fill(seat, room, form, ITEM, 'townCheck', await cast.example('town3', ITEM, 'townCheck', { suits: ({ found }) => found === 'right' }));
  await confirm(form, seat, ITEM, 'townCheck');
  await sheet.getByText(`已核对 1 条，还剩 ${drawn.length - 1} 条，有差错 0 条`).waitFor();
  await lookAtSample(hands, batch, today);
};

const whyKept = async (cast: Cast, batch: string) => (await cast.get('reviewer1', BATCH, batch)).blocked;
/** The reviewer's page says what is in the way. */
const isKept = async ({ cast, batch }: Story, why: Readonly<Record<string, RegExp>>): Promise<void> => {
  expect(await whyKept(cast, batch)).toEqual([{ type: 'pass', why: Object.keys(why) }]);
  const seat = await cast.seat('reviewer1');
  await goToCase(seat, BATCH, batch);
  for (const words of Object.values(why)) await seat.page.getByText(words).first().waitFor();
};
const ERRORS = /本批次的记录还有未处理的错误级质量问题/;
const OUTLIER = /明显偏离全镇水平，须先由镇经办核查并说明/;

/** One error is set aside on the batch's page, the others by a program. */
const workOffErrors = async ({ cast, hands, batch }: Story): Promise<void> => {
  const before = (await errorsIn(hands, batch)).length;
  const seat = await cast.seat('town3');
  const open = seat.page.getByRole('list', { name: '本批次未处理的错误' });
  await open.getByRole('button', { name: '搁置' }).first().click();
  const dialog = seat.page.getByRole('dialog', { name: /搁置问题/ });
  await dialog.getByRole('textbox', { name: /理由/ }).fill('已查验身份证原件，号码无误');
  await dialog.getByRole('button', { name: '搁置' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await errorsIn(hands, batch)).toHaveLength(before - 1);
  await setAsideErrors(hands, batch);
};

/** What stands out is explained on the same page. */
const explain = async ({ room, cast }: Story): Promise<void> => {
  const seat = await cast.seat('town3');
  await takeStep(seat, room, BATCH, 'explain', await cast.example('town3', BATCH, 'explain', { suits: ({ indicator }) => indicator === 'corrected' }));
};

/** The figures as the page says them, once it has asked again. */
const readsReport = async ({ cast, cycle }: Story, figures: Readonly<Record<string, string>>): Promise<void> => {
  const { page } = await cast.seat('head1');
  await goToCase(await cast.seat('head1'), CYCLE, cycle);
  await page.getByRole('link', { name: '查看报告' }).click();
  const total = page.getByRole('table', { name: '各村居核实情况' }).getByRole('row', { name: /^合计/ });
  for (const [name, count] of Object.entries(figures)) await total.getByRole('link', { name: new RegExp(`^合计 ${name}：${count}，`) }).waitFor();
};

/** As many rows as a figure counts. */
const opensFigure = async ({ cast }: Story, name: RegExp): Promise<void> => {
  const { page } = await cast.seat('head1');
  const figure = page.getByRole('link', { name });
  const count = await figure.innerText();
  await figure.click();
  await page.getByText(`共 ${count} 项`).waitFor();
};

const entersRegister = async ({ cast }: Story, item: string): Promise<void> => {
  expect(await cast.reads(CLERK, ITEM, item)).toContain('更正已入册');
  const { page } = await cast.seat(CLERK);
  await page.getByRole('region', { name: '相关' }).getByRole('link').last().click();
  await page.waitForURL('**/residents/*/show');
  for (const name of ['登记内容', '变更记录']) await page.getByRole('region', { name }).getByText(ADDRESS).waitFor();
};

test('a month is opened, verified, explained, passed, reported and signed; what was changed ends in the register', async () => {
  const room = await openRoom(inject('officeAt'));
  const [cast, hands] = [makeCast(room), makeHands(room.door)];
  const cycle = await cast.opens('town1', CYCLE);
  const [batch] = await hands.list(CLERK, BATCH, { parent: cycle, unit: VILLAGE });
  const today = String((await cast.example(CLERK, ITEM, 'confirmSame', {}))['verifiedOn']);
  const story: Story = { room, cast, hands, cycle, batch: batch?.id ?? '', today };
  const others = verifyAll(hands, cycle, today, [VILLAGE]);

  await sitDown(await cast.seat(CLERK), room, story.batch);
  await mendName(story);
  const changed = await workAtDesk(story);
  await cast.takes('town1', ITEM, changed, 'approve', 'corrected');
  await cast.takes(CLERK, BATCH, story.batch, 'submit', 'submitted');
  await cast.takes('town1', BATCH, story.batch, 'takeUp', 'townReview');
  await others;
  await Promise.all([reviewHalf(hands, cycle, today, [VILLAGE]), lookAtFirst(story)]);
  await standsAsTold(hands, cycle);
  await readsReport(story, HALF_WAY);

  await isKept(story, { 'errors-open': ERRORS, 'outlier-unexplained': OUTLIER });
  await workOffErrors(story);
  expect(await whyKept(cast, story.batch)).toEqual([{ type: 'pass', why: ['outlier-unexplained'] }]);
  await explain(story);
  await cast.takes('reviewer1', BATCH, story.batch, 'pass', 'passed');
  await entersRegister(story, changed);

  await finishBatches(hands, cycle, today);
  await cast.takes('town1', CYCLE, cycle, 'report', 'ready');
  await cast.takes('head1', CYCLE, cycle, 'close', 'closed');
  await endsWell(hands, cycle);
  await readsReport(story, { 应核: '6092', 未核实: '0' });
  expect(await room.barriers((await cast.seat('head1')).page)).toEqual([]);
  await opensFigure(story, /^柳岸社区 更正：70，打开计入的条目$/);
  await room.close();
});
