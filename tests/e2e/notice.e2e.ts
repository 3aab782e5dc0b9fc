/** A notice from the gathering of its cases to the day it is public no more: the village on a phone, the town in English, everybody without signing in. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { Data } from '../../workflows/kit/words.ts';
import { addDays } from '../../workflows/office/working-days.ts';
import type { CaseOut, Client, Definition } from '../doors/http.ts';
import { photo, withPlace } from '../files/samples.ts';
import { openRoom, type Room, type Seat } from './room.ts';
import { takeStep, confirm, fill, fits, goToCase, openCase, startForm, stateWords } from './screen.ts';

const [NOTICE, CLAIM] = ['public-notice', 'benefit-claim'];
const CLERK = 'village06';
/** Programmes whose claims hang in the village. */
const POSTED = ['quota-return-award', 'late-marriage-award', 'elder-support'];
const TITLE = '第四季度第九批（讲述用）';
const REMARK = '请核对公示依据的文号。';

const exampleOf = async (client: Client, workflow: string, event: string): Promise<Data> => [(await client.get<Definition>(`/api/workflows/${workflow}`)).body.examples[event]].flat()[0] as Data;
const read = async (client: Client, workflow: string, id: string): Promise<CaseOut> => (await client.get<CaseOut>(`/api/${workflow}/${id}`)).body;
const sends = async (client: Client, workflow: string, id: string, type: string, change: Data = {}): Promise<void> => {
  const { version } = await read(client, workflow, id);
  const { status, body } = await client.send('POST', `/api/${workflow}/${id}/events`, { id: `${type}-${id}`, type, data: { ...(await exampleOf(client, workflow, type)), ...change }, version });
  expect(status, JSON.stringify(body)).toBe(200);
};
/** A claim that the village has voted for; gives its applicant's name. */
const votedFor = async (client: Client, id: string, unit: string): Promise<string> => {
  const { examples } = (await client.get<Definition>(`/api/workflows/${CLAIM}`)).body;
  let data: Data | undefined;
  for (const given of ([examples['open']].flat() as Data[]).filter(({ programme }) => POSTED.includes(String(programme)))) {
    if (!data && (await client.send('POST', `/api/${CLAIM}`, { id, unit, data: given })).status === 201) data = given;
  }
  for (const type of ['submit', 'vote']) await sends(client, CLAIM, id, type);
  expect((await read(client, CLAIM, id)).state).toBe('villageNoticeDraft');
  return String(data?.['accountHolder']);
};
const standsAt = async (seat: Seat, workflow: string, state: string): Promise<void> =>
  seat.page.locator('main header').getByText(stateWords(workflow, state, seat.lang)).first().waitFor();
const step = async (seat: Seat, room: Room, workflow: string, id: string, event: string, state: string, data: Data): Promise<void> => {
  await goToCase(seat, workflow, id);
  await takeStep(seat, room, workflow, event, data);
  await standsAt(seat, workflow, state);
};

/** The posted sheet is photographed with the phone. */
const photographed = async (seat: Seat, room: Room, notice: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'casework-notice-'));
  writeFileSync(join(folder, '公示栏.jpg'), withPlace(await photo(1_200, 900)));
  const { page } = seat;
  await goToCase(seat, NOTICE, notice);
  const form = await startForm(seat, NOTICE, 'recordPosting');
  const { sheet } = (await exampleOf(await room.door.as(CLERK), NOTICE, 'recordPosting')) as { sheet: Data };
  await fill(seat, room, form, NOTICE, 'recordPosting', { sheet: { place: sheet['place'], postedOn: sheet['postedOn'] } });
  expect(await form.locator('input[capture="environment"]').count()).toBe(1);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), form.getByRole('button', { name: '张贴现场照片：选择文件', exact: true }).tap()]);
  await chooser.setFiles(join(folder, '公示栏.jpg'));
  await form.getByRole('button', { name: '查看 公示栏.jpg' }).waitFor();
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await confirm(form, seat, NOTICE, 'recordPosting');
  await standsAt(seat, NOTICE, 'posted');
  rmSync(folder, { recursive: true });
};

