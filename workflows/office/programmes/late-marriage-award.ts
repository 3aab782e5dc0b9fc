/** 晚婚奖: a closed programme for first marriages before 2016; paid by town and village without the district. */
import type { Programme } from './programme.ts';

export const lateMarriageAward: Programme = {
  id: 'late-marriage-award',
  version: 1,
  label: { zh: '晚婚奖（历史项目）', en: 'Late-marriage award (closed programme)' },
  status: 'closed',
  validity: { from: '2010-01-01', to: '2015-12-31' },
  claimDeadline: '2028-12-31',
  synthetic: ['validity', 'claimDeadline', 'amount'],
  period: 'once',
  cap: 30_000,
  shares: [{ tier: 'town', fixed: 20_000 }, { tier: 'village', fixed: 10_000 }],
  remainderTo: 'town',
  notice: { village: 5, town: null },
  parts: ['marriage'],
  papers: ['household_book', 'marriage_certificate'],
  eligibility: [
    { code: 'registered', text: { zh: '申请人在册', en: 'The applicant is in the register' }, condition: { ask: 'registered' }, evidence: ['household_book', 'residence_proof'] },
    { code: 'firstMarriage', text: { zh: '婚姻状况为初婚', en: 'The marriage is the first' }, condition: { ask: 'maritalIn', codes: ['21'] }, evidence: ['marriage_certificate', 'department_record'] },
    { code: 'registeredThen', text: { zh: '婚姻登记日期即权益发生日期', en: 'The marriage was registered on the day of entitlement' }, condition: { ask: 'marriageEntitles' }, evidence: ['marriage_certificate'] },
    { code: 'age', text: { zh: '登记时男满25周岁、女满23周岁', en: 'Aged 25 (men) or 23 (women) at registration' }, condition: { ask: 'ageFrom', male: 25, female: 23 }, evidence: ['id_card', 'household_book'] },
  ],
};
