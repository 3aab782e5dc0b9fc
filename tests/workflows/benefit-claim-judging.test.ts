/** Stories of benefit claims in town and district: judging, payment, a new round, revocation. */
import { describe, expect, test } from 'vitest';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { tale, TOWN } from './claim-stories.ts';

const QUOTA = 'quota-return-award';

describe('judging', () => {
  test('who has declared a relation does not judge', () => {
    const { begin, tell } = tale({ relations: [{ person: 'reviewer1', resident: 'p900001' }] });
    begin(QUOTA, 'townReview');
    for (const event of ['pass', 'sendBack', 'reject']) expect(tell('reviewer1', 'c1', event)).toEqual(['not-related']);
    expect(tell('reviewer2', 'c1', 'pass')).toBe('townNoticeDraft');
  });

  test('every condition needs an original that proves it, and two visitors', () => {
    const { begin, tell } = tale();
    begin(QUOTA, 'townCheck');
    expect(tell('town1', 'c1', 'passCheck', { proofs: [{ rule: 'registered', kind: 'household_book', reference: '一' }] })).toEqual(['proofs']);
    expect(tell('town1', 'c1', 'passCheck', { visit: { visitedOn: '2026-11-23', persons: [{ name: '白若谷' }], findings: '情况属实无误' } })).toContain('visit.persons');
  });

  test('the reviewer’s recomputation must hold: unmet conditions and changes since the check keep a claim back', () => {
    const { open, until, tell, office } = tale();
    open('late-marriage-award', 'c1', 'p900003', { marriage: { certificateNo: '一', registeredOn: '2012-06-02', registeredAt: '二' } });
    until('c1', 'townReview');
    expect(tell('reviewer1', 'c1', 'pass')).toEqual(['eligible']);
    expect(office.offers('reviewer1', 'c1').blocked).toContainEqual({ type: 'pass', why: ['eligible'] });
  });

  test('persons are kept apart, not posts: a reviewer who is the head’s deputy too does not sign what they passed', () => {
    const deputy = { id: 'deputy', name: '程一诺', posts: [{ post: 'reviewer', unit: TOWN }, { post: 'town_head', unit: TOWN }, { post: 'finance', unit: TOWN }] };
    const { begin, tell } = tale({ also: [deputy] });
    begin('late-marriage-award', 'townReview');
    expect(tell('deputy', 'c1', 'pass')).toBe('headSignoff');
    expect(tell('deputy', 'c1', 'sign')).toEqual(['same-person']);
    expect(tell('head1', 'c1', 'sign')).toBe('approved');
    expect(tell('deputy', 'c1', 'batch')).toContain('same-person');
  });

  test('a clerk of village and town who corrected a claim does not check the correction, nor corrects what they checked', () => {
    const both = { id: 'both', name: '程一诺', posts: [{ post: 'village_clerk', unit: TOWN }, { post: 'town_clerk', unit: TOWN }] };
    const { begin, tell } = tale({ also: [both] });
    begin(QUOTA, 'townCheck');
    expect(tell('both', 'c1', 'passCheck')).toBe('townReview');
    tell('reviewer1', 'c1', 'sendBack');
    expect(tell('both', 'c1', 'resubmit')).toEqual(['same-person']);
    tell('village01', 'c1', 'resubmit');
    const other = tale({ also: [both] });
    other.begin(QUOTA, 'headSignoff');
    other.tell('head1', 'c1', 'sendBack');
    expect(other.tell('both', 'c1', 'resubmit', {}, 1)).toBe('townCheck');
    expect(other.tell('both', 'c1', 'passCheck')).toEqual(['same-person']);
  });

  test('nothing is signed without the notices of its round, or with shares that do not add up', () => {
    const { begin, office } = tale();
    begin(QUOTA, 'headSignoff');
    const one = office.get('c1');
    const rule = benefitClaim.rules['notices-complete'];
    const asked = { at: office.now(), actor: office.actorAt('head1', one.unit), form: {}, facts: {} };
    expect(rule?.({ ...asked, case: one })).toBe(true);
    expect(rule?.({ ...asked, case: { ...one, memory: { ...one.memory, round: 2 } } })).toBe(false);
    expect(benefitClaim.rules['shares-add-up']?.({ ...asked, case: { ...one, data: { ...one.data, amount: 1 } } })).toBe(false);
  });

  test('a refusal ends after fifteen working days without appeal; a dismissed appeal ends at once', () => {
    const first = tale();
    first.begin(QUOTA, 'townReview');
    first.tell('reviewer1', 'c1', 'reject');
    first.wait(14);
    expect(first.state('c1')).toBe('rejected');
    first.wait(1);
    expect(first.state('c1')).toBe('rejectedFinal');
    const second = tale();
    second.begin(QUOTA, 'townReview');
    second.tell('reviewer1', 'c1', 'reject');
    second.tell('village01', 'c1', 'appeal');
    expect(second.tell('reviewer1', 'c1', 'decideAppeal', {}, 1)).toEqual(['not-refuser']);
    expect(second.tell('reviewer2', 'c1', 'decideAppeal', {}, 1)).toBe('rejectedFinal');
  });

  test('an appeal granted returns to the step whose refusal it overturns', () => {
    for (const [goal, by] of [['townCheck', 'town1'], ['townReview', 'reviewer1'], ['headSignoff', 'head1'], ['districtConfirm', 'district1']] as const) {
      const { begin, tell } = tale();
      begin(QUOTA, goal);
      expect(tell(by, 'c1', 'reject')).toBe('rejected');
      tell('village01', 'c1', 'appeal');
      expect(tell('reviewer2', 'c1', 'decideAppeal')).toBe(goal);
    }
  });

  test('suspension keeps the days left, wherever it happens', () => {
    const { begin, tell, wait, state } = tale();
    begin(QUOTA, 'villageNotice');
    tell('village01', 'c1', 'recordPosting');
    wait(5);
    expect(tell('town2', 'c1', 'suspend')).toBe('suspended');
    wait(20);
    expect(tell('town2', 'c1', 'resume')).toBe('villageNotice');
    wait(1);
    expect(state('c1')).toBe('villageNotice');
    wait(1);
    expect(state('c1')).toBe('townCheck');
  });
});

