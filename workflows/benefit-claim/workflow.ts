/** A benefit claim: from the village's draft to the account, with every objection, return and appeal on the way. */
import { optionsOf } from '../office/codes.ts';
import { checks, filingChecks } from './checks.ts';
import { arrow, define } from './claim.ts';
import { branches } from './branches.ts';
import { books, effects } from './effects.ts';
import { examples } from './examples.ts';
import { evidence } from './evidence.ts';
import { facts, keyOf } from './facts.ts';
import { filed } from './filed.ts';
import { forms } from './forms/index.ts';
import { opened } from './keeps/filing.ts';
import { openObjector } from './keeps/notices.ts';
import { messages } from './messages.ts';
import { papers } from './papers.ts';
import { programmes } from '../office/programmes/index.ts';
import { disclosure } from './published.ts';
import { rules } from './rules.ts';
import { payingStates } from './states/paying.ts';
import { townStates } from './states/town.ts';
import { villageStates } from './states/village.ts';

export const benefitClaim = define({
  name: 'benefit-claim',
  version: 1,
  title: { zh: '惠民待遇申请', en: 'Benefit claims' },
  about: { zh: '村级评议公示、镇级核查公示、领导签批、区级确认、财政发放的惠民待遇申请。', en: 'Claims to a benefit: judged and posted in the village, checked and posted in the town, signed, confirmed and paid.' },
  readers: ['auditor'],
  unit: 'village',
  subject: { register: 'residents', of: ({ applicant }) => applicant ?? null },
  key: (data) => (data.applicant ? keyOf(data) : null),
  filed, books, disclosure, evidence, papers, archivists: ['town_clerk', 'auditor'],
  revealed: { fields: ['objectorName', 'objectorContact'], to: ['objection.judgeObjection', 'objectionRuling.ruleObjection'], of: openObjector },
  // Accounting vouchers thirty years, files of claims that led to nothing ten.
  kept: [{ states: ['paid', 'closed', 'recovery', 'recovered', 'writtenOff'], years: 30 }, { states: ['rejectedFinal', 'withdrawn'], years: 10 }],
  usual: { amount: 'amount', alike: 'programme' },
  returns: { events: ['sendBack'], reason: 'reason' },
  spends: 'programme',
  flags: {
    'objected': { text: { zh: '办理中曾有异议', en: 'There was an objection' }, of: ({ data }) => (data.objections ?? []).length > 0 },
    'reopened': { text: { zh: '结案后重新办理', en: 'It was reopened after it had been closed' }, of: ({ data }) => data.reopened !== undefined },
    'less-than-claimed': { text: { zh: '核定金额与申请金额不一致', en: 'The amount approved is not the amount claimed' }, of: ({ data }) => data.amount !== undefined && data.amount !== data.amountClaimed },
  },
  facts,
  open: arrow({ who: ['village_clerk'], checks: filingChecks }, { to: 'draft', keep: opened }),
  states: { ...villageStates, ...townStates, ...payingStates },
  rules, branches, checks, effects, forms, messages, examples,
  list: {
    many: ['applicantName', 'filedOn', 'batch', 'notice'],
    title: 'applicantName',
    fields: [
      { name: 'applicantName', label: { zh: '申请人', en: 'Applicant' }, type: 'text' },
      { name: 'programme', label: { zh: '项目', en: 'Programme' }, type: 'text', options: programmes.map(({ id, label }) => ({ value: id, label })) },
      { name: 'year', label: { zh: '权益年度', en: 'Year of entitlement' }, type: 'number' },
      { name: 'amountClaimed', label: { zh: '申请金额', en: 'Amount claimed' }, type: 'money' },
      { name: 'amount', label: { zh: '核定金额', en: 'Amount approved' }, type: 'money' },
      { name: 'filedOn', label: { zh: '提交日期', en: 'Filed on' }, type: 'day' },
      { name: 'returnedReason', label: { zh: '退回原因', en: 'Why sent back' }, type: 'text', options: optionsOf('reason') },
      { name: 'batch', label: { zh: '发放批次', en: 'Payment batch' }, type: 'text' },
      { name: 'notice', label: { zh: '所在公示', en: 'Notice' }, type: 'text' },
      { name: 'paidOn', label: { zh: '到账日期', en: 'Paid on' }, type: 'day' },
    ],
  },
});
