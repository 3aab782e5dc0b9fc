/** Stories of benefit claims: the long way to the account, and everything that can happen on it. */
import { describe, expect, test } from 'vitest';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import { tale, TOWN } from './claim-stories.ts';

const QUOTA = 'quota-return-award';

describe('the long way', () => {
  test('a claim goes from draft to closed, is refolded from its log, and the ledger holds what each tier paid', () => {
    const { begin, state, data, office } = tale();
    begin(QUOTA, 'closed');
    expect(data('c1')).toMatchObject({ amount: 340_000, shares: { district: 200_000, town: 100_000, village: 40_000 }, paid: 340_000, paidIn: 'b1' });
    expect(office.refolded('c1')).toEqual(office.get('c1'));
    expect(JSON.parse(JSON.stringify(office.get('c1')))).toStrictEqual(office.get('c1'));
    expect(state('b1')).toBe('closed');
    const total = (account: string) => office.ledger.filter((row) => row.account === account).reduce((sum, { fen }) => sum + fen, 0);
    expect(['district-2027', 'district-2026', 'town-2026', 'village-2026', 'payable:c1', 'bank'].map(total)).toEqual([0, -200_000, -100_000, -40_000, 0, 340_000]);
  });

  test('the late-marriage award skips town notice and district, and shares pro rata below the cap', () => {
    const { open, until, state, tell, data } = tale();
    open('late-marriage-award', 'c1', 'p900001', { amountClaimed: 10_001 });
    until('c1', 'townReview');
    expect(tell('reviewer1', 'c1', 'pass')).toBe('headSignoff');
    expect(data('c1')['shares']).toEqual({ town: 6_668, village: 3_333 });
    expect(tell('head1', 'c1', 'sign')).toBe('approved');
    expect(state('c1')).toBe('approved');
  });

  test('special support is never posted: another reviewer takes the notices’ place', () => {
    const { begin, tell } = tale();
    begin('special-support', 'internalReview');
    expect(tell('reviewer1', 'c1', 'passAgain')).toEqual(['same-person']);
    expect(tell('reviewer2', 'c1', 'passAgain')).toBe('headSignoff');
    expect(tell('head1', 'c1', 'sign')).toBe('districtConfirm');
  });
});

describe('filing', () => {
  test('asks for the parts of the programme and no others', () => {
    const { open } = tale();
    expect(open(QUOTA, 'c1', 'p900001', { spouse: undefined })).toEqual(['spouse']);
    expect(open('elder-support', 'c1', 'p900001', { spouse: { spouseName: '白若谷', spouseIdNumber: '999901198506120013' } })).toContain('spouse.spouseIdNumber');
    expect(open('elder-support', 'c1', 'p900001', { marriage: { certificateNo: '一', registeredOn: '2012-06-01', registeredAt: '二' } })).toEqual(['marriage']);
  });

  test('refuses a day outside the validity, too much money, another’s account, somebody of another village', () => {
    const { open, office } = tale();
    expect(open(QUOTA, 'c1', 'p900001', { entitlementDate: '2016-01-01' })).toEqual(['entitlementDate']);
    expect(open(QUOTA, 'c1', 'p900001', { amountClaimed: 340_001 })).toEqual(['amountClaimed']);
    expect(open(QUOTA, 'c1', 'p900001', { accountHolder: '程一诺' })).toEqual(['accountHolder']);
    expect(open(QUOTA, 'c1', 'p900001', { backlogReason: undefined })).toEqual(['backlogReason']);
    const elsewhere = office.residents.find(({ unit }) => unit === '999901101002');
    expect(open(QUOTA, 'c1', elsewhere?.id)).toContain('applicant');
    expect(open(QUOTA, 'c1', 'p900001', {}, 'village02')).toEqual(['not-offered']);
  });

  test('one claim per person, programme and period; a withdrawn one does not count, nor another year', () => {
    const { open, tell } = tale();
    open(QUOTA, 'c1');
    open(QUOTA, 'c2');
    tell('village01', 'c1', 'submit');
    expect(tell('village01', 'c2', 'submit')).toEqual(['no-live-duplicate']);
    expect(tell('village01', 'c1', 'withdraw')).toBe('withdrawn');
    expect(tell('village01', 'c2', 'submit')).toBe('villageReview');
    open('elder-support', 'c3', 'p900001', { entitlementDate: '2025-06-01' });
    open('elder-support', 'c4', 'p900001', { entitlementDate: '2026-06-01' });
    tell('village01', 'c3', 'submit');
    expect(tell('village01', 'c4', 'submit')).toBe('villageReview');
  });

  test('after the programme’s last day nothing can be submitted', () => {
    const { open, formFor, office } = tale();
    open(QUOTA);
    const early = office.get('c1');
    const rule = benefitClaim.rules['filing-open'];
    const ask = (at: string) => rule?.({ case: early, at, actor: office.actorAt('village01', early.unit), form: formFor('c1', 'submit', 0), facts: {} });
    expect(ask('2028-12-31T15:59:59.999Z')).toBe(true);
    expect(ask('2028-12-31T16:00:00.000Z')).toBe(false);
  });

  test('papers that are missing are named at their field', () => {
    const { open, tell } = tale();
    open(QUOTA);
    expect(tell('village01', 'c1', 'submit', { papers: [{ kind: 'signed_form', reference: '一', seenOn: '2026-11-23' }] })).toEqual(['papers']);
    expect(tell('village01', 'c1', 'submit', { consentNotice: undefined })).toEqual(['consentNotice']);
    expect(tell('village01', 'c1', 'submit', { signedOn: '2026-11-24' })).toEqual(['signedOn']);
  });
});

