/** 奖励扶助: live and yearly. The true age is 60; the demo town's register ends there, so the demonstration begins at 55. */
import type { Programme } from './programme.ts';

export const elderSupport: Programme = {
  id: 'elder-support',
  version: 1,
  label: { zh: '奖励扶助（每年）', en: 'Elder support (yearly)' },
  status: 'live',
  validity: { from: '2025-01-01', to: '2027-12-31' },
  claimDeadline: '2028-12-31',
  synthetic: ['validity', 'claimDeadline', 'amount', 'age'],
  period: 'year',
  cap: 96_000,
  shares: [{ tier: 'district', percent: 60 }, { tier: 'town', percent: 40 }],
  remainderTo: 'town',
  notice: { village: 7, town: 5 },
  parts: ['certificate'],
  papers: ['household_book'],
  eligibility: [
    { code: 'registered', text: { zh: '申请人在册', en: 'The applicant is in the register' }, condition: { ask: 'registered' }, evidence: ['household_book', 'residence_proof'] },
    { code: 'age', text: { zh: '权益发生日满55周岁（演示）', en: 'Aged 55 on the day of entitlement (demonstration)' }, condition: { ask: 'ageFrom', male: 55, female: 55 }, evidence: ['id_card', 'household_book'] },
    { code: 'paperHeld', text: { zh: '持有资格凭证', en: 'Holds the certificate that entitles' }, condition: { ask: 'issuedBy', part: 'certificate' }, evidence: ['decision', 'department_record', 'other'] },
  ],
};
