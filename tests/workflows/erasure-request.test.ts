/** Requests to be forgotten: acknowledged and answered in time, decided by somebody else, refused where a law keeps what is asked for. */
import { beforeEach, expect, test } from 'vitest';
import { erasureRequest } from '../../workflows/erasure-request/index.ts';
import { decide } from '../../workflows/kit/decide.ts';
import { keptUntil } from '../../workflows/kit/kept.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { benefitClaim } from '../../workflows/registry.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { makeOffice, whyOf } from './office-in-memory.ts';
import type { Office } from './office-in-memory.ts';

const town = makeTown();
const related = new Set(town.relations.map(({ resident }) => resident));
const [person] = town.residents.filter(({ id, status }) => status === 'active' && !related.has(id)).map(({ id }) => id);
const unit = town.residents.find(({ id }) => id === person)?.unit ?? '';
const MONDAY = '2026-11-23T01:00:00.000Z';
const asked = { person: person, askedBy: 'self', requestReference: '权请1号', requestedOn: '2026-11-23', ground: 'consent_withdrawn', papers: [{ kind: 'id_card', reference: '已查验', seenOn: '2026-11-23' }] };
const held = { catalogue: '查会计档案目录，无。', nothingElse: true };
const refusal = { refusal: 'kept_by_law', facts: '会计档案须保存至2056年12月31日。', remedyTold: true };

let office: Office;
const open = (change: Data = {}, id = 'one') => office.open('privacy', 'erasure-request', { id, unit, data: { ...asked, ...change } });
const send = (by: string, type: string, data: Data = {}) => office.send(by, 'one', type, data);
const told = () => office.told.map(({ what, posts }) => `${what} ${posts.join()}`);

beforeEach(() => {
  office = makeOffice({ workflows: [erasureRequest], town, at: MONDAY });
  open();
});

test('a request is acknowledged, held against the law and approved by a second person', () => {
  send('privacy', 'confirmReceipt', { receiptNo: '回执1号', toldOn: '2026-11-23' });
  send('privacy', 'checkHolds', held);
  const done = send('head1', 'approve', { opinion: '同意删除。' });
  expect(done.accepted && done.effects.filter(({ type }) => type === 'erase')).toEqual([{ type: 'erase', register: 'residents', id: person, ground: 'consent_withdrawn' }]);
  expect(office.get('one').state).toBe('erased');
  expect(told()).toEqual(['toDecide town_head', 'answered privacy_officer']);
});

test('whoever prepared it does not decide it, whatever posts they hold', () => {
  send('privacy', 'confirmReceipt', { receiptNo: '回执1号', toldOn: '2026-11-23' });
  send('privacy', 'checkHolds', held);
  const both = { id: 'privacy', name: '许清和', posts: ['privacy_officer', 'town_head'].map((post) => ({ post, unit })) };
  const facts = { holds: { underWay: 0, keptUntil: null, imports: 0 }, related: false };
  for (const type of ['approve', 'refuse']) expect(whyOf(decide(erasureRequest, office.get('one'), { id: 'x', type, actor: both, at: MONDAY, data: type === 'approve' ? { opinion: '同意。' } : refusal }, facts))).toEqual(['same-person']);
});

test('what a law keeps is not erased: until when stands on the case, and in the refusal its reasons', () => {
  office.keptUntil.set(person ?? '', '2056-12-31');
  send('privacy', 'confirmReceipt', { receiptNo: '回执1号', toldOn: '2026-11-23' });
  send('privacy', 'checkHolds', held);
  expect(office.get('one').data).toMatchObject({ keptUntil: '2056-12-31' });
  expect(whyOf(send('head1', 'approve', { opinion: '同意删除。' }))).toEqual(['kept-by-law']);
  expect(whyOf(send('head1', 'refuse', { ...refusal, facts: '短' }))).toEqual(['facts']);
  expect(whyOf(send('head1', 'refuse', { ...refusal, remedyTold: false }))).toEqual(['remedyTold']);
  send('head1', 'refuse', refusal);
  expect(office.get('one')).toMatchObject({ state: 'refused', data: { refusal: 'kept_by_law' } });
});

test('three working days to the receipt, fifteen to the answer, then somebody is told', () => {
  office.clock('2026-11-26T15:59:59.998Z');
  expect(told()).toEqual([]);
  office.clock('2026-11-26T16:00:00.000Z');
  expect(told()).toEqual(['receiptOverdue privacy_officer']);
  send('privacy', 'confirmReceipt', { receiptNo: '回执1号', toldOn: '2026-11-26' });
  office.clock('2026-12-14T15:59:59.998Z');
  expect(told()).toHaveLength(1);
  office.clock('2026-12-14T16:00:00.000Z');
  expect(told()).toEqual(['receiptOverdue privacy_officer', 'answerOverdue town_head']);
});

test('a request is taken back, sent back, and made once at a time', () => {
  expect(whyOf(open({}, 'two'))).toEqual(['person']);
  expect(whyOf(open({ requestedOn: '2026-11-24', person: 'nobody' }, 'two')).sort()).toEqual(['person', 'requestedOn']);
  send('privacy', 'confirmReceipt', { receiptNo: '回执1号', toldOn: '2026-11-23' });
  send('privacy', 'checkHolds', held);
  send('head1', 'sendBack', { problem: '请补查会计凭证。' });
  expect(office.get('one')).toMatchObject({ state: 'review', data: { problem: '请补查会计凭证。' } });
  send('privacy', 'withdraw', { statement: '说明1号' });
  expect(office.get('one').state).toBe('withdrawn');
  expect(open({}, 'two').accepted).toBe(true);
});

test('terms of archives run from the end of the year', () => {
  expect(keptUntil(benefitClaim, { state: 'closed', enteredAt: '2026-03-01T00:00:00.000Z' })).toBe('2056-12-31');
  expect(keptUntil(benefitClaim, { state: 'rejectedFinal', enteredAt: '2026-12-31T16:30:00.000Z' })).toBe('2037-12-31');
  expect(keptUntil(benefitClaim, { state: 'draft', enteredAt: '2026-03-01T00:00:00.000Z' })).toBeNull();
});