describe('the village', () => {
  test('too few present is no vote; a lost vote is a refusal', () => {
    const { begin, tell, state } = tale();
    begin(QUOTA, 'villageReview');
    expect(tell('village01', 'c1', 'vote', { minutes: { reference: '一', heldOn: '2026-11-23', panel: 9, present: 5, yes: 5, no: 0, abstain: 0 } })).toEqual(['minutes']);
    expect(tell('village01', 'c1', 'vote', {}, 1)).toBe('rejected');
    expect(state('c1')).toBe('rejected');
  });

  test('a notice is drafted by one and released by another, with nothing on it but a masked name', () => {
    const { begin, tell, data } = tale();
    begin(QUOTA, 'villageNoticeDraft');
    expect(tell('town1', 'c1', 'releaseNotice')).toEqual(['notice-drafted']);
    tell('village01', 'c1', 'draftNotice');
    expect(tell('village01', 'c1', 'draftNotice')).toEqual(['not-drafted-yet']);
    expect(tell('town1', 'c1', 'returnNotice')).toBe('villageNoticeDraft');
    expect(tell('town1', 'c1', 'releaseNotice')).toEqual(['notice-drafted']);
    tell('village01', 'c1', 'draftNotice');
    expect(tell('town1', 'c1', 'releaseNotice')).toBe('villageNotice');
    expect(data('c1')['villageNotice']).toMatchObject({ name: '安*远', round: 1 });
    expect(JSON.stringify(data('c1')['villageNotice'])).not.toContain('安知远');
  });

  test('who drafted it does not release it after a suspension either, and who sent it back drafts none', () => {
    const { begin, tell } = tale();
    begin(QUOTA, 'townNoticeDraft');
    tell('town1', 'c1', 'draftNotice');
    tell('town3', 'c1', 'suspend');
    tell('town3', 'c1', 'resume');
    expect(tell('town1', 'c1', 'releaseNotice')).toEqual(['same-person']);
    tell('town2', 'c1', 'returnNotice');
    expect(tell('town2', 'c1', 'draftNotice')).toEqual(['same-person']);
    tell('town1', 'c1', 'draftNotice');
    expect(tell('town2', 'c1', 'releaseNotice')).toBe('townNotice');
  });

  test('without proof of the posting it never ends; with it, it ends at the end of that day', () => {
    const { begin, tell, wait, state, office } = tale();
    begin(QUOTA, 'villageNotice');
    office.clock('2026-12-10T01:00:00.000Z');
    expect(state('c1')).toBe('villageNotice');
    expect(tell('village01', 'c1', 'recordPosting', { sheet: { sheetNo: '一', place: '公开栏', postedOn: '2026-11-22' } })).toEqual(['sheet']);
    expect(tell('village01', 'c1', 'recordPosting', { sheet: { sheetNo: '一', place: '公开栏', postedOn: '2026-11-23' } })).toBe('villageNotice');
    wait(0);
    expect(state('c1')).toBe('townCheck');
    expect(office.refolded('c1')).toEqual(office.get('c1'));
  });

  test('the notice runs seven working days from the posting, however late it was posted', () => {
    const { begin, tell, wait, state } = tale();
    begin(QUOTA, 'villageNotice');
    wait(2);
    tell('village01', 'c1', 'recordPosting', { sheet: { sheetNo: '一', place: '公开栏', postedOn: '2026-11-25' } });
    wait(6);
    expect(state('c1')).toBe('villageNotice');
    wait(1);
    expect(state('c1')).toBe('townCheck');
  });

  test('a wrong day of posting put right moves the end back again', () => {
    const { begin, tell, wait, state } = tale();
    begin(QUOTA, 'villageNotice');
    wait(2);
    tell('village01', 'c1', 'recordPosting', { sheet: { sheetNo: '一', place: '公开栏', postedOn: '2026-11-25' } });
    tell('village01', 'c1', 'recordPosting', { sheet: { sheetNo: '一', place: '公开栏', postedOn: '2026-11-24' } });
    wait(6);
    expect(state('c1')).toBe('townCheck');
  });
});

