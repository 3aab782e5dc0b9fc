/** A village's batch: nothing passes that was not looked at, sampled and explained. */
import { describe, expect, test } from 'vitest';
import { deadlineOf, dueAtOf } from '../../workflows/kit/advance.ts';
import { standsOut } from '../../workflows/verification-batch/monitoring.ts';
import { BATCH, handIn, itemOf, lookAt, moved, openMonth, passing, proof, proposed, residents, seen, startedMonth } from './month.ts';
import { whyOf } from './office-in-memory.ts';

describe('what the town asks of a batch', () => {
  test.each([
    ['too few corrections', 2, 322, 611, 5666, true], ['too many not verifiable', 31, 229, 143, 5666, true], ['an ordinary village', 70, 612, 611, 5666, false], ['yellow asks for no explanation', 85, 612, 611, 5666, false],
    ['a small village far off, by the exact chance', 20, 118, 143, 5666, true], ['a small village like the others', 4, 118, 143, 5666, false], ['a handful of records', 9, 20, 143, 5666, false],
  ])('%s', (_, hits, of, townHits, townOf, strange) => {
    expect(standsOut({ hits, of }, { hits: townHits, of: townOf })).toBe(strange);
  });
});

describe('a batch', () => {
  test('is not handed in while a record is pending', () => {
    const office = startedMonth();
    expect(whyOf(office.send('village01', BATCH, 'submit'))).toEqual(['items-pending']);
  });
  test('needs a note when more than one in twenty could not be verified', () => {
    const office = startedMonth();
    for (const nth of [0, 1]) office.send('village01', itemOf(nth), 'markUnable', { unableReason: 'moved' });
    for (const { id } of office.list('record-verification', ['pending'])) office.send('village01', id, 'confirmSame', seen);
    expect(whyOf(office.send('village01', BATCH, 'submit'))).toEqual(['note']);
    expect(whyOf(office.send('village01', BATCH, 'submit', { note: '外出务工' }))).toEqual([]);
  });
  test('passes only with its changes settled and every record of the town’s sample looked at', () => {
    const office = startedMonth();
    office.send('village01', itemOf(0), 'proposeChange', proposed(moved));
    handIn(office);
    expect(whyOf(office.send('reviewer1', BATCH, 'pass', passing))).toEqual(['changes-open', 'town-sample-open']);
    office.send('town1', itemOf(0), 'approve', { proofSeen: proof });
    expect(whyOf(office.send('reviewer1', BATCH, 'pass', { ...passing, sample: { seed: 1, sampled: 5, errors: 0 } })), 'nobody types the sample in').toEqual(['town-sample-open']);
    lookAt(office);
    expect(whyOf(office.send('reviewer1', BATCH, 'pass', { ...passing, sample: { seed: 1, sampled: 5, errors: 0 } }))).toEqual(['sample']);
    expect(whyOf(office.send('town1', BATCH, 'pass', passing))).toEqual(['not-offered']);
    expect(whyOf(office.send('reviewer1', BATCH, 'pass', passing))).toEqual([]);
    expect(office.get(BATCH).data.sample).toEqual({ seed: 6092, sampled: 5, errors: 0 });
  });
  test('sent back has the listed records verified again before it comes in again', () => {
    const office = startedMonth();
    handIn(office);
    const listed = (item: string) => ({ reason: 'R02', problem: '请逐条复核。', items: [{ item, reason: 'R04', problem: '地址不符' }] });
    expect(whyOf(office.send('town1', BATCH, 'sendBack', listed('november.999901101002.p000001')))).toEqual(['items']);
    expect(whyOf(office.send('town1', BATCH, 'sendBack', listed(itemOf(0))))).toEqual([]);
    expect(office.get(itemOf(0)).state).toBe('pending');
    expect(whyOf(office.send('village01', BATCH, 'resubmit'))).toEqual(['items-pending']);
    office.send('village01', itemOf(0), 'confirmSame', seen);
    expect(whyOf(office.send('village01', BATCH, 'resubmit'))).toEqual([]);
    expect(office.get(BATCH).state).toBe('townReview');
  });
  test('refuses the whole return when a listed record cannot go back', () => {
    const office = startedMonth();
    handIn(office);
    const twice = [itemOf(0), itemOf(0)].map((item) => ({ item, reason: 'R04', problem: '地址不符' }));
    expect(office.send('town1', BATCH, 'sendBack', { reason: 'R02', problem: '请逐条复核。', items: twice }).accepted).toBe(false);
    expect([office.get(BATCH).state, office.get(itemOf(0)).state]).toEqual(['townReview', 'consistent']);
  });
  test('past its cut-off day is overdue and goes on', () => {
    const office = startedMonth();
    office.clock('2026-11-26T01:00:00.000Z');
    expect(office.get(BATCH)).toMatchObject({ state: 'inProgress', data: { overdue: true } });
    expect(dueAtOf(office.get(BATCH))).toBeNull();
    expect(deadlineOf(office.get(BATCH)), 'is still shown').toBe('2026-11-25T15:59:59.999Z');
    expect(office.told.filter(({ what }) => what === 'overdue')).toHaveLength(18);
  });
  test('opens a record for each person on the village’s register', () => {
    expect(openMonth().list('record-verification').filter(({ parent }) => parent === BATCH)).toHaveLength(20);
    expect(residents.length).toBeGreaterThan(2);
  });
});