describe('payment', () => {
  test('nothing joins where no batch is drawn up, or beyond the budget', () => {
    const { begin, tell, openBatch, office } = tale();
    begin(QUOTA, 'approved');
    expect(tell('finance1', 'c1', 'batch')).toEqual(['no-open-batch']);
    openBatch('b1');
    expect(tell('finance1', 'c1', 'batch', { batch: 'b2' })).toEqual(['batch']);
    office.ledger.push({ account: 'village-2026', fen: 1 - 12_000_000, case: 'other', step: 'spent' });
    expect(tell('finance1', 'c1', 'batch')).toEqual(['within-budget']);
  });

  test('the bank can say nothing of a batch it has not got', () => {
    const { begin, tell } = tale();
    begin(QUOTA, 'inPayment');
    expect(tell('finance1', 'c1', 'bankOk')).toEqual(['batch-sent']);
    expect(tell('finance1', 'c1', 'bankFail')).toEqual(['batch-sent']);
    expect(tell('finance1', 'c1', 'unbatch')).toBe('approved');
  });

  test('a failed line is corrected, checked by another, and paid once in a later batch', () => {
    const { begin, tell, sendOff, settle, pay, openBatch, office, state, data } = tale();
    begin(QUOTA, 'inPayment');
    begin('elder-support', 'inPayment', 'c2', 'p900002');
    sendOff('b1');
    expect(tell('finance1', 'c1', 'bankFail')).toBe('paymentFailed');
    expect(office.balance('district-2026')).toBe(50_000_000 - 57_600);
    expect(tell('finance1', 'b1', 'recordReturn')).toBe('partlyReturned');
    expect(data('b1')).toMatchObject({ failed: 1, paidTotal: 96_000, total: 436_000 });
    expect([state('c1'), state('c2')]).toEqual(['paymentFailed', 'paid']);
    expect(tell('finance1', 'c2', 'close')).toEqual(['batch-reconciled']);
    settle('b1');
    expect([state('b1'), state('c2')]).toEqual(['closed', 'closed']);
    expect(tell('village01', 'c1', 'correctAccount')).toBe('accountCheck');
    expect(tell('town1', 'c1', 'returnAccount')).toBe('paymentFailed');
    tell('village01', 'c1', 'correctAccount');
    expect(tell('town1', 'c1', 'confirmAccount')).toBe('approved');
    openBatch('b2');
    tell('finance1', 'c1', 'batch', { batch: 'b2' });
    pay('b2');
    settle('b2');
    expect([state('b2'), state('c1')]).toEqual(['closed', 'closed']);
    expect(office.ledger.filter(({ step, case: of }) => of === 'c1' && step.startsWith('pay:'))).toHaveLength(6);
    expect(office.ledger.filter(({ account }) => account.startsWith('paid:')).reduce((sum, { fen }) => sum + fen, 0)).toBe(436_000);
    expect(office.refolded('c1')).toEqual(office.get('c1'));
  });

  test('a claim reopened because too little was paid brings the difference only', () => {
    const { open, until, tell, data, state } = tale();
    open(QUOTA, 'c1', 'p900001', { amountClaimed: 300_000 });
    until('c1', 'closed');
    expect(tell('head1', 'c1', 'reopen')).toBe('draft');
    tell('village01', 'c1', 'revise', { amountClaimed: 340_000 });
    until('c1', 'townReview');
    expect(tell('reviewer1', 'c1', 'pass', { amountApproved: 299_999 })).toEqual(['amountApproved']);
    until('c1', 'approved');
    expect(data('c1')).toMatchObject({ entitled: 340_000, amount: 40_000, paid: 300_000 });
    expect(state('c1')).toBe('approved');
  });

  test('a reopened claim that is withdrawn stands as it was paid', () => {
    const { begin, tell } = tale();
    begin(QUOTA, 'closed');
    tell('head1', 'c1', 'reopen');
    expect(tell('village01', 'c1', 'withdraw')).toBe('closed');
  });

  test('the same amount found again closes the claim without another payment', () => {
    const { begin, tell, until, state } = tale();
    begin(QUOTA, 'closed');
    tell('head1', 'c1', 'reopen');
    until('c1', 'districtConfirm');
    expect(tell('district1', 'c1', 'confirm')).toBe('closed');
    expect(state('c1')).toBe('closed');
  });
});

