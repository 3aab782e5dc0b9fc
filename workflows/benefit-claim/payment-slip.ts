/** The slip that a household is given of its payment: nothing on it but what it was paid, and no number of anybody. */
import type { Block } from '../kit/document.ts';
import type { PaperKind } from '../kit/papers.ts';
import type { Data, Text } from '../kit/words.ts';
import { tierName } from '../office/budget.ts';
import { formatYuan } from '../office/money.ts';
import { dayOfMoment, dayWritten, governmentOf, moneyWritten } from '../office/papers/written.ts';
import type { Claim } from './claim.ts';
import { PAID } from './published.ts';
import { programmeOf } from './rounds.ts';

type Line = { readonly label: Text; readonly value: Text };

const title: Text = { zh: '惠民待遇发放告知单', en: 'Notice of payment' };
const foot: readonly Text[] = [
  { zh: '如有疑问或未收到款项，请持本单向镇惠民服务窗口或监督电话反映。', en: 'If the money did not arrive or anything is unclear, please bring this notice to the town’s office or call the supervision number.' },
  { zh: '领取人核对后签字：________________　日期：________________', en: 'Checked and signed by the recipient: ________________ on ________________' },
];

const same = (value: string): Text => ({ zh: value, en: value });

const linesOf = (data: Claim, unit: Text): readonly Line[] => [
  { label: { zh: '领取人', en: 'Paid to' }, value: same(data.applicantName) },
  { label: { zh: '项目', en: 'Programme' }, value: programmeOf(data).label },
  { label: { zh: '权益年度', en: 'Year of entitlement' }, value: same(String(data.year)) },
  { label: { zh: '发放金额', en: 'Amount' }, value: { zh: moneyWritten(data.paidFen ?? 0, 'zh'), en: moneyWritten(data.paidFen ?? 0, 'en') } },
  ...Object.entries(data.shares ?? {}).filter(([, fen]) => fen > 0).map(([tier, fen]) => ({ label: { zh: `其中${tierName(tier).zh}承担`, en: `Borne by: ${tierName(tier).en}` }, value: { zh: formatYuan(fen, 'zh'), en: formatYuan(fen, 'en') } })),
  { label: { zh: '到账日期', en: 'Paid on' }, value: { zh: dayWritten(data.paidOn ?? '', 'zh'), en: dayWritten(data.paidOn ?? '', 'en') } },
  { label: { zh: '发放方式', en: 'How' }, value: { zh: '银行代发至本人账户，任何人不得代领或扣减', en: 'By the bank to the person’s own account: nobody may collect it or keep any of it back' } },
  { label: { zh: '村（社区）', en: 'Village' }, value: unit },
];

export const paymentSlip: PaperKind<Claim, Data> = {
  name: 'payment-slip', title, states: PAID, for: ['village_clerk', 'town_clerk', 'finance', 'town_head', 'auditor'],
  write: ({ case: { id, data }, unit, lang, town, at }) => ({
    lang, title: title[lang], under: id, mark: null,
    blocks: [
      { kind: 'boxes', rows: linesOf(data, unit).map(({ label, value }) => [{ label: label[lang], text: value[lang] }]) },
      ...foot.map((text): Block => ({ kind: 'note', text: text[lang] })),
      { kind: 'signatures', lines: [governmentOf(town, lang), dayOfMoment(at, lang)] },
    ],
  }),
};
