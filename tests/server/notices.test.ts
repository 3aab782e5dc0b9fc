/** A notice on a real database: the page for everybody while it hangs and not a moment longer, its sheet, its photograph, and who may know who objects. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { publicNotice } from '../../workflows/public-notice/index.ts';
import { workflows } from '../../workflows/index.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { dueAfter } from '../../workflows/office/working-days.ts';
import { photo } from '../files/samples.ts';
import { claims, personId, storyTown, village } from '../stories/cast.ts';
import type { CaseOut } from '../doors/http.ts';
import { listeningOffice } from './listening-office.ts';
import type { Listening } from './listening-office.ts';
import { NOW } from './support.ts';

const [CLAIM, NOTICE] = ['claim-6', 'notice-1'];
const TODAY = NOW.slice(0, 10);
const PERSON = personId(6);
const NAME = '何以宁';
let it: Listening;
beforeAll(async () => { it = await listeningOffice(workflows, NOW, storyTown()); });
afterAll(() => it.close());

const example = (workflow: typeof benefitClaim, event: string): Data => {
  const given = workflow.examples({ at: NOW, unit: village(3), free: { residents: [], households: [] }, cases: () => [] })[event];
  return (Array.isArray(given) ? given[0] : given) as Data;
};
const send = async (by: string, workflow: typeof benefitClaim, id: string, type: string, data: Data = example(workflow, type)) => {
  const client = await it.door.as(by);
  const { body } = await client.get<CaseOut>(`/api/${workflow.name}/${id}`);
  return client.send<CaseOut>('POST', `/api/${workflow.name}/${id}/events`, { id: randomUUID(), type, data, version: body.version });
};
const done = async (...args: Parameters<typeof send>): Promise<string> => {
  const { status, body } = await send(...args);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.state;
};
const page = (path = `/${NOTICE}`) => it.door.nobody().get<string>(`/public/notices${path}`);
const step = async (days: number) => (await it.door.as('admin')).send('POST', '/api/clock', { now: dueAfter(((await it.door.nobody().get<{ now: string }>('/api/settings/public')).body).now, days) });

test('before it is posted nobody outside sees it, but its sheet can be printed by those who work on it', async () => {
  const clerk = await it.door.as('village03');
  expect((await clerk.send('POST', '/api/public-notice', { id: NOTICE, unit: village(3), data: example(publicNotice, 'open') })).status).toBe(201);
  expect((await clerk.send('POST', '/api/benefit-claim', { id: CLAIM, unit: village(3), data: claims('quota-return-award', 6)(NOW) })).status).toBe(201);
  await done('village03', benefitClaim, CLAIM, 'submit');
  await done('village03', benefitClaim, CLAIM, 'vote');
  expect(await done('village03', benefitClaim, CLAIM, 'joinNotice', { notice: NOTICE })).toBe('villageGathered');
  await done('village03', publicNotice, NOTICE, 'submit');
  expect((await page()).status).toBe(404);
  expect((await page('')).body).toContain('目前没有正在公示的事项');
  const sheet = await clerk.get(`/api/public-notice/${NOTICE}/poster.docx`);
  expect(sheet.headers.get('content-disposition')).toContain('-draft.docx');
  expect((await (await it.door.as('village01')).get(`/api/public-notice/${NOTICE}/poster.docx`)).status).toBe(404);
  expect((await it.door.nobody().get(`/api/public-notice/${NOTICE}/poster.docx`)).status).toBe(401);
  expect(await done('town1', publicNotice, NOTICE, 'release')).toBe('released');
  expect((await page()).status).toBe(404);
});

test('a photograph proves the posting; while it hangs everybody reads the masked list, without session or script', async () => {
  const clerk = await it.door.as('village03');
  const brought = await clerk.send<{ id: string }>('POST', '/api/files', await photo(), { 'x-file-name': 'sheet.jpg' });
  expect(brought.status).toBe(201);
  expect(await done('village03', publicNotice, NOTICE, 'recordPosting', { sheet: { place: '村务公开栏', postedOn: TODAY, photo: [brought.body.id] } })).toBe('posted');
  expect((await clerk.get<CaseOut>(`/api/benefit-claim/${CLAIM}`)).body).toMatchObject({ state: 'villageNotice', data: { villageNotice: { sheet: { place: '村务公开栏' } } } });
  const { status, body, headers } = await page();
  expect(status).toBe(200);
  expect(body).toContain('何*宁');
  const person = storyTown().residents.find(({ id }) => id === PERSON);
  for (const secret of [NAME, PERSON, CLAIM, person?.residenceAddress, person?.code, String(claims('quota-return-award', 6)(NOW)['accountNo'])]) expect(body).not.toContain(secret);
  expect(body).not.toContain('<script');
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'sha256-");
  expect((await page('?lang=en')).body).toContain('Public notices');
  expect((await page('')).body).toContain(`/public/notices/${NOTICE}`);
});

test('who objects by name is known to those alone who judge it, for a reason that is logged', async () => {
  const objection = { subject: 'duplicate', content: '反映该户已领取同类待遇。', anonymous: false, receivedOn: TODAY };
  expect((await send('village03', benefitClaim, CLAIM, 'object', objection)).status).toBe(422);
  expect(await done('village03', benefitClaim, CLAIM, 'object', { ...objection, objectorName: '安知远', objectorContact: '10012345678' })).toBe('objection');
  const asked = { fields: ['objectorName', 'objectorContact'], reason: '核对异议人情况' };
  const reveal = async (by: string, body: object = asked) => (await it.door.as(by)).send<{ values: Record<string, string> }>('POST', `/api/benefit-claim/${CLAIM}/reveal`, body);
  for (const by of ['village03', 'town1', 'reviewer1', 'head1', 'auditor']) {
    const seen = JSON.stringify([(await (await it.door.as(by)).get(`/api/benefit-claim/${CLAIM}`)).body, (await (await it.door.as(by)).get(`/api/benefit-claim/${CLAIM}/log`)).body]);
    expect(seen, by).not.toContain('安知远');
    expect(seen, by).not.toContain('5678');
  }
  for (const by of ['village03', 'town1', 'head1', 'auditor']) expect((await reveal(by)).status, by).toBe(403);
  expect((await reveal('village01')).status).toBe(404);
  expect((await reveal('reviewer1', { ...asked, reason: '看' })).status).toBe(422);
  expect((await reveal('reviewer1', { ...asked, fields: ['accountNo'] })).status).toBe(422);
  expect((await reveal('reviewer1')).body).toEqual({ values: { objectorName: '安知远', objectorContact: '10012345678' } });
  const reads = await (await it.door.as('privacy')).list<{ person: string; resource: string }>('reads', {}, [0, 99], ['at', 'DESC']);
  expect(reads.filter(({ resource }) => resource === 'benefit-claim/reveal').map(({ person }) => person)).toEqual(['reviewer1']);
  const { rows } = await it.office.pool.query<{ text: string }>('select (select string_agg(l::text, \'\') from log l) || (select string_agg(c::text, \'\') from cases c) as text');
  expect(rows[0]?.text).not.toContain('安知远');
  for (const by of ['reviewer1', 'reviewer2']) await done(by, benefitClaim, CLAIM, 'judgeObjection');
  expect((await reveal('reviewer3')).status).toBe(403);
});

test('a list comes down at once though an objection holds a claim in it: page and list are gone, and the log says who and why', async () => {
  const [claim, notice, why] = ['claim-9', 'notice-2', '名单中出现不应公开的个人信息'];
  const clerk = await it.door.as('village03');
  await clerk.send('POST', '/api/public-notice', { id: notice, unit: village(3), data: { ...example(publicNotice, 'open'), title: '第二批' } });
  await clerk.send('POST', '/api/benefit-claim', { id: claim, unit: village(3), data: claims('quota-return-award', 9)(NOW) });
  for (const event of ['submit', 'vote']) await done('village03', benefitClaim, claim, event);
  await done('village03', benefitClaim, claim, 'joinNotice', { notice });
  await done('village03', publicNotice, notice, 'submit');
  await done('town1', publicNotice, notice, 'release');
  const { body: photograph } = await clerk.send<{ id: string }>('POST', '/api/files', await photo(), { 'x-file-name': 'sheet.jpg' });
  await done('village03', publicNotice, notice, 'recordPosting', { sheet: { place: '村务公开栏', postedOn: TODAY, photo: [photograph.id] } });
  expect((await page(`/${notice}`)).status).toBe(200);
  expect(await done('village03', benefitClaim, claim, 'object', { subject: 'procedure', content: '反映名单中有个人信息。', anonymous: true, receivedOn: TODAY })).toBe('objection');
  expect(await done('town1', publicNotice, notice, 'takeDown', { whyTakenDown: why })).toBe('takenDown');
  expect((await page(`/${notice}`)).status).toBe(410);
  expect((await page('')).body).not.toContain(notice);
  const log = (await clerk.get<{ type: string; actor: string; data: Data }[]>(`/api/public-notice/${notice}/log`)).body;
  expect(log.at(-1)).toMatchObject({ type: 'takeDown', actor: 'town1', data: { whyTakenDown: why } });
  expect((await clerk.get<CaseOut>(`/api/benefit-claim/${claim}`)).body.state).toBe('objection');
});

test('after its term the list is public no more', async () => {
  await step(7);
  expect((await page()).status).toBe(200);
  await step(1);
  const { status, body } = await page();
  expect(status).toBe(410);
  expect(body).toContain('名单不再公开');
  expect(body).not.toContain('何*宁');
  expect((await page('')).body).not.toContain(NOTICE);
  expect((await (await it.door.as('village03')).get(`/api/public-notice/${NOTICE}/poster.pdf`)).status).toBe(404);
});

test('who asks too often waits', async () => {
  const codes = [];
  for (let i = 0; i < 130; i += 1) codes.push((await page('/none')).status);
  expect(codes[0]).toBe(404);
  expect(codes.at(-1)).toBe(429);
});
