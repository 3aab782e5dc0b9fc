import { expect, inject, test } from 'vitest';
import { formatYuan } from '../../workflows/office/money.ts';
import { postName } from '../../workflows/office/posts.ts';
import { makeCast, type Cast, type LogRow } from './cast.ts';
import { claim } from './claiming.ts';
import { openRoom } from './room.ts';
import { eventWords } from './screen.ts';

const CLAIM = 'benefit-claim';

/** Every step of the claim, and the post it was taken in. */
const STEPS = [
  'open village_clerk', 'submit village_clerk', 'vote village_clerk', 'draftNotice village_clerk', 'releaseNotice town_clerk', 'recordPosting village_clerk',
  'object town_clerk', 'judgeObjection reviewer', 'judgeObjection reviewer', 'noticeExpired clock', 'passCheck town_clerk', 'pass reviewer',
  'draftNotice town_clerk', 'releaseNotice town_clerk', 'recordPosting town_clerk', 'noticeExpired clock', 'sign town_head', 'confirm district_officer',
  'batch finance', 'bankOk finance', 'close finance',
];

/** The rows of the page's timeline, the first step first. */
const timeline = async (cast: Cast, id: string): Promise<string[]> => {
  await cast.reads('auditor', CLAIM, id);
  const { page } = await cast.seat('auditor');
  return (await page.getByRole('region', { name: '办理记录' }).locator('ol > li').allInnerTexts()).toReversed();
};

const showsStep = (row: string, { type, post, name }: LogRow): void => {
  expect(row).toContain(eventWords(CLAIM, type, 'zh'));
  expect(row).toContain(post === 'clock' ? '系统（到期）' : name);
  if (post !== 'clock') expect(row).toContain(postName(post).zh);
};

test('a claim goes from the village’s draft, by notice, objection, check, review, signature and bank, to closed, through ten pairs of hands', async () => {
  const room = await openRoom(inject('officeAt'));
  const cast = makeCast(room);
  const id = await claim(cast, '2026年第四批（讲述用）');
  expect(cast.seated()).toHaveLength(10);

  const { state, data } = await cast.get('auditor', CLAIM, id);
  expect(state).toBe('closed');
  expect(Object.values(data['shares'] as Record<string, number>).reduce((sum, fen) => sum + fen, 0)).toBe(data['amount']);
  expect(data['paidFen']).toBe(data['amount']);

  const log = await cast.log(CLAIM, id);
  expect(log.map(({ type, post }) => `${type} ${post}`)).toEqual(STEPS);
  const rows = await timeline(cast, id);
  expect(rows).toHaveLength(STEPS.length);
  log.forEach((step, i) => showsStep(rows[i] ?? '', step));
  const { page } = await cast.seat('auditor');
  expect(await page.getByRole('region', { name: '基本情况' }).innerText()).toContain(formatYuan(Number(data['amount']), 'zh'));
  await room.close();
});
