/** One record's verification: honest results only, changes with proof, key data seen by two. */
import { describe, expect, test } from 'vitest';
import { BATCH, handIn, itemOf, lookAt, moved, openMonth, passing, proof, proposed, residents, seen, startedMonth, TODAY, town } from './month.ts';
import { whyOf, type Office } from './office-in-memory.ts';

const stateOf = (office: Office, nth = 0) => office.get(itemOf(nth)).state;
const visit = { visitedOn: TODAY, persons: [{ name: '白若谷' }, { name: '安知远' }], findings: '两人入户核对。' };
const finding = (what: string, changes?: object) => ({ finding: what, visit, ...(changes && { changes }) });

describe('a village clerk', () => {
  test('confirms a record group by group, which notes the day in the register', () => {
    const office = startedMonth();
    expect(whyOf(office.send('village01', itemOf(0), 'confirmSame', { ...seen, groups: { ...seen.groups, contact: false } }))).toEqual(['groups.contact']);
    expect(whyOf(office.send('village01', itemOf(0), 'confirmSame', seen))).toEqual([]);
    expect(office.entry('residents', residents[0]?.id ?? '')?.values.lastVerified).toBe(TODAY);
  });
  test('cannot verify before the batch is started, nor in another village', () => {
    const office = openMonth();
    expect(whyOf(office.send('village01', itemOf(0), 'confirmSame', seen))).toEqual(['batch-not-verifying']);
    office.send('village01', BATCH, 'start');
    expect(whyOf(office.send('village02', itemOf(0), 'confirmSame', seen))).toEqual(['not-offered']);
  });
  test('cannot name a day before the list was given out, or one to come', () => {
    const office = startedMonth();
    for (const verifiedOn of ['2026-10-30', '2026-11-03']) expect(whyOf(office.send('village01', itemOf(0), 'confirmSame', { ...seen, verifiedOn }))).toEqual(['verifiedOn']);
  });
  test('never says “by sample” of what was looked at', () => {
    expect(whyOf(startedMonth().send('village01', itemOf(1), 'confirmSame', { ...seen, method: 'sampled' }))).toEqual(['method']);
  });
  test('names three tries before somebody counts as out of reach', () => {
    const office = startedMonth();
    const tries = [{ triedOn: TODAY, how: 'visit' }, { triedOn: TODAY, how: 'phone' }];
    expect(whyOf(office.send('village01', itemOf(0), 'markUnable', { unableReason: 'no_contact', tries }))).toEqual(['tries']);
    expect(whyOf(office.send('village01', itemOf(0), 'markUnable', { unableReason: 'no_contact', tries: [...tries, { triedOn: TODAY, how: 'phone' }] }))).toEqual([]);
  });
  test('takes a result back while the batch is being verified', () => {
    const office = startedMonth();
    office.send('village01', itemOf(0), 'confirmSame', seen);
    expect(whyOf(office.send('village01', itemOf(0), 'undo', { ground: '选错了人' }))).toEqual([]);
    handIn(office);
    expect(whyOf(office.send('village01', itemOf(0), 'undo', { ground: '选错了人' }))).toEqual(['batch-not-verifying']);
  });
});

