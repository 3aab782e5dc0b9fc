import { describe, expect, test } from 'vitest';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { openingFor } from '../../workflows/benefit-claim/examples.ts';
import { programmeOf } from '../../workflows/benefit-claim/rounds.ts';
import type { Claim } from '../../workflows/benefit-claim/claim.ts';
import type { Data, Entry } from '../../workflows/kit/words.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { getProgramme } from '../../workflows/office/programmes/index.ts';
import { asGoverned, termsOf } from '../../workflows/office/programmes/terms.ts';
import { governing } from '../../workflows/office/programmes/versions.ts';
import { addDays, dayOf, startOf } from '../../workflows/office/working-days.ts';
import { programmeVersion } from '../../workflows/programme-version/index.ts';
import { makeOffice, whyOf } from './office-in-memory.ts';

const MONDAY = '2026-11-23T01:00:00.000Z';
const TOWN = '999901101';
const FROM = '2026-12-01';
const terms = { cap: 132_000, shares: [{ tier: 'district', percent: 50 }, { tier: 'town', percent: 50 }], remainderTo: 'town' };
const opinion = { opinion: '同意。' };

const makeTale = () => {
  const town = makeTown({ scale: 'small' });
  const office = makeOffice({ workflows: [benefitClaim, programmeVersion], town: { ...town, relations: [] }, at: MONDAY });
  const draft = (id: string, change: Data = {}, by = 'town1'): string[] =>
    whyOf(office.open(by, 'programme-version', { id, unit: TOWN, data: { programme: 'special-support', effectiveFrom: FROM, documentNo: '演示发〔2026〕3号', reason: '按上级文件提高标准。', terms, ...change } }));
  const send = (by: string, id: string, event: string, data: Data = {}): string | string[] => {
    const result = office.send(by, id, event, data);
    return result.accepted ? office.get(id).state : whyOf(result);
  };
  const approve = (id: string, change: Data = {}): void => {
    draft(id, change);
    send('town1', id, 'submit');
    send('reviewer1', id, 'pass', opinion);
    send('head1', id, 'approve', opinion);
  };
  const [who] = town.residents.filter(({ status, unit }) => status === 'active' && unit === '999901101001');
  const claim = (id: string, change: Data = {}): string[] => {
    const entry = office.entry('residents', who?.id ?? '') as Entry;
    return whyOf(office.open('village01', 'benefit-claim', { id, unit: '999901101001', data: { ...openingFor(getProgramme('special-support'), entry, dayOf(office.now())), ...change } }));
  };
  const data = (id: string): Data => office.get(id).data;
  return { office, draft, send, approve, claim, data };
};

