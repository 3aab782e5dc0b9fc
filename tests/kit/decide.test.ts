import { describe, expect, test } from 'vitest';
import { dueAtOf, refold, type Row } from '../../workflows/kit/advance.ts';
import { decide, decideOpening, type Accepted } from '../../workflows/kit/decide.ts';
import { readsOfEvent, readsOfOffers } from '../../workflows/kit/facts.ts';
import { dutiesOf, offers, readersOf } from '../../workflows/kit/offers.ts';
import { CLOCK, type Actor, type Case, type Refusal } from '../../workflows/kit/words.ts';
import { loan } from './loan.ts';

const unit = '999901101001';
const person = (id: string, ...posts: string[]): Actor => ({ id, name: id, posts: posts.map((post) => ({ post, unit })) });
const village = person('village01', 'village_clerk');
const town = person('town1', 'town_clerk');
const [reviewer1, reviewer2] = [person('reviewer1', 'reviewer'), person('reviewer2', 'reviewer')];
const head = person('head1', 'town_head');
const MONDAY = '2026-11-23T01:00:00.000Z';
const free = { out: { count: 0, sum: 0 } };

/** A case with its log, moved on by whoever is named. */
const story = () => {
  const rows: Row[] = [];
  let one: Case | undefined;
  const keep = (decision: Accepted | Refusal): Accepted | Refusal => {
    if (decision.accepted) { one = decision.case; rows.push(decision.row); }
    return decision;
  };
  const birth = { id: 'c1', unit, parent: null };
  return {
    rows, birth,
    get case(): Case { if (!one) throw new Error('not opened'); return one; },
    open: (actor: Actor, data: unknown, at = MONDAY) => keep(decideOpening(loan, birth, { id: 'e', type: 'open', actor, at, data }, free)),
    send: (type: string, actor: Actor, data: unknown = {}, at = MONDAY, facts: Record<string, unknown> = free) => keep(decide(loan, one as Case, { id: 'e', type, actor, at, data }, facts)),
  };
};
const opened = () => { const s = story(); s.open(village, { item: 'projector', days: 3 }); return s; };
const atNotice = () => { const s = opened(); s.send('submit', village); s.send('check', town, { ok: true }); return s; };

describe('deciding', () => {
  test('an opening gives version 1, keeps what it is told to keep, and names its key', () => {
    expect(opened().case).toMatchObject({ state: 'draft', version: 1, data: { item: 'projector', days: 3 }, key: `${unit}:projector`, openedBy: 'village01' });
  });
  test('another post is not offered the event, nor is an event of another state', () => {
    const s = opened();
    expect(s.send('submit', town)).toMatchObject({ reason: 'not-offered' });
    expect(s.send('sign', head)).toMatchObject({ reason: 'not-offered' });
    expect(s.case.version).toBe(1);
  });
  test('a rule blocks before the form is looked at', () => {
    expect(opened().send('submit', village, { nonsense: 1 }, MONDAY, { out: { count: 1, sum: 0 } })).toEqual({ accepted: false, reason: 'blocked', why: ['not-lent'] });
  });
  test('what must be looked at one by one is refused where one form goes to many, and only there', () => {
    const s = opened();
    s.send('submit', village);
    s.send('sendBack', town, { reason: '材料不全' });
    const event = { id: 'e', type: 'resubmit', actor: village, at: MONDAY, data: {} };
    expect(decide(loan, s.case, { ...event, bulk: true }, free)).toEqual({ accepted: false, reason: 'blocked', why: ['one-by-one'] });
    expect(decide(loan, s.case, event, free)).toMatchObject({ accepted: true });
    expect(decide(loan, opened().case, { ...event, type: 'submit', bulk: true }, free)).toMatchObject({ accepted: true });
  });
  test('a form names each field that is not in order, unknown ones too; a check speaks at its field', () => {
    expect(story().open(village, { item: '', days: 0, colour: 'red', phone: { masked: '***1' } })).toMatchObject({ reason: 'invalid', errors: { item: { zh: '请填写此项' }, days: {}, colour: {}, phone: { en: expect.stringContaining('masked') as string } } });
    expect(story().open(village, { item: 'unicorn', days: 1 })).toMatchObject({ reason: 'invalid', errors: { item: { en: 'No such item' } } });
  });
  test('the form chooses the way, and the way brings its effects', () => {
    const s = opened();
    s.send('submit', village);
    expect(s.send('check', town, { ok: true })).toMatchObject({ to: 'notice', effects: [{ type: 'tell', what: 'projector' }] });
    const t = opened();
    t.send('submit', village);
    expect(t.send('check', town, { ok: false })).toMatchObject({ to: 'refused', effects: [] });
  });
  test('who opened a case may not check it, whatever post they hold', () => {
    const both = person('village01', 'village_clerk', 'reviewer');
    const s = opened();
    s.send('submit', village);
    expect(s.send('check', both, { ok: true })).toEqual({ accepted: false, reason: 'blocked', why: ['same-person'] });
  });
  test('who checked in this round may not sign; in a new round they may; returning bars nobody', () => {
    const s = opened();
    s.send('submit', village);
    s.send('check', reviewer1, { ok: true });
    s.send('expire', CLOCK);
    expect(s.send('sign', reviewer1)).toMatchObject({ why: ['same-person'] });
    expect(s.send('sign', reviewer2)).toMatchObject({ accepted: true });
    s.send('reopen', head);
    expect(s.case.memory.round).toBe(2);
    s.send('submit', village);
    s.send('sendBack', town, { reason: '补材料' });
    s.send('resubmit', village);
    expect(s.send('check', town, { ok: true })).toMatchObject({ accepted: true });
    s.send('expire', CLOCK);
    expect(s.send('sign', reviewer1)).toMatchObject({ accepted: true });
  });
});

