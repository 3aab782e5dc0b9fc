/** The stretches of a claim's way that many stories share, each as told when all goes well. */
import { claims, clerkOf, placeOf, TOWN } from './cast.ts';
import { does, says, sees, wait, way, type Line, type Role } from './story.ts';

export const claimOf = (n: number): Role => ({ workflow: 'benefit-claim', unit: placeOf(n) });
export const batchRole: Role = { workflow: 'payment-batch', unit: TOWN };

/** From nothing to the village's table. */
export const filed = (n: number, programme: string, on = 'claim'): Line[] => [
  does(clerkOf(n), on, 'open', 'draft', claims(programme, n)),
  does(clerkOf(n), on, 'submit', 'villageReview'),
];
/** The village's notice hangs to its end. */
export const posted = (n: number, days: number, on = 'claim'): Line[] => [
  does(clerkOf(n), on, 'draftNotice', 'villageNoticeDraft'),
  does('town1', on, 'releaseNotice', 'villageNotice'),
  does(clerkOf(n), on, 'recordPosting', 'villageNotice'),
  wait(days),
];
export const townPosted = (on = 'claim'): Line[] => [
  does('town3', on, 'draftNotice', 'townNoticeDraft'),
  does('town4', on, 'releaseNotice', 'townNotice'),
  does('town3', on, 'recordPosting', 'townNotice'),
  wait(5),
];
/** A quota-return or elder-support claim up to the town's check. */
export const toTownCheck = (n: number, programme: string): Line[] => [...filed(n, programme), does(clerkOf(n), 'claim', 'vote', 'villageNoticeDraft'), ...posted(n, 7), sees('town2', 'claim', 'townCheck')];
export const toTownReview = (n: number, programme: string): Line[] => [...toTownCheck(n, programme), does('town2', 'claim', 'passCheck', 'townReview')];
export const toHead = (n: number, programme: string): Line[] => [...toTownReview(n, programme), does('reviewer3', 'claim', 'pass', 'townNoticeDraft'), ...townPosted(), sees('head1', 'claim', 'headSignoff')];
export const toDistrict = (n: number, programme: string): Line[] => [...toHead(n, programme), does('head1', 'claim', 'sign', 'districtConfirm')];
export const toApproved = (n: number, programme: string): Line[] => [...toDistrict(n, programme), does('district1', 'claim', 'confirm', 'approved')];
/** A late-marriage claim: one notice, no district. */
export const marriageApproved = (n: number): Line[] => [
  ...filed(n, 'late-marriage-award'), does(clerkOf(n), 'claim', 'vote', 'villageNoticeDraft'), ...posted(n, 5),
  does('town2', 'claim', 'passCheck', 'townReview'), does('reviewer3', 'claim', 'pass', 'headSignoff'), does('head1', 'claim', 'sign', 'approved'),
];
/** Into a batch that is drawn up, checked, signed and sent. */
export const sent = (batch = 'batch'): Line[] => [
  does('finance1', batch, 'open', 'draft'),
  does('finance1', 'claim', 'batch', 'inPayment', says({ batch: `$${batch}` })),
  does('finance2', batch, 'check', 'checked'),
  does('head2', batch, 'sign', 'signed'),
  does('finance1', batch, 'sendToBank', 'sentToBank'),
];
/** The bank paid, the statement agrees, the batch is closed. */
export const settled = (batch = 'batch', state = 'returnedOk'): Line[] => [
  does('finance1', batch, 'recordReturn', state),
  does('finance1', batch, 'reconcile', 'reconciled'),
  does('finance1', batch, 'close', 'closed'),
];
export const toClosed = (n: number): Line[] => [...marriageApproved(n), ...sent(), ...settled(), sees('auditor', 'claim', 'closed')];
export const anew = way(1);
