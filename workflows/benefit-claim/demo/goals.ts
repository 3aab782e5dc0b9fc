/** Where the demo town's claims stand, and how many. */
import type { NoticeStand } from '../../office/demo-town/notice-days.ts';
import type { PaydayStand } from '../../office/demo-town/paydays.ts';

export type Goal = {
  /** The state the claim stands in, or `paid`, `closed` and the like that its batch brings it to. */
  readonly state: string;
  readonly count: number;
  /** The turning that leads there, where it is not called as the state. */
  readonly by?: string;
  /** Batches whose stand brings a claim there, taken in turn. */
  readonly paydays?: readonly PaydayStand[];
  /** Notices whose stand brings claims there: as many as each of them gathers. */
  readonly notices?: readonly NoticeStand[];
  /** Not in such a notice yet, but where it stands open. */
  readonly beside?: true;
};

const CLOSED: readonly PaydayStand[] = ['closed'];
const PAID: readonly PaydayStand[] = ['reconciled', 'partlyReturned', 'returnedOk'];
const UNDER_WAY: readonly PaydayStand[] = ['draft', 'checked', 'signed', 'sentToBank'];
const BOUNCED: readonly PaydayStand[] = ['partlyReturned'];
const goal = (state: string, count: number, paydays?: readonly PaydayStand[]): Goal => ({ state, count, ...(paydays && { paydays }) });
const beside = (state: string): Goal => ({ state, count: 1, notices: ['draft'], beside: true });
const posted = (state: string, count: number, ...notices: readonly NoticeStand[]): Goal => ({ state, count, notices });

export const goals: Readonly<Record<string, readonly Goal[]>> = {
  'quota-return-award': [
    goal('draft', 5), goal('villageReview', 8), posted('villageGathered', 2, 'draft'), goal('villageNotice', 4), posted('villageNotice', 3, 'posted'), goal('objection', 2), goal('townCheck', 3), posted('townCheck', 4, 'over', 'closed'), goal('townReview', 4), goal('returned', 6),
    goal('townNotice', 4), posted('townNotice', 3, 'posted'), goal('headSignoff', 5), goal('districtConfirm', 8), goal('approved', 6), goal('inPayment', 4, UNDER_WAY), goal('paymentFailed', 3, BOUNCED),
    goal('paid', 4, PAID), goal('closed', 12, CLOSED), goal('rejected', 3), goal('withdrawn', 2), goal('appealReview', 1),
  ],
  'late-marriage-award': [goal('closed', 28, CLOSED), goal('inPayment', 4, UNDER_WAY), goal('townCheck', 4), goal('returned', 2), goal('rejected', 2)],
  'elder-support': [
    goal('closed', 48, CLOSED), goal('paid', 12, PAID), goal('inPayment', 8, UNDER_WAY), goal('approved', 6), goal('districtConfirm', 4), goal('headSignoff', 4),
    goal('townNotice', 4), goal('townReview', 3), goal('townCheck', 4), goal('villageNotice', 2), posted('villageNotice', 2, 'unproven'), posted('townCheck', 1, 'late'), posted('villageGathered', 2, 'released'), posted('townGathered', 2, 'review'), goal('returned', 2), goal('draft', 1), beside('villageNoticeDraft'),
    beside('townNoticeDraft'), posted('villageNoticeDraft', 1, 'takenDown'), posted('townGathered', 1, 'draft'), { ...goal('villageNoticeDraft', 1), by: 'villageNoticeDrafted' }, { ...goal('townNoticeDraft', 1), by: 'townNoticeDrafted' }, goal('suspended', 1), goal('objectionRuling', 1), goal('rejectedFinal', 1), goal('accountCheck', 1, BOUNCED),
    goal('revocationProposed', 1, CLOSED), goal('recovery', 1, CLOSED), goal('writeOffProposed', 1, CLOSED), goal('recovered', 1, CLOSED), goal('writtenOff', 1, CLOSED),
  ],
  'special-support': [goal('internalReview', 2), goal('headSignoff', 1), goal('townCheck', 1), goal('closed', 2, CLOSED)],
};

/** Below the cap, in fen: five of the sixteen quota-return claims that were paid. */
export const belowCap: readonly number[] = [280_000, 310_000, 255_500, 333_333, 190_000];
