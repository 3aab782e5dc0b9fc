import { describe, expect, test } from 'vitest';
import { annualReview } from '../../workflows/annual-review/index.ts';
import { groundOptions } from '../../workflows/annual-review/forms.ts';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { openingFor } from '../../workflows/benefit-claim/examples.ts';
import type { Data, Entry } from '../../workflows/kit/words.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { getProgramme } from '../../workflows/office/programmes/index.ts';
import { dueAfter } from '../../workflows/office/working-days.ts';
import { makeOffice, whyOf } from './office-in-memory.ts';

const MONDAY = '2026-11-23T01:00:00.000Z';
const VILLAGE = '999901101001';
const town = { ...makeTown({ scale: 'small' }), relations: [] };
const [person] = town.residents.filter(({ status, unit }) => status === 'active' && unit === VILLAGE);
const example = (event: string): Data => {
  const given = annualReview.examples({ at: MONDAY, unit: VILLAGE, free: { residents: [], households: [] }, cases: () => [] })[event];
  return given as Data;
};

const makeTale = () => {
  const office = makeOffice({ workflows: [annualReview, benefitClaim], town, at: MONDAY });
  const open = (id: string, change: Data = {}): string[] => whyOf(office.open('village01', 'annual-review', { id, unit: VILLAGE, data: { ...example('open'), beneficiary: person?.id, ...change } }));
  const send = (by: string, id: string, event: string, change: Data = {}): string | string[] => {
    const result = office.send(by, id, event, { ...example(event), ...change });
    return result.accepted ? office.get(id).state : whyOf(result);
  };
  return { office, open, send };
};

describe('a yearly review', () => {
  test('keeps a beneficiary whom the village visited and the town checked', () => {
    const { office, open, send } = makeTale();
    expect(open('r')).toEqual([]);
    expect(office.get('r').memory.term?.dueAt.slice(0, 10)).toBe('2027-03-31');
    expect(open('again')).toEqual(['year']);
    expect(send('village01', 'r', 'keepOn')).toBe('keptProposed');
    expect(send('town1', 'r', 'sendBack')).toBe('pending');
    send('village01', 'r', 'keepOn');
    expect(send('town1', 'r', 'passKept')).toBe('kept');
    expect(open('later')).toEqual([]);
    expect(open('next', { year: 2027 })).toEqual(['year']);
  });
  test('lets nobody leave unheard, unless the person died, nor without the district', () => {
    const { open, send } = makeTale();
    open('r');
    expect(send('village01', 'r', 'proposeExit', { heard: undefined })).toEqual(['heard']);
    expect(send('village01', 'r', 'proposeExit', { heard: undefined, exitGround: 'died' })).toBe('exitProposed');
    expect(send('town1', 'r', 'passExit')).toBe('exitConfirm');
    expect(send('district1', 'r', 'confirmExit')).toBe('exited');
  });
  test('knows five grounds, and nothing about children among them', () => {
    expect(groundOptions.map(({ value }) => value)).toEqual(['died', 'movedOut', 'noLonger', 'gaveUp', 'mistaken']);
    expect(groundOptions.some(({ label }) => /生育|子女|孩/.test(label.zh))).toBe(false);
  });
  test('that ended a benefit keeps the person from claiming it anew, until an appeal is granted', () => {
    const { office, open, send } = makeTale();
    open('r', { programme: 'special-support' });
    for (const [by, event] of [['village01', 'proposeExit'], ['town1', 'passExit'], ['district1', 'confirmExit']] as const) send(by, 'r', event);
    const entry = office.entry('residents', person?.id ?? '') as Entry;
    office.open('village01', 'benefit-claim', { id: 'c', unit: VILLAGE, data: openingFor(getProgramme('special-support'), entry, '2026-11-23') });
    expect(office.offers('village01', 'c').blocked).toContainEqual({ type: 'submit', why: ['not-left'] });
    expect(send('village01', 'r', 'appeal')).toBe('appealReview');
    expect(send('reviewer1', 'r', 'grantAppeal')).toBe('pending');
    expect(office.offers('village01', 'c').offers).toContainEqual({ type: 'submit' });
  });
  test('is appealed against in fifteen working days or never', () => {
    const { office, open, send } = makeTale();
    open('r');
    for (const [by, event] of [['village01', 'proposeExit'], ['town1', 'passExit'], ['district1', 'confirmExit']] as const) send(by, 'r', event);
    office.clock(dueAfter(office.now(), 15));
    expect(office.get('r').state).toBe('exitedFinal');
  });
  test.each([MONDAY, '2027-01-20T01:00:00.000Z', '2026-04-07T01:00:00.000Z'])('the demo town’s can be told at %s', (at) => {
    const whole = makeTown();
    const office = makeOffice({ workflows: [annualReview], town: whole, at: '2025-01-02T01:00:00.000Z' });
    office.replay((annualReview.demo?.(whole, at) ?? []).map((step) => ({ ...step, workflow: 'annual-review' })), at);
    expect(['kept', 'exitProposed', 'pending'].map((state) => office.list('annual-review', [state]).length)).toEqual([104, 6, 10]);
  });
});
