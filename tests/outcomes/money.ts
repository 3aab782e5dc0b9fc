/** Money that goes astray and comes back: batches cancelled and returned, accounts corrected, second rounds, revocations and recoveries. */
import type { State } from '../../workflows/kit/words.ts';
import { does, says, wait, way } from '../stories/story.ts';
import { claim, ELDER, filedAnew, leaves, lessApproved, MARRIAGE, QUOTA, SPECIAL, standing, to } from './claims.ts';
import type { Outcome, Part, Step } from './outcome.ts';

const on = 'claim';
const LESS = 20_000;

const batched = (name: string, batch = 'batch'): Step[] => [to('approved', name), does('finance', name, 'batch', 'inPayment', says({ batch: `$${batch}` }))];
const opened = (batch = 'batch'): Step => does('finance', batch, 'open', 'draft');
const checked = (batch = 'batch'): Step => does('finance2', batch, 'check', 'checked');
const signed = (batch = 'batch'): Step => does('head', batch, 'sign', 'signed');
const sent = (batch = 'batch'): Step[] => [checked(batch), signed(batch), does('finance', batch, 'sendToBank', 'sentToBank')];
const settled = (batch = 'batch'): Step[] => [does('finance', batch, 'reconcile', 'reconciled'), does('finance', batch, 'close', 'closed')];

const inBatch = (title: string, programmes: Readonly<Record<string, string>>, ends: Outcome['ends'], ...steps: (Step | Step[])[]): Outcome => ({
  title, ends, parts: { ...Object.fromEntries(Object.entries(programmes).map(([name, programme]): [string, Part] => [name, { workflow: 'benefit-claim', programme }])), batch: { workflow: 'payment-batch' }, again: { workflow: 'payment-batch' } },
  steps: [...Object.keys(programmes).map((name) => does('clerk', name, 'open', 'draft')), ...steps.flat()],
});
const corrected = (name: string): Step[] => [
  does('clerk', name, 'correctAccount', 'accountCheck'), does('second', name, 'returnAccount', 'paymentFailed'), does('clerk', name, 'correctAccount', 'accountCheck'), does('second', name, 'confirmAccount', 'approved'),
];

const cancelledAt = (state: State, ...before: Step[]): Outcome =>
  inBatch(`a batch is cancelled when it is ${state}, and its claim is paid by another`, { claim: MARRIAGE }, { claim: 'closed', batch: 'cancelled' }, to('approved'), opened(), batched(on), before, does('finance', 'batch', 'cancel', 'cancelled'), to('closed'));
const batches: Outcome[] = [
  cancelledAt('draft'), cancelledAt('checked', checked()), cancelledAt('signed', checked(), signed()),
  inBatch('a line is taken out of a batch and paid by another; what is left is sent back once, and paid', { claim: QUOTA, other: ELDER }, { claim: 'closed', other: 'closed', batch: 'closed' },
    to('approved'), opened(), batched(on), batched('other'), does('finance', on, 'unbatch', 'approved'), checked(), does('head', 'batch', 'sendBack', 'draft'), sent(), does('finance', 'batch', 'recordReturn', 'returnedOk'), settled(), to('closed')),
  inBatch('three lines, of which one bounces: the others are paid, its account is corrected, and it is paid by the next batch', { claim: QUOTA, second: MARRIAGE, third: ELDER },
    { claim: 'closed', second: 'closed', third: 'closed', batch: 'closed', again: 'closed' },
    to('approved'), opened(), batched(on), batched('second'), batched('third'), sent(), does('finance', 'third', 'bankFail', 'paymentFailed'), does('finance', 'batch', 'recordReturn', 'partlyReturned'), corrected('third'),
    opened('again'), batched('third', 'again'), sent('again'), does('finance', 'again', 'recordReturn', 'returnedOk'), settled('again'), settled()),
  inBatch('a whole batch bounces, and its claim bounces twice before it is paid', { claim: SPECIAL }, { claim: 'closed', batch: 'closed', again: 'closed' },
    to('approved'), opened(), batched(on), sent(), does('finance', on, 'bankFail', 'paymentFailed'), does('finance', 'batch', 'recordReturn', 'partlyReturned'), settled(), corrected(on),
    opened('again'), batched(on, 'again'), sent('again'), does('finance', on, 'bankFail', 'paymentFailed'), does('finance', 'again', 'recordReturn', 'partlyReturned'), corrected(on), to('closed'), settled('again')),
  inBatch('the bank’s answer and the closing are recorded by hand', { claim: QUOTA }, { claim: 'closed', batch: 'closed' }, to('approved'), opened(), batched(on), sent(),
    does('finance', on, 'bankOk', 'paid'), does('finance', 'batch', 'recordReturn', 'returnedOk'), does('finance', 'batch', 'reconcile', 'reconciled'), does('finance', on, 'close', 'closed'), does('finance', 'batch', 'close', 'closed')),
  claim('an account is held against its proof before it is paid to', ELDER, 'closed', to('approved'), does('checker', on, 'checkAccount', 'approved')),
];