describe('a programme’s new version', () => {
  test('is drafted, checked by another, approved by the head, and in force from its day', () => {
    const { office, draft, send, data } = makeTale();
    expect(draft('v2')).toEqual([]);
    expect(data('v2')).toMatchObject({ number: 2, held: { cap: 120_000, remainderTo: 'town' }, terms: { cap: 132_000 } });
    expect(send('town1', 'v2', 'submit')).toBe('checking');
    expect(send('reviewer1', 'v2', 'pass', opinion)).toBe('approval');
    expect(send('head1', 'v2', 'approve', opinion)).toBe('approved');
    expect(data('v2')['governs']).toMatchObject({ ...terms, claimDeadline: '2028-12-31' });
    office.clock(startOf(FROM));
    expect(office.get('v2').state).toBe('inForce');
  });
  test('does not reach back, and comes after the one before it', () => {
    const { draft, send, office } = makeTale();
    expect(draft('today', { effectiveFrom: '2026-11-23' })).toEqual(['effectiveFrom']);
    draft('late');
    send('town1', 'late', 'submit');
    office.clock(startOf(FROM));
    expect(send('reviewer1', 'late', 'pass', opinion)).toEqual(['still-ahead']);
  });
  test('says of each thing that does not fit where it stands', () => {
    const { draft } = makeTale();
    const wrong = (change: Data): string[] => draft('x', { terms: { ...terms, ...change } });
    expect(wrong({ shares: [{ tier: 'town', percent: 90 }] })).toEqual(['terms.shares']);
    expect(wrong({ shares: [{ tier: 'town', percent: 50 }, { tier: 'town', percent: 50 }] })).toEqual(['terms.shares']);
    expect(wrong({ remainderTo: 'village' })).toEqual(['terms.shares']);
    expect(wrong({ shares: [{ tier: 'town', fixed: 132_000 }, { tier: 'district', percent: 1 }] })).toEqual(['terms.shares']);
    expect(wrong({ parts: [] })).toEqual(['terms.parts']);
    expect(wrong({ villageDays: 7 })).toEqual(['terms.villageDays']);
    expect(wrong({ ageMale: 60 })).toEqual(['terms.ageMale']);
    expect(wrong({ validUntil: '2026-11-30' })).toEqual(['terms.validUntil']);
    expect(wrong({ claimDeadline: '2027-01-01' })).toEqual(['terms.claimDeadline']);
    expect(draft('x', { terms: {} })).toEqual(['terms']);
  });
  test('waits for no other of its programme, and gives way to the next', () => {
    const { office, draft, send, approve } = makeTale();
    approve('v2');
    draft('v3', { effectiveFrom: '2026-12-15' });
    expect(send('town2', 'v3', 'submit')).toEqual(['no-other-under-way']);
    office.clock(startOf(FROM));
    expect(send('town2', 'v3', 'submit')).toBe('checking');
    expect(office.get('v3').data).toMatchObject({ number: 3, held: { cap: 132_000 } });
    send('reviewer1', 'v3', 'pass', opinion);
    send('head1', 'v3', 'approve', opinion);
    office.clock(startOf('2026-12-15'));
    expect([office.get('v2'), office.get('v3')].map(({ state }) => state)).toEqual(['replaced', 'inForce']);
    expect(office.get('v2').data).toMatchObject({ until: '2026-12-14', replacedBy: 'v3' });
  });
});

describe('claims', () => {
  test('go by the version that governs their day of entitlement, and keep it', () => {
    const { office, approve, claim, data } = makeTale();
    approve('v2');
    expect(claim('before', { amountClaimed: 132_000 })).toEqual(['amountClaimed']);
    expect(claim('before')).toEqual([]);
    office.clock(startOf('2026-12-02'));
    expect(claim('after', { amountClaimed: 132_000, entitlementDate: FROM })).toEqual([]);
    expect(claim('back', { amountClaimed: 132_000, entitlementDate: '2026-11-30' })).toEqual(['amountClaimed']);
    expect(data('before')).toMatchObject({ programmeVersion: 1 });
    expect(data('before')['governedBy']).toBeUndefined();
    expect(data('after')).toMatchObject({ programmeVersion: 2, governedBy: { case: 'v2', number: 2, from: FROM } });
    expect(programmeOf(data('after') as unknown as Claim)).toMatchObject({ version: 2, cap: 132_000, notice: 'none', shares: terms.shares });
    expect(programmeOf(data('before') as unknown as Claim)).toMatchObject({ version: 1, cap: 120_000 });
    // A later version changes nothing about them.
    approve('v3', { effectiveFrom: '2026-12-20', terms: { ...terms, cap: 150_000 } });
    office.clock(startOf('2026-12-21'));
    expect(programmeOf(data('after') as unknown as Claim).cap).toBe(132_000);
    expect(whyOf(office.send('village01', 'after', 'revise', { amountClaimed: 140_000 }))).toEqual(['amountClaimed']);
    // The day itself corrected: then the version of that day.
    expect(whyOf(office.send('village01', 'after', 'revise', { amountClaimed: 140_000, entitlementDate: '2026-12-20' }))).toEqual([]);
    expect(data('after')).toMatchObject({ programmeVersion: 3 });
    expect(whyOf(office.send('village01', 'after', 'revise', { amountClaimed: 100_000, entitlementDate: '2026-11-30' }))).toEqual([]);
    expect(data('after')).toMatchObject({ programmeVersion: 1, governedBy: null });
  });
  test('of a closed version are taken for the days it governed alone', () => {
    const { office, approve, send, claim } = makeTale();
    approve('v2');
    office.clock(startOf('2026-12-02'));
    expect(send('town2', 'v2', 'proposeClose', { closedOn: '2026-12-01', ground: '停止' })).toEqual(['closedOn']);
    expect(send('town2', 'v2', 'proposeClose', { closedOn: '2026-12-04', ground: '停止' })).toBe('closing');
    expect(send('head1', 'v2', 'confirmClose', opinion)).toBe('closed');
    office.clock(startOf('2026-12-10'));
    expect(claim('in', { entitlementDate: '2026-12-04' })).toEqual([]);
    expect(claim('out', { entitlementDate: '2026-12-05' })).toEqual(['entitlementDate']);
  });
});