describe('revocation', () => {
  test('the head proposes with ground and hearing, the district confirms, finance recovers', () => {
    const { begin, tell, office, data } = tale();
    begin(QUOTA, 'paid');
    expect(tell('head1', 'c1', 'revoke', { hearing: undefined })).toEqual(['hearing']);
    expect(tell('head1', 'c1', 'revoke', { recoverFen: 340_001 })).toEqual(['recoverFen']);
    expect(tell('head1', 'c1', 'revoke')).toBe('revocationProposed');
    expect(tell('head2', 'c1', 'confirmRevocation')).toEqual(['not-offered']);
    expect(tell('district1', 'c1', 'dismissRevocation')).toBe('paid');
    tell('head1', 'c1', 'revoke');
    expect(tell('district1', 'c1', 'confirmRevocation')).toBe('recovery');
    expect(tell('finance1', 'c1', 'recordRecovery', { recoveredFen: 340_001 })).toEqual(['recoveredFen']);
    expect(tell('finance1', 'c1', 'recordRecovery', {}, 1)).toBe('recovery');
    expect(tell('finance1', 'c1', 'recordRecovery')).toBe('recovered');
    expect(data('c1')['recovered']).toBe(340_000);
    expect(office.ledger.reduce((sum, { account, fen }) => sum + (account.startsWith('paid:') ? fen : 0), 0)).toBe(0);
  });

  test('the head signs a write-off, or sends finance back to it', () => {
    const { begin, tell } = tale();
    begin(QUOTA, 'closed');
    tell('head1', 'c1', 'revoke');
    tell('district1', 'c1', 'confirmRevocation');
    tell('finance1', 'c1', 'proposeWriteOff');
    expect(tell('head1', 'c1', 'refuseWriteOff')).toBe('recovery');
    tell('finance1', 'c1', 'proposeWriteOff');
    expect(tell('head1', 'c1', 'signWriteOff')).toBe('writtenOff');
  });
});
