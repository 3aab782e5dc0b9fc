/** What the reviewer of a claim has beside it. */
import type { Checklist, Evidence } from '../kit/evidence.ts';
import type { Case, Entry } from '../kit/words.ts';
import { labelOf } from '../office/codes.ts';
import { eligibilityOf } from '../office/programmes/eligibility.ts';
import type { Claim } from './claim.ts';
import { programmeOf } from './rounds.ts';
import { payingStates } from './states/paying.ts';

const PAID = ['paid', 'closed', 'revocationProposed', 'recovery', 'writeOffProposed', 'writtenOff'];
const NOTHING = ['draft', 'rejected', 'rejectedFinal', 'withdrawn', 'recovered'];

/** Each condition of the programme, in the version that governs the claim. */
const checklist = ({ data }: Case<Claim>, entry: Entry | null): Checklist => {
  const programme = programmeOf(data);
  const { label, version, validity: { from, to } } = programme;
  const [now, then] = [eligibilityOf(programme, data, entry), data.eligibility];
  const found = (list: typeof then, code: string): boolean | null => list?.find(({ rule }) => rule === code)?.met ?? null;
  return {
    basis: { zh: `${label.zh}，第${version}版，权益发生于${from}至${to}`, en: `${label.en}, version ${version}, entitled from ${from} to ${to}` },
    conditions: programme.eligibility.map(({ code, text, evidence: kinds }) => ({
      code, text, met: found(now, code) ?? false, metThen: found(then, code), accepts: kinds.map((kind) => labelOf('evidence', kind)),
      proofs: (data.proofs ?? []).filter(({ rule, kind }) => rule === code && kinds.includes(kind)).map(({ kind, reference }) => ({ kind: labelOf('evidence', kind), reference })),
    })),
  };
};

export const evidence: Evidence<Claim> = {
  checklist,
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
