/** Stories of payment batches: two finance users, one head, and a bank that sometimes says no. */
import { expect, test } from 'vitest';
import { tale } from './claim-stories.ts';

const QUOTA = 'quota-return-award';
const withTwoLines = () => {
  const told = tale();
  told.begin(QUOTA, 'inPayment', 'c1', 'p900001');
  told.begin('elder-support', 'inPayment', 'c2', 'p900002');
  return told;
};

test('an empty batch is not checked, and who opened it does not check it', () => {
  const { openBatch, tell, begin } = tale();
  openBatch('b1');
  expect(tell('finance2', 'b1', 'check')).toEqual(['batch-not-empty']);
  begin(QUOTA, 'inPayment');
  expect(tell('finance1', 'b1', 'check')).toEqual(['same-person']);
  expect(tell('head1', 'b1', 'check')).toEqual(['not-offered']);
  expect(tell('finance2', 'b1', 'check')).toBe('checked');
});

test('the total is the sum of the lines; a finance list that says otherwise is refused at its field', () => {
  const { tell, data } = withTwoLines();
  expect(tell('finance2', 'b1', 'check', { listTotal: 436_001 })).toEqual(['listTotal']);
  expect(tell('finance2', 'b1', 'check', { listTotal: 436_000 })).toBe('checked');
  expect(data('b1')).toMatchObject({ total: 436_000, lines: 2 });
});

test('a line taken out after the check stops the signature until it is checked anew', () => {
  const { tell } = withTwoLines();
  tell('finance2', 'b1', 'check');
  expect(tell('finance1', 'c2', 'unbatch')).toBe('approved');
  expect(tell('head1', 'b1', 'sign')).toEqual(['total-holds']);
  expect(tell('head1', 'b1', 'sendBack')).toBe('draft');
  tell('finance2', 'b1', 'check');
  expect(tell('head1', 'b1', 'sign')).toBe('signed');
});

test('nothing joins a batch that is no longer drawn up', () => {
  const { tell, begin, openBatch } = withTwoLines();
  tell('finance2', 'b1', 'check');
  begin(QUOTA, 'townReview', 'c3', 'p900003');
  openBatch('b2');
  tell('reviewer1', 'c3', 'pass');
  expect(tell('finance1', 'c3', 'batch', { batch: 'b1' })).toEqual(['not-offered']);
});

test('an approved claim names a batch that is still a draft', () => {
  const { tell, until, begin, openBatch } = withTwoLines();
  tell('finance2', 'b1', 'check');
  begin(QUOTA, 'approved', 'c3', 'p900003');
  openBatch('b2');
  expect(tell('finance1', 'c3', 'batch', { batch: 'b1' })).toEqual(['batch']);
  until('c3', 'inPayment');
});

test('the bank’s return pays every line still pending; without failures the batch is whole', () => {
  const { tell, sendOff, state, data } = withTwoLines();
  sendOff('b1');
  expect(tell('finance1', 'b1', 'recordReturn', { receivedOn: '2026-01-05' })).toEqual(['receivedOn']);
  expect(tell('finance1', 'b1', 'recordReturn', { fileHash: 'abc' })).toEqual(['fileHash']);
  expect(tell('finance1', 'b1', 'recordReturn')).toBe('returnedOk');
  expect([state('c1'), state('c2')]).toEqual(['paid', 'paid']);
  expect(data('b1')).toMatchObject({ paidTotal: 436_000, failed: 0 });
});

test('a line the bank confirmed by itself is not paid again with the rest', () => {
  const { tell, sendOff, data, office } = withTwoLines();
  sendOff('b1');
  expect(tell('finance1', 'c1', 'bankOk')).toBe('paid');
  expect(tell('finance1', 'b1', 'recordReturn')).toBe('returnedOk');
  expect(data('b1')).toMatchObject({ paidTotal: 436_000, failed: 0 });
  expect(office.ledger.filter(({ account, step }) => account.startsWith('paid:') && step.startsWith('pay:')).map(({ fen }) => fen)).toEqual([200_000, 100_000, 40_000, 57_600, 38_400]);
});

test('it is closed only after reconciling, and closes its claims with it', () => {
  const { tell, pay, state } = withTwoLines();
  pay('b1');
  expect(tell('finance1', 'b1', 'close')).toEqual(['not-offered']);
  expect(tell('finance1', 'b1', 'reconcile', { statementTotal: 1 })).toEqual(['statementTotal']);
  tell('finance1', 'b1', 'reconcile');
  tell('finance1', 'b1', 'close');
  expect([state('b1'), state('c1'), state('c2')]).toEqual(['closed', 'closed', 'closed']);
});

test('a cancelled batch gives its claims and the money back; one that went to the bank cannot be cancelled', () => {
  const { tell, sendOff, state, office, openBatch, until } = withTwoLines();
  expect(office.balance('village-2026')).toBe(12_000_000 - 40_000);
  tell('finance2', 'b1', 'check');
  expect(tell('finance1', 'b1', 'cancel')).toBe('cancelled');
  expect([state('c1'), state('c2')]).toEqual(['approved', 'approved']);
  expect(office.balance('village-2026')).toBe(12_000_000);
  openBatch('b2');
  until('c1', 'inPayment');
  sendOff('b2');
  expect(tell('finance1', 'b2', 'cancel')).toEqual(['not-offered']);
  expect(office.refolded('c1')).toEqual(office.get('c1'));
});

test('the batch waits for finance and head, not each claim in it', () => {
  const { office } = withTwoLines();
  expect(office.offers('finance2', 'b1').offers.map(({ type }) => type)).toEqual(['check', 'cancel']);
  expect(office.offers('finance1', 'b1').blocked).toEqual([{ type: 'check', why: ['same-person'] }]);
  expect(office.offers('finance1', 'c1').blocked).toEqual([{ type: 'bankOk', why: ['batch-sent'] }, { type: 'bankFail', why: ['batch-sent'] }]);
});
