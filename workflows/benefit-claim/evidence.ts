/** What the reviewer of a claim has beside it. */
import type { Evidence } from '../kit/evidence.ts';
import type { Claim } from './claim.ts';
import { programmeOf } from './rounds.ts';
import { payingStates } from './states/paying.ts';

const PAID = ['paid', 'closed', 'revocationProposed', 'recovery', 'writeOffProposed', 'writtenOff'];
const NOTHING = ['draft', 'rejected', 'rejectedFinal', 'withdrawn', 'recovered'];

export const evidence: Evidence<Claim> = {
  for: ['town_clerk', 'reviewer', 'town_head', 'district_officer', 'finance'],
  states: ['townCheck', 'townReview', 'internalReview', 'headSignoff', 'districtConfirm', 'appealReview', ...Object.keys(payingStates).filter((state) => state === 'approved' || state === 'accountCheck')],
  compared: [
    { field: 'name', label: { zh: '申请人（户名）', en: 'Applicant (account holder)' }, claimed: ({ accountHolder }) => accountHolder ?? null, sealed: false },
    { field: 'account', label: { zh: '收款账号', en: 'Account' }, claimed: ({ accountNo }) => accountNo ?? null, sealed: true },
    { field: 'spouse', label: { zh: '配偶身份号码', en: 'Spouse’s identity number' }, claimed: ({ spouse }) => spouse?.spouseIdNumber ?? null, sealed: true },
    { field: 'marriageDate', label: { zh: '婚姻登记日期', en: 'Marriage registered on' }, claimed: ({ marriage }) => marriage?.registeredOn ?? null, sealed: false },
  ],
  account: ({ accountNo }) => accountNo ?? null,
  other: ({ state, data }) => ({
    group: programmeOf(data).label, fen: data.paid ?? data.amount ?? data.amountClaimed, on: data.paidOn ?? data.filedOn ?? data.entitlementDate,
    standing: PAID.includes(state) ? 'paid' : NOTHING.includes(state) ? 'nothing' : 'underWay',
  }),
};