describe('objections', () => {
  const object = (told: ReturnType<typeof tale>) => told.tell('village01', 'c1', 'object');

  test('the notice stands still and goes on with the days left; a second objection is judged in its turn', () => {
    const told = tale();
    const { begin, tell, wait, state, data } = told;
    begin(QUOTA, 'villageNotice');
    tell('village01', 'c1', 'recordPosting');
    wait(3);
    expect(object(told)).toBe('objection');
    expect(object(told)).toBe('objection');
    wait(4);
    expect(tell('reviewer1', 'c1', 'judgeObjection')).toBe('objection');
    expect(tell('reviewer1', 'c1', 'judgeObjection')).toEqual(['same-person']);
    expect(tell('reviewer2', 'c1', 'judgeObjection')).toBe('objection');
    tell('reviewer1', 'c1', 'judgeObjection');
    expect(tell('reviewer3', 'c1', 'judgeObjection')).toBe('villageNotice');
    expect((data('c1')['objections'] as { standing: string }[]).map(({ standing }) => standing)).toEqual(['notUpheld', 'notUpheld']);
    wait(3);
    expect(state('c1')).toBe('villageNotice');
    wait(1);
    expect(state('c1')).toBe('townCheck');
  });

  test('two reviewers who disagree send it to the head', () => {
    const told = tale();
    told.begin(QUOTA, 'townNotice');
    told.tell('town2', 'c1', 'object');
    told.tell('reviewer1', 'c1', 'judgeObjection');
    expect(told.tell('reviewer2', 'c1', 'judgeObjection', {}, 1)).toBe('objectionRuling');
    expect(told.tell('town2', 'c1', 'object')).toBe('objectionRuling');
    expect(told.tell('head1', 'c1', 'ruleObjection')).toBe('objection');
    told.tell('reviewer1', 'c1', 'judgeObjection');
    expect(told.tell('reviewer2', 'c1', 'judgeObjection')).toBe('townNotice');
  });

  test('an objection upheld refuses; an appeal granted has it judged anew, never past the notice', () => {
    const told = tale();
    told.begin(QUOTA, 'villageNotice');
    object(told);
    told.tell('reviewer1', 'c1', 'judgeObjection', {}, 1);
    expect(told.tell('reviewer2', 'c1', 'judgeObjection', {}, 1)).toBe('rejected');
    expect(told.tell('village01', 'c1', 'appeal')).toBe('appealReview');
    expect(told.tell('reviewer1', 'c1', 'decideAppeal')).toEqual(['not-refuser']);
    expect(told.tell('reviewer3', 'c1', 'decideAppeal')).toBe('objection');
    told.tell('reviewer1', 'c1', 'judgeObjection');
    expect(told.tell('reviewer3', 'c1', 'judgeObjection')).toBe('villageNotice');
  });
});

describe('sending back', () => {
  test('every listed item is answered, and the claim goes back to where it came from', () => {
    const { begin, tell } = tale();
    begin(QUOTA, 'headSignoff');
    expect(tell('head1', 'c1', 'sendBack')).toBe('returned');
    expect(tell('village01', 'c1', 'resubmit', { answers: [{ item: 'account', answer: '好' }] })).toEqual(['answers']);
    expect(tell('village01', 'c1', 'resubmit')).toBe('headSignoff');
    expect(tell('head1', 'c1', 'sign')).toBe('districtConfirm');
  });

  test('a correction of what the amount rests on goes to the town check, with notices anew', () => {
    const { begin, tell, until, state, office, data } = tale();
    begin(QUOTA, 'headSignoff');
    tell('head1', 'c1', 'sendBack');
    expect(tell('village01', 'c1', 'resubmit', {}, 1)).toBe('townCheck');
    expect(office.get('c1').memory.round).toBe(2);
    expect(tell('town1', 'c1', 'passCheck')).toBe('villageNoticeDraft');
    until('c1', 'townReview');
    expect(state('c1')).toBe('townReview');
    until('c1', 'headSignoff');
    expect(data('c1')['amount']).toBe(20_000);
    expect(tell('head1', 'c1', 'sign')).toBe('districtConfirm');
  });

  test('before the village’s vote a correction changes nothing else', () => {
    const { begin, tell } = tale();
    begin(QUOTA, 'villageReview');
    tell('village01', 'c1', 'sendBack');
    expect(tell('village01', 'c1', 'resubmit', {}, 1)).toBe('villageReview');
  });

  test('it lapses after one reminder, and may be filed again', () => {
    const { begin, open, tell, wait, state, office } = tale();
    begin(QUOTA, 'townCheck');
    tell('town1', 'c1', 'sendBack');
    wait(10);
    expect(state('c1')).toBe('returned');
    expect(office.told.at(-1)).toMatchObject({ case: 'c1', what: 'reminder' });
    wait(10);
    expect(state('c1')).toBe('withdrawn');
    open(QUOTA, 'c2');
    expect(tell('village01', 'c2', 'submit')).toBe('villageReview');
  });
});

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
    expect(office.ledger.filter(({ step, case: of }) => of === 'c1' && step.startsWith('pay:'))).toHaveLength(2);
    expect(office.ledger.filter(({ account }) => account === 'bank').reduce((sum, { fen }) => sum + fen, 0)).toBe(436_000);
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
    expect(office.ledger.reduce((sum, { account, fen }) => sum + (account === 'bank' ? fen : 0), 0)).toBe(0);
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
