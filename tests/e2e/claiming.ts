/** The story of a claim with its payment, in whatever language its cast works. */
import type { Data } from '../../workflows/kit/words.ts';
import type { Cast } from './cast.ts';

const [CLAIM, BATCH] = ['benefit-claim', 'payment-batch'];
const PROGRAMME = 'quota-return-award';
/** The originals that this programme's conditions ask for. */
const PROOFS = [['registered', 'household_book'], ['married', 'marriage_certificate'], ['paperHeld', 'quota_document']].map(([rule, kind]) => ({ rule, kind, reference: 'A-01' }));

const toApproved = async (cast: Cast, id: string): Promise<void> => {
  const takes = (user: string, event: string, state: string, change: Data = {}): Promise<void> => cast.takes(user, CLAIM, id, event, state, { change });
  await takes('village03', 'submit', 'villageReview');
  await takes('village03', 'vote', 'villageNoticeDraft');
  await takes('village03', 'draftNotice', 'villageNoticeDraft');
  await takes('town1', 'releaseNotice', 'villageNotice');
  await takes('village03', 'recordPosting', 'villageNotice');
  await takes('town1', 'object', 'objection');
  await takes('reviewer1', 'judgeObjection', 'objection');
  await takes('reviewer2', 'judgeObjection', 'villageNotice');
  await cast.waits(CLAIM, id, 'townCheck');
  await takes('town2', 'passCheck', 'townReview', { proofs: PROOFS });
  await takes('reviewer3', 'pass', 'townNoticeDraft');
  await takes('town1', 'draftNotice', 'townNoticeDraft');
  await takes('town2', 'releaseNotice', 'townNotice');
  await takes('town1', 'recordPosting', 'townNotice');
  await cast.waits(CLAIM, id, 'headSignoff');
  await takes('head1', 'sign', 'districtConfirm');
  await takes('district1', 'confirm', 'approved');
};

const pay = async (cast: Cast, id: string, title: string): Promise<void> => {
  const batch = await cast.opens('finance1', BATCH, { change: { title } });
  await cast.takes('finance1', CLAIM, id, 'batch', 'inPayment', { change: { batch } });
  const takes = (user: string, event: string, state: string): Promise<void> => cast.takes(user, BATCH, batch, event, state);
  await takes('finance2', 'check', 'checked');
  await takes('head1', 'sign', 'signed');
  await takes('finance1', 'sendToBank', 'sentToBank');
  await takes('finance1', 'recordReturn', 'returnedOk');
  await takes('finance1', 'reconcile', 'reconciled');
  await takes('finance1', 'close', 'closed');
};

/** From the village's draft to the bank and back, paid in the batch of that title; gives the case's id. */
export const claim = async (cast: Cast, title: string): Promise<string> => {
  const id = await cast.opens('village03', CLAIM, { suits: ({ programme }) => programme === PROGRAMME });
  await toApproved(cast, id);
  await pay(cast, id, title);
  return id;
};