describe('what no version changes', () => {
  const rolled = (programme: string, governs: object) => [{ id: 'forged', state: 'inForce', key: programme, subject: null, values: { number: 9, effectiveFrom: '2000-01-01', governs } }];
  test.each(['quota-return-award', 'late-marriage-award'])('%s is never opened again', (programme) => {
    const { draft } = makeTale();
    expect(draft('v2', { programme, terms: { validUntil: '2030-12-31', claimDeadline: '2031-12-31' } })).toContain('programme');
    const base = getProgramme(programme);
    const forged = rolled(programme, { ...termsOf(base), validUntil: '2099-12-31', claimDeadline: '2099-12-31' });
    expect(governing(base, forged, '2026-12-01')).toBeNull();
    expect(asGoverned(base, { case: 'forged', number: 9, from: '2016-01-01', terms: { ...termsOf(base), validUntil: '2099-12-31' } })).toBe(base);
  });
  test('no notice is taken away, none is made shorter than the shortest, and special support is never posted', () => {
    const [elder, special] = [getProgramme('elder-support'), getProgramme('special-support')];
    const { villageDays, townDays, ...without } = termsOf(elder);
    const under = (base: typeof elder, said: ReturnType<typeof termsOf>) => asGoverned(base, { case: 'forged', number: 9, from: '2026-01-01', terms: said }).notice;
    expect([villageDays, townDays]).toEqual([7, 5]);
    expect(under(elder, without)).toEqual({ village: 7, town: 5 });
    expect(under(elder, { ...without, villageDays: 0, townDays: 1 })).toEqual({ village: 3, town: 3 });
    expect(under(special, { ...termsOf(special), villageDays: 7, townDays: 7 })).toBe('none');
  });
  test('a version changes the ages of a condition and the sentence with them', () => {
    const base = getProgramme('elder-support');
    const aged = asGoverned(base, { case: 'v', number: 2, from: '2026-01-01', terms: { ...termsOf(base), ageMale: 60, ageFemale: 60 } });
    expect(aged.eligibility.find(({ code }) => code === 'age')).toMatchObject({ text: { zh: '权益发生日男满60周岁、女满60周岁' }, condition: { male: 60, female: 60 } });
    expect(addDays(aged.validity.from, 0)).toBe('2026-01-01');
  });
});

test.each(['2026-11-23T01:00:00.000Z', '2026-12-31T02:00:00.000Z', '2027-01-04T01:00:00.000Z', '2027-10-05T01:00:00.000Z'])('the demo town’s versions can be told at %s', (at) => {
  const town = makeTown();
  const office = makeOffice({ workflows: [programmeVersion], town, at: '2025-01-02T01:00:00.000Z' });
  office.replay((programmeVersion.demo?.(town, at) ?? []).map((step) => ({ ...step, workflow: 'programme-version' })), at);
  expect(['XM-001', 'XM-002', 'XM-003', 'XM-004'].map((id) => office.get(id).state)).toEqual(['inForce', 'approved', 'checking', 'draft']);
});
