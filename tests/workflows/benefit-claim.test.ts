/** Stories of benefit claims: the long way to the account, filing, the village’s notice, objections and corrections. */
import { describe, expect, test } from 'vitest';
import { benefitClaim } from '../../workflows/benefit-claim/index.ts';
import type { Claim } from '../../workflows/benefit-claim/claim.ts';
import { evidence } from '../../workflows/benefit-claim/evidence.ts';
import type { Case } from '../../workflows/kit/words.ts';
import { tale } from './claim-stories.ts';

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
    expect(['district-2027', 'district-2026', 'town-2026', 'village-2026', 'committed:town-2026', 'paid:village-2026'].map(total)).toEqual([50_000_000, 49_800_000, 29_900_000, 11_960_000, 0, 40_000]);
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

  test('one that comes in between two marks is judged after the first, and none is left open', () => {
    const told = tale();
    told.begin(QUOTA, 'villageNotice');
    object(told);
    told.tell('reviewer1', 'c1', 'judgeObjection');
    object(told);
    expect(told.tell('reviewer2', 'c1', 'judgeObjection')).toBe('objection');
    told.tell('reviewer1', 'c1', 'judgeObjection');
    expect(told.tell('reviewer2', 'c1', 'judgeObjection')).toBe('villageNotice');
    expect((told.data('c1')['objections'] as { standing: string }[]).map(({ standing }) => standing)).toEqual(['notUpheld', 'notUpheld']);
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

describe('the checklist beside a claim', () => {
  test('says of each condition whether it holds now, whether it held at the check, and which papers were seen', () => {
    const { begin, office } = tale();
    begin('special-support', 'townCheck');
    const listed = (change: object = {}) => {
      const entry = office.entry('residents', 'p900001');
      return evidence.checklist?.(office.get('c1') as unknown as Case<Claim>, entry && { ...entry, values: { ...entry.values, ...change } });
    };
    expect(listed()).toMatchObject({ basis: { zh: '特别扶助（不公示），第1版，权益发生于2025-01-01至2027-12-31' }, conditions: [{ code: 'registered', met: true, metThen: null, proofs: [] }, { code: 'paperHeld', met: true, metThen: null, proofs: [] }] });
    begin('special-support', 'headSignoff', 'c3', 'p900003');
    const later = evidence.checklist?.(office.get('c3') as unknown as Case<Claim>, null);
    expect(later?.conditions).toMatchObject([{ code: 'registered', met: false, metThen: true, proofs: [{ kind: { zh: '户口簿' } }] }, { code: 'paperHeld', met: false, metThen: true, proofs: [{ reference: '原件核对-演示' }] }]);
    expect(listed({ status: 'moved' })?.conditions[0]).toMatchObject({ met: false, accepts: [{ zh: '户口簿' }, { zh: '居住证明' }] });
  });
});