test('a notice is gathered on a phone, returned and released by the town, photographed, read by anybody, objected to, and gone after its term', async () => {
  const room = await openRoom(inject('officeAt'));
  const client = await room.door.as(CLERK);
  const unit = (await client.get<{ user: { posts: { unit: string }[] } }>('/api/session')).body.user.posts[0]?.unit ?? '';
  const claims = [randomUUID(), randomUUID()];
  const names: string[] = [];
  for (const id of claims) names.push(await votedFor(client, id, unit));
  const [first = '', second = ''] = claims;

  const clerk = await room.sit(CLERK, { phone: true });
  const notice = await openCase(clerk, room, NOTICE, { ...(await exampleOf(client, NOTICE, 'open')), title: TITLE });
  await step(clerk, room, CLAIM, first, 'joinNotice', 'villageGathered', { notice });
  await fits(clerk.page);
  await sends(client, CLAIM, second, 'joinNotice', { notice });
  await step(clerk, room, NOTICE, notice, 'submit', 'review', {});

  const town = await room.sit('town1', { lang: 'en', phone: true });
  await goToCase(town, NOTICE, notice);
  const masked = names.map((name) => new RegExp(`^${[...name][0]}\\*`));
  for (const name of names) expect(await town.page.getByRole('main').getByText(name).count(), 'nobody is named in full').toBe(0);
  await fits(town.page);
  expect(await room.barriers(town.page)).toEqual([]);
  await takeStep(town, room, NOTICE, 'sendBack', { remark: REMARK });
  await standsAt(town, NOTICE, 'draft');
  await goToCase(clerk, NOTICE, notice);
  await clerk.page.getByText(REMARK).first().waitFor();
  await step(clerk, room, NOTICE, notice, 'submit', 'review', {});
  await step(town, room, NOTICE, notice, 'release', 'released', { previewSeen: true });

  const stranger = await room.stand({ phone: true });
  const address = `${room.base}/public/notices/${notice}`;
  room.expects(404, 410);
  await stranger.goto(address);
  await stranger.getByRole('heading', { name: '没有这份公示' }).waitFor();
  await photographed(clerk, room, notice);
  await stranger.goto(`${room.base}/public/notices`);
  await stranger.locator(`a[href*="${notice}"]`).click();
  await stranger.locator('tbody tr').first().waitFor();
  const cells = await stranger.locator('tbody tr td:first-child').allInnerTexts();
  expect(cells).toHaveLength(names.length);
  expect(masked.every((name) => cells.some((cell) => name.test(cell.replace(/^\d+\. /, '')))), cells.join()).toBe(true);
  for (const name of names) expect(await stranger.content()).not.toContain(name);
  await fits(stranger);
  expect(await room.barriers(stranger)).toEqual([]);
  await stranger.getByRole('link', { name: 'English' }).click();
  await stranger.getByText(/Anybody may object/).waitFor();

  await step(clerk, room, CLAIM, first, 'object', 'objection', await exampleOf(client, CLAIM, 'object'));
  await sends(await room.door.as('reviewer1'), CLAIM, first, 'judgeObjection');
  const reviewer = await room.sit('reviewer2', { lang: 'en' });
  await goToCase(reviewer, CLAIM, first);
  await reviewer.page.getByText('Not shown until all have given theirs').waitFor();
  expect(await room.barriers(reviewer.page)).toEqual([]);
  await takeStep(reviewer, room, CLAIM, 'judgeObjection', await exampleOf(await room.door.as('reviewer2'), CLAIM, 'judgeObjection'));
  await standsAt(reviewer, CLAIM, 'villageNotice');

  const { lastDay } = (await read(client, NOTICE, notice)).data as { lastDay: string };
  expect((await (await room.door.as('admin')).send('POST', '/api/clock', { now: `${addDays(lastDay, 1)}T01:00:00.000Z` })).status).toBe(200);
  expect((await stranger.goto(address))?.status()).toBe(410);
  await stranger.getByRole('heading', { name: '公示期已满' }).waitFor();
  for (const name of cells) expect(await stranger.content()).not.toContain(name);
  expect((await read(client, CLAIM, second)).state).toBe('townCheck');
  await room.close();
});