describe('a change', () => {
  test('is refused without proof, when it changes nothing, and when the number contradicts the birth date', () => {
    const office = startedMonth();
    const same = { residenceAddress: residents[0]?.residenceAddress };
    expect(whyOf(office.send('village01', itemOf(0), 'proposeChange', { ...proposed(moved), evidence: [] }))).toEqual(['evidence']);
    expect(whyOf(office.send('village01', itemOf(0), 'proposeChange', proposed({})))).toEqual(['changes']);
    expect(whyOf(office.send('village01', itemOf(0), 'proposeChange', proposed(same)))).toEqual(['changes']);
    expect(whyOf(office.send('village01', itemOf(0), 'proposeChange', proposed({ idNumber: '999901198504120022', birthDate: '1985-04-13', sex: '2' })))).toEqual(['changes.idNumber']);
    expect(whyOf(office.send('village01', itemOf(0), 'proposeChange', proposed({ idNumber: '999901198504120021' })))).toEqual(['changes.idNumber']);
  });
  test('waits, approved, for the batch to pass and then enters the register', () => {
    const office = startedMonth();
    office.send('village01', itemOf(0), 'proposeChange', proposed(moved));
    office.send('town1', itemOf(0), 'approve', { proofSeen: proof });
    expect(stateOf(office)).toBe('corrected');
    expect(whyOf(office.send('reviewer1', itemOf(0), 'apply'))).toEqual(['batch-not-passed']);
    expect(office.entry('residents', residents[0]?.id ?? '')?.values.residenceAddress).toBe(residents[0]?.residenceAddress);
    handIn(office);
    lookAt(office);
    expect(whyOf(office.send('reviewer1', BATCH, 'pass', passing))).toEqual([]);
    expect(stateOf(office)).toBe('applied');
    expect(office.entry('residents', residents[0]?.id ?? '')?.values.residenceAddress).toBe(moved.residenceAddress);
  });
  test('of a name takes a reviewer too', () => {
    const office = startedMonth();
    office.send('village01', itemOf(0), 'proposeChange', proposed({ name: '安和宁' }));
    office.send('town1', itemOf(0), 'approve', { proofSeen: proof });
    expect(stateOf(office)).toBe('keyFieldReview');
    expect(whyOf(office.send('town1', itemOf(0), 'confirmKey', { proofSeen: proof }))).toEqual(['not-offered']);
    office.send('reviewer1', itemOf(0), 'confirmKey', { proofSeen: proof });
    expect(stateOf(office)).toBe('corrected');
  });
  test('sent back is verified anew, and a relative does not approve it', () => {
    const office = startedMonth();
    office.send('village01', itemOf(0), 'proposeChange', proposed(moved));
    office.send('town1', itemOf(0), 'sendBack', { reason: 'R02', problem: '地址不符' });
    expect(office.get(itemOf(0))).toMatchObject({ state: 'pending', data: { changes: null } });
    const relation = town.relations.find(({ person }) => person === 'town1');
    const item = `${BATCH}.${relation?.resident}`;
    office.send('village01', item, 'proposeChange', proposed(moved));
    expect(whyOf(office.send('town1', item, 'approve', { proofSeen: proof }))).toEqual(['related-person']);
    expect(whyOf(office.send('town2', item, 'approve', { proofSeen: proof }))).toEqual([]);
  });
});

describe('what could not be verified', () => {
  const unableOffice = () => {
    const office = startedMonth();
    office.send('village01', itemOf(0), 'markUnable', { unableReason: 'moved' });
    office.send('town1', itemOf(0), 'orderCheck', { ground: '请核查去向。' });
    return office;
  };
  test('is settled when two different reviewers agree', () => {
    const office = unableOffice();
    office.send('reviewer1', itemOf(0), 'judge', finding('change', moved));
    expect(whyOf(office.send('reviewer1', itemOf(0), 'judge', finding('change', moved)))).toEqual(['same-person']);
    office.send('reviewer2', itemOf(0), 'judge', finding('change', moved));
    expect(office.get(itemOf(0))).toMatchObject({ state: 'changeProposed', data: { changes: moved } });
  });
  test('goes to the head when they disagree, in the finding or in the new values', () => {
    for (const other of [finding('consistent'), finding('change', { residenceAddress: '柳岸社区8楼8号' })]) {
      const office = unableOffice();
      office.send('reviewer1', itemOf(0), 'judge', finding('change', moved));
      office.send('reviewer2', itemOf(0), 'judge', other);
      expect(stateOf(office)).toBe('headRuling');
      office.send('head1', itemOf(0), 'rule', { finding: 'unresolved', ground: '双方材料均不充分。' });
      expect(stateOf(office)).toBe('unresolved');
    }
  });
});

describe('a request of the person', () => {
  test('is heard in any state; refused, the record stands as it stood', () => {
    const office = startedMonth();
    const request = { requestReference: '权请〔2026〕3号', requestedOn: TODAY, changes: { phone: '10012345678' }, evidence: proof };
    office.send('village01', itemOf(0), 'proposeChange', proposed(moved));
    office.send('town1', itemOf(0), 'approve', { proofSeen: proof });
    office.send('privacy', itemOf(0), 'subjectRequest', request);
    expect(office.get(itemOf(0)).data.changes).toEqual({ ...moved, phone: '10012345678' });
    office.send('town1', itemOf(0), 'sendBack', { reason: 'R02', problem: '电话非本人' });
    expect(office.get(itemOf(0))).toMatchObject({ state: 'corrected', data: { changes: moved } });
  });
  test('granted after the batch has passed, it enters the register at once', () => {
    const office = startedMonth();
    handIn(office);
    lookAt(office);
    office.send('reviewer1', BATCH, 'pass', passing);
    office.send('privacy', itemOf(0), 'subjectRequest', { requestReference: '权请〔2026〕5号', requestedOn: TODAY, changes: moved, evidence: proof });
    office.send('town2', itemOf(0), 'approve', { proofSeen: proof });
    expect(stateOf(office)).toBe('applied');
    expect(office.entry('residents', residents[0]?.id ?? '')?.values.residenceAddress).toBe(moved.residenceAddress);
  });
});