const revoked = [does('head', on, 'revoke', 'revocationProposed'), does('district', on, 'confirmRevocation', 'recovery')];
const notRevoked = (state: State): Step[] => [does('head', on, 'revoke', 'revocationProposed'), does('district', on, 'dismissRevocation', state)];
const revocations = [
  claim('paid by mistake, and paid back in full', MARRIAGE, 'recovered', to('closed'), revoked, does('finance', on, 'recordRecovery', 'recovered', way(0))),
  claim('paid by mistake, and paid back in parts, whatever tier bore it', QUOTA, 'recovered', to('closed'), revoked, does('finance', on, 'recordRecovery', 'recovery', way(1)), wait(3),
    does('finance', on, 'recordRecovery', 'recovery', way(1, { recoveredFen: 33_333 })), does('finance', on, 'recordRecovery', 'recovered', way(0))),
  claim('a part of what was paid is recovered', ELDER, 'recovered', to('closed'), does('head', on, 'revoke', 'revocationProposed', says({ recoverFen: 12_345 })), does('district', on, 'confirmRevocation', 'recovery'), does('finance', on, 'recordRecovery', 'recovered', way(0))),
  claim('recovered in part, and the rest written off on the second asking', SPECIAL, 'writtenOff', to('closed'), revoked, does('finance', on, 'recordRecovery', 'recovery', way(1)),
    does('finance', on, 'proposeWriteOff', 'writeOffProposed'), does('head', on, 'refuseWriteOff', 'recovery'), does('finance', on, 'proposeWriteOff', 'writeOffProposed'), does('head', on, 'signWriteOff', 'writtenOff')),
  claim('the district dismisses a revocation', ELDER, 'closed', to('closed'), notRevoked('closed')),
  claim('a revocation before the batch is closed is dismissed', QUOTA, 'closed', to('paid'), notRevoked('paid')),
  claim('revoked before the batch is closed, and paid back', MARRIAGE, 'recovered', to('paid'), revoked, does('finance', on, 'recordRecovery', 'recovered', way(0))),
];

const anew = [to('closed'), does('head', on, 'reopen', 'draft')];
const refusedAnew = [...anew, to('townCheck'), does('checker', on, 'reject', 'rejected')];
const rounds = [
  claim('paid too little at first, and the rest in a second round', QUOTA, 'closed', to('townReview'), does('r1', on, 'pass', 'townNoticeDraft', lessApproved(200_001)), anew),
  claim('paid too little, the rest in a second round, and all of both paid back', ELDER, 'recovered', to('townReview'), does('r1', on, 'pass', 'townNoticeDraft', lessApproved(50_001)), anew, to('closed'), revoked,
    does('finance', on, 'recordRecovery', 'recovery', way(1, { recoveredFen: 1 })), does('finance', on, 'recordRecovery', 'recovered', way(0))),
  claim('a second round finds nothing more to pay, by the head', MARRIAGE, 'closed', anew, to('headSignoff'), does('head', on, 'sign', 'closed')),
  claim('a second round finds nothing more to pay, by the district', QUOTA, 'closed', anew, to('districtConfirm'), does('district', on, 'confirm', 'closed')),
  claim('a second round is withdrawn when the rest is approved, and the claim stands as it was paid', QUOTA, 'closed', to('townReview'), does('r1', on, 'pass', 'townNoticeDraft', lessApproved(100_000)), anew, to('approved'), does('clerk', on, 'withdraw', 'closed')),
  ...leaves.filter(([state]) => state !== 'approved').map(([state, programme]) => claim(`a second round is withdrawn at ${state}, and the claim stands as it was paid`, programme, 'closed', anew, state === 'draft' ? [] : standing(state), does('clerk', on, 'withdraw', 'closed'))),
  claim('a second round is refused, and nobody appeals', MARRIAGE, 'closed', refusedAnew, wait(15)),
  claim('a second round is refused, and the appeal is dismissed', ELDER, 'closed', refusedAnew, does('clerk', on, 'appeal', 'appealReview'), does('r3', on, 'decideAppeal', 'closed', way(1))),
  claim('a second round is sent back and lapses', QUOTA, 'closed', anew, to('townCheck'), does('checker', on, 'sendBack', 'returned'), wait(10), wait(10)),
  claim('a correction lowers what the first round was to pay', MARRIAGE, 'closed', to('townReview'), does('r1', on, 'sendBack', 'returned'), does('clerk', on, 'resubmit', 'townCheck', filedAnew), to('headSignoff'), does('head', on, 'sendBack', 'returned'),
    does('clerk', on, 'resubmit', 'townCheck', way(1, { amountClaimed: LESS - 1 }))),
];

export const moneyOutcomes: readonly Outcome[] = [...batches, ...revocations, ...rounds];
