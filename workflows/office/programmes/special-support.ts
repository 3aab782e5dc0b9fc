/** 特别扶助: never posted up, for it would add to a family's harm; a second internal review takes the notices' place. */
import type { Programme } from './programme.ts';

export const specialSupport: Programme = {
  id: 'special-support',
  version: 1,
  label: { zh: '特别扶助（不公示）', en: 'Special support (never posted)' },
  status: 'live',
  validity: { from: '2025-01-01', to: '2027-12-31' },
  claimDeadline: '2028-12-31',
  synthetic: ['validity', 'claimDeadline', 'amount'],
  period: 'year',
  cap: 120_000,
  shares: [{ tier: 'district', percent: 70 }, { tier: 'town', percent: 30 }],
  remainderTo: 'town',
  notice: 'none',
  parts: ['certificate'],
  papers: ['household_book'],
  eligibility: [
    { code: 'registered', text: { zh: '申请人在册', en: 'The applicant is in the register' }, condition: { ask: 'registered' }, evidence: ['household_book', 'residence_proof'] },
    { code: 'paperHeld', text: { zh: '持有主管部门的认定文书', en: 'Holds the competent body’s determination' }, condition: { ask: 'issuedBy', part: 'certificate' }, evidence: ['decision', 'department_record'] },
  ],
};
