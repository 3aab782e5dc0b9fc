/** What a household is told of its payment, and what is published of all each quarter (Organic Law of Villagers’ Committees Art. 30): no number of anybody in either. */
import type { Disclosure, Slip } from '../kit/published.ts';
import { tierName } from '../office/budget.ts';
import type { Day, Text } from '../kit/words.ts';
import { formatYuan } from '../office/money.ts';
import { dayWritten, moneyWritten } from '../office/papers/written.ts';
import type { Claim } from './claim.ts';
import { programmes } from '../office/programmes/index.ts';
import { programmeOf } from './rounds.ts';

const same = (value: string) => ({ zh: value, en: value });
const dayInWords = (day: Day): Text => ({ zh: dayWritten(day, 'zh'), en: dayWritten(day, 'en') });
const money = (fen: number): Text => ({ zh: moneyWritten(fen, 'zh'), en: moneyWritten(fen, 'en') });

export const slip: Slip<Claim> = {
  title: { zh: '惠民待遇发放告知单', en: 'Notice of payment' },
  states: ['paid', 'closed'],
  lines: ({ data }) => [
    { label: { zh: '领取人', en: 'Paid to' }, value: same(data.applicantName) },
    { label: { zh: '项目', en: 'Programme' }, value: programmeOf(data).label },
    { label: { zh: '权益年度', en: 'Year of entitlement' }, value: same(String(data.year)) },
    { label: { zh: '发放金额', en: 'Amount' }, value: money(data.paidFen ?? 0) },
    ...Object.entries(data.shares ?? {}).filter(([, fen]) => fen > 0).map(([tier, fen]) => ({ label: { zh: `其中${tierName(tier).zh}承担`, en: `Borne by: ${tierName(tier).en}` }, value: { zh: formatYuan(fen, 'zh'), en: formatYuan(fen, 'en') } })),
    { label: { zh: '到账日期', en: 'Paid on' }, value: dayInWords(data.paidOn ?? '') },
    { label: { zh: '发放方式', en: 'How' }, value: { zh: '银行代发至本人账户，任何人不得代领或扣减', en: 'By the bank to the person’s own account: nobody may collect it or keep any of it back' } },
  ],
  foot: { zh: '如有疑问或未收到款项，请持本单向镇惠民服务窗口或监督电话反映。', en: 'If the money did not arrive or anything is unclear, please bring this notice to the town’s office or call the supervision number.' },
};

export const disclosure: Disclosure<Claim> = {
  title: { zh: '惠民待遇发放季度公开清单', en: 'Payments of the quarter, for publication' },
  states: ['paid', 'closed'],
  day: 'paidOn',
  row: ({ data }) => ({ group: data.programme, name: data.applicantName, subject: data.applicant, fen: data.paidFen ?? 0, on: data.paidOn ?? '', named: programmeOf(data).notice !== 'none' }),
  groups: Object.fromEntries(programmes.map(({ id, label }) => [id, label])),
  by: ['village_clerk', 'town_clerk', 'finance', 'town_head', 'auditor'],
};
