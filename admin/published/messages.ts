/** What the list of a quarter says around its own words. */
import type { MessageTree } from '../i18n/tree.ts';

export const publishedMessages = {
  published: {
    print: { zh: '打印', en: 'Print' },
    unit: { zh: '村（社区）', en: 'Village' },
    list: { zh: '季度公开清单', en: 'List of the quarter' },
    quarter: { zh: '季度', en: 'Quarter' },
    quarterName: { zh: '%{year}年第%{n}季度', en: '%{year}, quarter %{n}' },
    programme: { zh: '项目', en: 'Programme' },
    name: { zh: '姓名（脱敏）', en: 'Name (masked)' },
    amount: { zh: '金额（元）', en: 'Amount (CNY)' },
    on: { zh: '到账日期', en: 'Paid on' },
    totals: { zh: '按项目合计', en: 'Totals by programme' },
    persons: { zh: '户数', en: 'Households' },
    few: { zh: '少于5', en: 'fewer than 5' },
    none: { zh: '本季度没有发放。', en: 'Nothing was paid in this quarter.' },
    rule: { zh: '姓名已脱敏，不含身份证号、电话、账号和地址。不公示的项目只列合计。', en: 'Names are masked; no identity number, phone, account or address. Programmes that are never posted stand in the totals only.' },
    save: { zh: '下载 %{format}', en: 'Download %{format}' },
  },
} satisfies MessageTree;
export type PublishedWord = keyof typeof publishedMessages.published;
