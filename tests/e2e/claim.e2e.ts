import { expect, inject, test } from 'vitest';
import type { Data } from '../../workflows/kit/words.ts';
import { formatYuan } from '../../workflows/office/money.ts';
import { postName } from '../../workflows/office/posts.ts';
import { makeCast, type Cast, type LogRow } from './cast.ts';
import { openRoom } from './room.ts';
import { eventWords } from './screen.ts';

const [CLAIM, BATCH] = ['benefit-claim', 'payment-batch'];
const PROGRAMME = 'quota-return-award';
/** The originals that this programme's conditions ask for. */
const PROOFS = [['registered', 'household_book'], ['married', 'marriage_certificate'], ['paperHeld', 'quota_document']].map(([rule, kind]) => ({ rule, kind, reference: '原件核对-01' }));

/** Every step of the claim, and the post it was taken in. */
const STEPS = [
  'open village_clerk', 'submit village_clerk', 'vote village_clerk', 'draftNotice village_clerk', 'releaseNotice town_clerk', 'recordPosting village_clerk',
  'object town_clerk', 'judgeObjection reviewer', 'judgeObjection reviewer', 'noticeExpired clock', 'passCheck town_clerk', 'pass reviewer',
  'draftNotice town_clerk', 'releaseNotice town_clerk', 'recordPosting town_clerk', 'noticeExpired clock', 'sign town_head', 'confirm district_officer',
  'batch finance', 'bankOk finance', 'close finance',
];

const toApproved = async (cast: Cast, id: string): Promise<void> => {
  const takes = (user: string, event: string, state: string, change: Data = {}): Promise<void> => cast.takes(user, CLAIM, id, event, state, { change });
  await takes('village03', 'submit', 'villageReview');
  await takes('village03', 'vote', 'villageNoticeDraft');
  await takes('village03', 'draftNotice', 'villageNoticeDraft');
  await takes('town1', 'releaseNotice', 'villageNotice');
  await takes('village03', 'recordPosting', 'villageNotice');
  await takes('town1', 'object', 'objection');
  await takes('reviewer1', 'judgeObjection', 'objection');
  await takes('reviewer2', 'judgeObjection', 'villageNotice');
  await cast.waits(CLAIM, id, 'townCheck');
  await takes('town2', 'passCheck', 'townReview', { proofs: PROOFS });
  await takes('reviewer3', 'pass', 'townNoticeDraft');
  await takes('town1', 'draftNotice', 'townNoticeDraft');
  await takes('town2', 'releaseNotice', 'townNotice');
  await takes('town1', 'recordPosting', 'townNotice');
  await cast.waits(CLAIM, id, 'headSignoff');
  await takes('head1', 'sign', 'districtConfirm');
  await takes('district1', 'confirm', 'approved');
};

const pay = async (cast: Cast, id: string): Promise<void> => {
  const batch = await cast.opens('finance1', BATCH, { change: { title: '2026年第四批（讲述用）' } });
  await cast.takes('finance1', CLAIM, id, 'batch', 'inPayment', { change: { batch } });
  const takes = (user: string, event: string, state: string): Promise<void> => cast.takes(user, BATCH, batch, event, state);
  await takes('finance2', 'check', 'checked');
  await takes('head1', 'sign', 'signed');
  await takes('finance1', 'sendToBank', 'sentToBank');
  await takes('finance1', 'recordReturn', 'returnedOk');
  await takes('finance1', 'reconcile', 'reconciled');
  await takes('finance1', 'close', 'closed');
};

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
  // Whoever comes back to a claim that went on meanwhile sees it for a moment as it was, and asks for its evidence.
  room.expects(409);
  const cast = makeCast(room);
  const id = await cast.opens('village03', CLAIM, { suits: ({ programme }) => programme === PROGRAMME });
  await toApproved(cast, id);
  await pay(cast, id);
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
