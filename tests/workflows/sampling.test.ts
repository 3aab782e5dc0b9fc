/** Many records confirmed in one act: only after a sample that nobody chose was looked at one by one, and found in order. */
import { describe, expect, test } from 'vitest';
import { childId } from '../../workflows/kit/ids.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { drawFrom, isGoodEnough, sizeOf, speaksFor, type SampleCheck } from '../../workflows/office/sampling.ts';
import { recordVerification } from '../../workflows/record-verification/index.ts';
import { verificationBatch } from '../../workflows/verification-batch/index.ts';
import { verificationCycle } from '../../workflows/verification-cycle/index.ts';
import { BATCH, CYCLE, moved, OPENED, proposed, seen, TODAY, TOWN, VILLAGE } from './month.ts';
import { makeOffice, whyOf, type Office } from './office-in-memory.ts';

const whole = makeTown({});
const town = { ...whole, residents: whole.residents.filter(({ unit }) => unit === VILLAGE) };
const LATER = '2026-11-03T01:00:00.000Z';

const started = (): Office => {
  const office = makeOffice({ workflows: [verificationCycle, verificationBatch, recordVerification], town, at: OPENED });
  office.open('town1', 'verification-cycle', { id: CYCLE, unit: TOWN, data: { month: '2026-11', kind: 'full' } });
  office.send('village01', BATCH, 'start');
  return office;
};
const checkIn = (office: Office): SampleCheck => office.get(BATCH).data.sampleCheck as SampleCheck;
const waiting = (office: Office): string[] => office.list('record-verification', ['pending']).filter(({ parent }) => parent === BATCH).map(({ id }) => id);
const sampled = (office: Office, id: string): string[] => whyOf(office.send('village01', id, 'confirmSampled', { verifiedOn: TODAY }));
/** The village clerk looks at what was drawn; so many do not agree. */
const looksAt = (office: Office, wrong = 0): void => checkIn(office).drawn.forEach((id, i) =>
  i < wrong ? office.send('village01', id, 'proposeChange', proposed(moved)) : office.send('village01', id, 'confirmSame', seen));

describe('a sample', () => {
  test('is one in twenty and at least twenty, or the whole set', () => {
    expect([0, 7, 20, 300, 612].map(sizeOf)).toEqual([0, 7, 20, 20, 31]);
  });
  test('can be drawn again from its seed, and is another for another seed', () => {
    const ids = Array.from({ length: 600 }, (_, n) => `item-${n}`);
    expect(drawFrom(6092, ids.toReversed())).toEqual(drawFrom(6092, ids));
    expect(drawFrom(6092, ids)).toHaveLength(30);
    expect(new Set(drawFrom(6092, ids)).size).toBe(30);
    expect(drawFrom(6093, ids)).not.toEqual(drawFrom(6092, ids));
    const often = new Map<string, number>();
    for (let seed = 1; seed <= 2_000; seed += 1) for (const id of drawFrom(seed, ids)) often.set(id, (often.get(id) ?? 0) + 1);
    expect(often.size, 'everybody may be drawn').toBe(600);
    expect(Math.max(...often.values()), 'nobody is favoured').toBeLessThan(160);
  });
  test('is in order up to one wrong in fifty', () => {
    expect([[0, 20], [1, 20], [1, 49], [1, 50], [2, 100]].map(([wrong = 0, of = 0]) => isGoodEnough(wrong, of))).toEqual([true, false, false, true, true]);
  });
  test('speaks for what was in the set when it was drawn and has waited since', () => {
    const check: SampleCheck = { set: 'steady', of: 30, seed: 1, drawn: ['drawn'], drawnAt: LATER, wrong: 0, passed: true };
    const record = (enteredAt: string, last: string | null = 'consistent', id = 'other') => ({ id, enteredAt, data: { last } });
    expect([record(OPENED), record(LATER), record('2026-11-03T01:00:00.001Z'), record(OPENED, 'unable'), record(OPENED, null), record(OPENED, 'consistent', 'drawn')].map((one) => speaksFor(check, one))).toEqual([true, true, false, false, false, false]);
    expect(speaksFor({ ...check, set: 'all' }, record(OPENED, 'unable'))).toBe(true);
    expect([null, { ...check, passed: null }, { ...check, passed: false }].some((one) => speaksFor(one, record(OPENED)))).toBe(false);
  });
});