describe('terms', () => {
  test('a term runs in working days from the day after, to the end of the last', () => {
    expect(dueAtOf(atNotice().case)).toBe('2026-11-30T15:59:59.999Z');
  });
  test('it stands still during an objection and goes on with the days left', () => {
    const s = atNotice();
    s.send('object', village, { content: '不实' }, '2026-11-25T02:00:00.000Z');
    expect(dueAtOf(s.case)).toBeNull();
    expect(s.case.memory.paused).toEqual({ notice: 3 });
    s.send('judge', reviewer1, { upheld: true }, '2026-12-09T02:00:00.000Z');
    s.send('judge', reviewer2, { upheld: false }, '2026-12-09T02:00:00.000Z');
    expect(s.case).toMatchObject({ state: 'notice', memory: { paused: {}, marks: [] } });
    expect(dueAtOf(s.case)).toBe('2026-12-14T15:59:59.999Z');
  });
  test('a term answered once does not fire again; a refused one stays due', () => {
    const s = story();
    s.open(village, { item: 'projector', days: 300 });
    s.send('submit', village);
    s.send('check', town, { ok: true });
    expect(s.send('expire', CLOCK, {}, '2026-12-01T00:00:00.000Z')).toMatchObject({ why: ['is-short'] });
    expect(dueAtOf(s.case)).not.toBeNull();
    const t = atNotice();
    t.send('expire', CLOCK, {}, '2026-12-01T00:00:00.000Z');
    expect(dueAtOf(t.case)).toBeNull();
  });
});

describe('marks and ways back', () => {
  test('two different people mark; the way back is to where the case came from', () => {
    const s = atNotice();
    s.send('object', village, { content: '不实' });
    expect(s.send('judge', reviewer1, { upheld: true })).toMatchObject({ accepted: true, to: 'objection' });
    expect(s.send('judge', reviewer1, { upheld: true })).toMatchObject({ why: ['same-person'] });
    expect(s.send('judge', reviewer2, { upheld: true })).toMatchObject({ to: 'refused' });
  });
  test('a return from two places goes back to each', () => {
    const s = atNotice();
    s.send('expire', CLOCK);
    s.send('sendBack', head, { reason: '补材料' });
    expect(s.send('resubmit', village)).toMatchObject({ to: 'signing' });
    const t = opened();
    t.send('submit', village);
    t.send('sendBack', town, { reason: '补材料' });
    expect(t.send('resubmit', village)).toMatchObject({ to: 'checking' });
  });
});

describe('the log', () => {
  test('refolds to the case, and a row that does not fit is refused', () => {
    const s = atNotice();
    s.send('object', village, { content: '不实' });
    s.send('judge', reviewer1, { upheld: false });
    s.send('judge', reviewer2, { upheld: false });
    expect(refold(loan, s.birth, s.rows)).toEqual(s.case);
    expect(() => refold(loan, s.birth, s.rows.toSpliced(2, 1))).toThrow(/no way/);
  });
});

describe('offers and duties', () => {
  test('show what may be sent, and what a rule keeps away with its code', () => {
    const { case: one } = opened();
    expect(offers(loan, one, village, MONDAY, { out: { count: 1, sum: 0 } })).toEqual({ offers: [{ type: 'withdraw' }], blocked: [{ type: 'submit', why: ['not-lent'] }] });
    expect(offers(loan, one, village, MONDAY, null).offers).toEqual([{ type: 'submit' }, { type: 'withdraw' }]);
    expect(offers(loan, one, town, MONDAY, free)).toEqual({ offers: [], blocked: [] });
  });
  test('a duty waits for its posts, without whom separation of duties bars; asides wait for nobody', () => {
    const s = opened();
    expect(dutiesOf(loan, s.case)).toEqual([{ post: 'village_clerk', step: 'draft.submit', barred: [] }]);
    s.send('submit', village);
    expect(dutiesOf(loan, s.case)).toEqual([{ post: 'town_clerk', step: 'checking.check', barred: [] }, { post: 'reviewer', step: 'checking.check', barred: ['village01'] }]);
    s.send('check', reviewer1, { ok: true });
    expect(dutiesOf(loan, s.case)).toEqual([]);
  });
  test('facts are asked only where something reads them', () => {
    const s = opened();
    expect(readsOfEvent(loan, 'draft', 'submit')).toEqual(['out']);
    expect(readsOfEvent(loan, 'checking', 'check')).toEqual([]);
    expect(readsOfOffers(loan, s.case, village)).toEqual(['out']);
    expect(readsOfOffers(loan, s.case, town)).toEqual([]);
  });
  test('readers are the posts on the arrows and the declared ones', () => {
    expect(readersOf(loan)).toEqual(['village_clerk', 'town_clerk', 'reviewer', 'town_head', 'auditor']);
  });
});
