/** 退二孩指标奖: a closed programme for papers handed back before 2016; late claims only. */
import type { Programme } from './programme.ts';

export const quotaReturnAward: Programme = {
  id: 'quota-return-award',
  version: 1,
  label: { zh: '退二孩指标奖（历史项目）', en: 'Quota-return award (closed programme)' },
  status: 'closed',
  validity: { from: '2010-01-01', to: '2015-12-31' },
  claimDeadline: '2028-12-31',
  synthetic: ['validity', 'claimDeadline', 'amount'],
  period: 'once',
  cap: 340_000,
  shares: [{ tier: 'district', fixed: 200_000 }, { tier: 'town', fixed: 100_000 }, { tier: 'village', fixed: 40_000 }],
  remainderTo: 'town',
  notice: { village: 7, town: 5 },
  parts: ['spouse', 'quotaDocument'],
  papers: ['household_book', 'marriage_certificate', 'quota_document'],
  eligibility: [
    { code: 'registered', text: { zh: '申请人在册', en: 'The applicant is in the register' }, condition: { ask: 'registered' }, evidence: ['household_book', 'residence_proof'] },
    { code: 'married', text: { zh: '退回指标时已婚', en: 'Married when the paper was handed back' }, condition: { ask: 'marriedBy' }, evidence: ['marriage_certificate', 'department_record'] },
    { code: 'paperHeld', text: { zh: '原指标凭证签发在退回之前', en: 'The original paper was issued before it was handed back' }, condition: { ask: 'issuedBy', part: 'quotaDocument' }, evidence: ['quota_document'] },
  ],
};