describe('a village clerk', () => {
  test('confirms the rest together once every record drawn agrees; one record can be taken back', () => {
    const office = started();
    const set = waiting(office);
    expect(sampled(office, set[0] ?? '')).toEqual(['sample-not-checked']);
    expect(whyOf(office.send('village01', BATCH, 'closeSample'))).toEqual(['no-sample']);
    expect(whyOf(office.send('village01', BATCH, 'drawSample', { set: 'all' }))).toEqual([]);
    const { drawn, seed, of } = checkIn(office);
    expect([drawn.length, of]).toEqual([31, 612]);
    expect(drawn).toEqual(drawFrom(seed, set));
    expect(whyOf(office.send('village01', BATCH, 'drawSample', { set: 'all' })), 'no second draw until one likes it').toEqual(['sample-open']);
    expect(whyOf(office.send('village01', BATCH, 'closeSample'))).toEqual(['sample-unchecked']);
    looksAt(office);
    expect(whyOf(office.send('village01', BATCH, 'closeSample'))).toEqual([]);
    expect(checkIn(office)).toMatchObject({ wrong: 0, passed: true });
    for (const id of waiting(office)) expect(sampled(office, id)).toEqual([]);
    const [first = ''] = set.filter((id) => !drawn.includes(id));
    expect(office.get(first)).toMatchObject({ state: 'consistent', data: { method: 'sampled' } });
    expect(office.entry('residents', first.slice(childId(BATCH, '').length))?.values.lastVerified, 'nobody was visited').not.toBe(TODAY);
    expect(whyOf(office.send('village01', first, 'undo', { ground: '本人来电更正' }))).toEqual([]);
  });
  test('finds the act refused when more than two in a hundred drawn do not agree, and cannot try again', () => {
    const office = started();
    office.send('village01', BATCH, 'drawSample', { set: 'all' });
    looksAt(office, 1);
    office.send('village01', BATCH, 'closeSample');
    expect(checkIn(office)).toMatchObject({ wrong: 1, passed: false });
    expect(sampled(office, waiting(office)[0] ?? '')).toEqual(['sample-not-checked']);
    expect(whyOf(office.send('village01', BATCH, 'drawSample', { set: 'all' }))).toEqual(['sample-failed']);
  });
  test('types neither seed nor errors, draws from no empty set, and nobody else draws', () => {
    const office = started();
    for (const typed of [{ set: 'all', seed: 1 }, { set: 'all', drawn: [] }, {}]) expect(whyOf(office.send('village01', BATCH, 'drawSample', typed))).not.toEqual([]);
    expect(whyOf(office.send('village01', BATCH, 'drawSample', { set: 'steady' })), 'nobody was on the list of a month before').toEqual(['set']);
    for (const other of ['town1', 'village02']) expect(whyOf(office.send(other, BATCH, 'drawSample', { set: 'all' }))).toEqual(['not-offered']);
    office.send('village01', BATCH, 'drawSample', { set: 'all' });
    looksAt(office);
    expect(whyOf(office.send('village01', BATCH, 'closeSample', { wrong: 0 }))).not.toEqual([]);
  });
  test('may not confirm by sample what came back after the draw', () => {
    const office = started();
    office.send('village01', BATCH, 'drawSample', { set: 'all' });
    const { drawn } = checkIn(office);
    const [late = ''] = waiting(office).filter((id) => !drawn.includes(id));
    looksAt(office);
    office.clock(LATER);
    office.send('village01', late, 'confirmSame', seen);
    office.send('village01', late, 'undo', { ground: '选错了人' });
    office.send('village01', drawn[0] ?? '', 'undo', { ground: '选错了人' });
    expect(whyOf(office.send('village01', BATCH, 'closeSample'))).toEqual(['sample-unchecked']);
    office.send('village01', drawn[0] ?? '', 'confirmSame', seen);
    office.send('village01', BATCH, 'closeSample');
    expect(sampled(office, late)).toEqual(['sample-not-checked']);
    office.send('village01', drawn[0] ?? '', 'undo', { ground: '选错了人' });
    expect(sampled(office, drawn[0] ?? '')).toEqual(['sample-not-checked']);
  });
});

test('a record knows where it stood the month before', () => {
  const office = started();
  const [agreed = '', gone = ''] = waiting(office);
  office.send('village01', agreed, 'confirmSame', seen);
  office.send('village01', gone, 'markUnable', { unableReason: 'moved' });
  office.clock('2026-12-01T01:00:00.000Z');
  office.open('town2', 'verification-cycle', { id: 'december', unit: TOWN, data: { month: '2026-12', kind: 'full' } });
  const lastOf = (id: string): unknown => office.get(id.replace(CYCLE, 'december')).data.last;
  expect([lastOf(agreed), lastOf(gone)]).toEqual(['consistent', 'unable']);
});
