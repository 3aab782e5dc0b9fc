import { describe, expect, test } from 'vitest';
import { childcareAssistance } from '../../workflows/childcare-assistance/index.ts';
import { papersAsked } from '../../workflows/childcare-assistance/forms.ts';
import { allFields, fieldsOf } from '../../workflows/kit/form.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { dueAfter } from '../../workflows/office/working-days.ts';
import { makeOffice, whyOf } from './office-in-memory.ts';

const MONDAY = '2026-11-23T01:00:00.000Z';
const VILLAGE = '999901101001';
const town = makeTown({ scale: 'small' });
const [one] = town.residents.filter(({ status, unit }) => status === 'active' && unit === VILLAGE);
const stranger = town.residents.find(({ unit }) => unit !== VILLAGE);

const makeTale = () => {
  const office = makeOffice({ workflows: [childcareAssistance], town, at: MONDAY });
  const open = (id: string, change: Data = {}): string[] => whyOf(office.open('village01', 'childcare-assistance', { id, unit: VILLAGE, data: { guardian: one?.id, year: 2026, consentNo: '同意书1', ...change } }));
  const send = (by: string, id: string, event: string, data: Data = {}): string | string[] => {
    const result = office.send(by, id, event, data);
    return result.accepted ? office.get(id).state : whyOf(result);
  };
  const filed = (): void => {
    open('a');
    send('village01', 'a', 'look', { papers: papersAsked });
    send('village01', 'a', 'file', { channel: 'window', externalNo: 'YE-1', filedOn: '2026-11-23' });
  };
  return { office, open, send, filed };
};

describe('help with the child-care subsidy', () => {
  test('goes from the papers to the day the family says that the money arrived', () => {
    const { office, send, open } = makeTale();
    expect(open('a')).toEqual([]);
    expect(send('village01', 'a', 'file', { channel: 'online', externalNo: 'YE-1', filedOn: '2026-11-23' })).toEqual(['papers-complete']);
    expect(send('village01', 'a', 'look', { papers: papersAsked.slice(1), note: '缺一份，已告知。' })).toBe('checklist');
    expect(send('village01', 'a', 'file', { channel: 'online', externalNo: 'YE-1', filedOn: '2026-11-23' })).toEqual(['papers-complete']);
    expect(send('village01', 'a', 'book', { bookedFor: '2026-11-28', place: '镇窗口' })).toEqual(['bookedFor']);
    expect(send('village01', 'a', 'book', { bookedFor: '2026-11-25', place: '镇窗口' })).toBe('checklist');
    send('village01', 'a', 'look', { papers: papersAsked });
    expect(send('town1', 'a', 'file', { channel: 'window', externalNo: 'YE-1', filedOn: '2026-11-23' })).toBe('filedOnline');
    expect(send('town1', 'a', 'copyStatus', { status: 'underReview', asOf: '2026-11-23' })).toBe('filedOnline');
    expect(send('town1', 'a', 'copyStatus', { status: 'paid', asOf: '2026-11-23' })).toBe('paid');
    expect(send('village01', 'a', 'reconcile', { arrived: 'yes', askedOn: '2026-11-23', askedBy: 'phone' })).toBe('confirmed');
    expect(office.get('a').data).toMatchObject({ status: 'paid', arrivedBy: '2026-11-23' });
  });
  test('meets trouble: sent back, or said to be paid and not arrived', () => {
    const { send, filed } = makeTale();
    filed();
    expect(send('town1', 'a', 'copyStatus', { status: 'returned', asOf: '2026-11-23' })).toEqual(['trouble']);
    expect(send('town1', 'a', 'copyStatus', { status: 'returned', asOf: '2026-11-23', trouble: '证明不清晰。' })).toBe('problem');
    expect(send('village01', 'a', 'fileAgain', { filedOn: '2026-11-23', done: '已重新上传。' })).toBe('filedOnline');
    send('town1', 'a', 'copyStatus', { status: 'paid', asOf: '2026-11-23' });
    expect(send('village01', 'a', 'reconcile', { arrived: 'no', askedOn: '2026-11-23', askedBy: 'visit' })).toBe('problem');
    expect(send('town1', 'a', 'settle', { outcome: '已请区级核对。', told: '已告知复核途径。' })).toBe('ended');
  });
  test('reminds the town to look the status up, from the last time it was', () => {
    const { office, send, filed } = makeTale();
    filed();
    office.clock(dueAfter(office.now(), 19));
    send('town1', 'a', 'copyStatus', { status: 'underReview', asOf: '2026-12-18' });
    office.clock(dueAfter(office.now(), 19));
    expect(office.told.filter(({ what }) => what === 'lookUp')).toEqual([]);
    office.clock(dueAfter(office.now(), 2));
    expect(office.told.filter(({ what }) => what === 'lookUp')).toHaveLength(1);
  });
  test('is for people of the village, once a year', () => {
    const { open } = makeTale();
    expect(open('a', { guardian: stranger?.id })).toEqual(['guardian']);
    expect(open('a')).toEqual([]);
    expect(open('b')).toEqual(['year']);
    expect(open('b', { year: 2025 })).toEqual([]);
    expect(open('c', { year: 2027 })).toEqual(['year']);
  });
  test('is no second system of record: no sum, no account, nothing sealed, nothing about the child, no money moved', () => {
    const fields = Object.values(childcareAssistance.forms).flatMap((form) => allFields(fieldsOf(form)));
    expect(fields.filter(({ input, class: of, name }) => input === 'money' || of === 'P4' || /child|account|amount|birth/i.test(name))).toEqual([]);
    expect([childcareAssistance.books, childcareAssistance.exchange, childcareAssistance.roster, childcareAssistance.papers, childcareAssistance.disclosure]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    const { office } = makeTale();
    expect(office.ledger.every(({ step }) => step === 'carried-over')).toBe(true);
  });
  test('stands in the demo town as the office counts it', () => {
    const whole = makeTown();
    const office = makeOffice({ workflows: [childcareAssistance], town: whole, at: '2025-01-02T01:00:00.000Z' });
    office.replay((childcareAssistance.demo?.(whole, MONDAY) ?? []).map((step) => ({ ...step, workflow: 'childcare-assistance' })), MONDAY);
    const at = (...states: string[]): number => office.list('childcare-assistance', states).length;
    expect([at('checklist'), at('filedOnline'), at('paid', 'confirmed'), at('problem'), at('ended')]).toEqual([20, 45, 80, 5, 0]);
    expect(new Set(office.list('childcare-assistance').map(({ unit }) => unit)).size).toBe(18);
  });
});
