/** The office where benefit claims' stories are told: small town, a Monday morning, and short ways to any stage. */
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { openingFor } from '../../workflows/benefit-claim/examples.ts';
import { findProgramme } from '../../workflows/office/programmes/index.ts';
import type { World } from '../../workflows/kit/workflow.ts';
import type { Data, Entry } from '../../workflows/kit/words.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import type { Resident, Staff, Town } from '../../workflows/office/demo-town/town.ts';
import { dayOf, dueAfter } from '../../workflows/office/working-days.ts';
import { paymentBatch } from '../../workflows/payment-batch/index.ts';
import { makeOffice, whyOf } from './office-in-memory.ts';

export const MONDAY = '2026-11-23T01:00:00.000Z';
const WORKFLOWS = [benefitClaim, paymentBatch];
const VILLAGE = '999901101001';
export const TOWN = '999901101';

/** Somebody who meets the conditions of every programme. */
const suitable = (id: string, name: string): Resident => ({
  id, household: 'h900001', unit: VILLAGE, code: `${VILLAGE}990001`, name, sex: '2', birthDate: '1970-05-01', idNumber: null, idMissingReason: 'not_shown',
  ethnic: '01', marital: '21', marriageDate: '2012-06-01', spouse: null, relation: '02', hukouUnit: VILLAGE, hukouAddress: '', residenceAddress: '',
  phone: null, account: null, status: 'active', lastVerified: null,
});

const small = makeTown({ scale: 'small' });
const people = ['安知远', '白若谷', '程一诺'].map((name, i) => suitable(`p90000${i + 1}`, name));

export const tale = ({ relations = [], also = [] }: { relations?: Town['relations']; also?: readonly Staff[] } = {}) => {
  const town: Town = { ...small, residents: [...small.residents, ...people], staff: [...small.staff, ...also], relations };
  const office = makeOffice({ workflows: WORKFLOWS, town, at: MONDAY });
  const world = (): World => ({ at: office.now(), unit: VILLAGE, free: { residents: [], households: [] }, cases: (name, states) => office.cases(name, states) });
  const formsOf = (workflow: (typeof WORKFLOWS)[number], event: string): Data[] => {
    const given = workflow.examples(world())[event];
    return given === undefined ? [] : Array.isArray(given) ? [...(given as Data[])] : [given as Data];
  };
  const formFor = (id: string, event: string, way: number): Data => formsOf(office.get(id).workflow === 'payment-batch' ? paymentBatch : benefitClaim, event)[way] ?? {};

  /** Sends with the example, changed as told; what came of it: the new state, or why not. */
  const tell = (by: string, id: string, event: string, change: Data = {}, way = 0): string | string[] => {
    const result = office.send(by, id, event, { ...formFor(id, event, way), ...change });
    return result.accepted ? office.get(id).state : whyOf(result);
  };
  const open = (programme: string, id = 'c1', who = 'p900001', change: Data = {}, by = 'village01'): string | string[] => {
    const found = findProgramme(programme);
    const entry = office.entry('residents', who) as Entry;
    if (!found) throw new Error(`No programme ${programme}`);
    const result = office.open(by, 'benefit-claim', { id, unit: VILLAGE, data: { ...openingFor(found, entry, dayOf(office.now())), ...change } });
    return result.accepted ? office.get(id).state : whyOf(result);
  };
  /** The clock goes on by working days: to the end of the last of them. */
  const wait = (days: number): void => office.clock(dueAfter(office.now(), days));

  const until = (id: string, goal: string): void => {
    const go: Record<string, () => unknown> = {
      draft: () => tell('village01', id, 'submit'),
      villageReview: () => tell('village01', id, 'vote'),
      villageNoticeDraft: () => { tell('village01', id, 'draftNotice'); return tell('town1', id, 'releaseNotice'); },
      villageNotice: () => { tell('village01', id, 'recordPosting'); wait(7); },
      townCheck: () => tell('town1', id, 'passCheck'),
      townReview: () => tell('reviewer1', id, 'pass'),
      internalReview: () => tell('reviewer2', id, 'passAgain'),
      townNoticeDraft: () => { tell('town1', id, 'draftNotice'); return tell('town2', id, 'releaseNotice'); },
      townNotice: () => { tell('town1', id, 'recordPosting'); wait(5); },
      headSignoff: () => tell('head1', id, 'sign'),
      districtConfirm: () => tell('district1', id, 'confirm'),
      approved: () => { if (!office.find('b1')) openBatch('b1'); return tell('finance1', id, 'batch', { batch: office.cases('payment-batch', ['draft'])[0]?.id }); },
      inPayment: () => pay(String(office.get(id).data['batch'])),
      paid: () => settle(String(office.get(id).data['batch'])),
    };
    for (let turns = 0; office.get(id).state !== goal; turns += 1) {
      const { state } = office.get(id);
      const before = office.get(id).version;
      go[state]?.();
      if (office.get(id).version === before || turns > 20) throw new Error(`${id} stays at ${state} on the way to ${goal}`);
    }
  };
  const openBatch = (id: string, by = 'finance1'): string | string[] => {
    const result = office.open(by, 'payment-batch', { id, unit: TOWN, data: formsOf(paymentBatch, 'open')[0] ?? {} });
    return result.accepted ? office.get(id).state : whyOf(result);
  };
  /** From draft to the bank. */
  const sendOff = (id: string): void => {
    for (const [by, event] of [['finance2', 'check'], ['head2', 'sign'], ['finance1', 'sendToBank']] as const) tell(by, id, event);
  };
  const pay = (id: string): void => { sendOff(id); tell('finance1', id, 'recordReturn'); };
  const settle = (id: string): void => { tell('finance1', id, 'reconcile'); tell('finance1', id, 'close'); };
  const begin = (programme: string, goal: string, id = 'c1', who?: string): void => { open(programme, id, who); until(id, goal); };

  return {
    office: { ...office, residents: town.residents }, tell, open, wait, until, begin, openBatch, sendOff, pay, settle, formFor, state: (id: string) => office.get(id).state, data: (id: string) => office.get(id).data,
  };
};
