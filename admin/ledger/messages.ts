/** What the pages of the ledger say. */
import type { MessageTree } from '../i18n/tree.ts';

export const ledgerMessages = {
  ledger: {
    menu: { zh: '资金台账', en: 'Ledger' },
    hint: { zh: '单位：元。已批预算 = 余额 + 已占用 + 已发放，每个数字都可点开查看明细。', en: 'In yuan. What was granted is what is left, set aside and paid together; each number opens its entries.' },
    line: { zh: '预算额度', en: 'Budget line' },
    granted: { zh: '已批预算', en: 'Granted' },
    left: { zh: '余额', en: 'Left' },
    committed: { zh: '已占用（发放中）', en: 'Set aside' },
    paid: { zh: '已发放', en: 'Paid' },
    total: { zh: '%{year}年合计', en: '%{year}, all tiers' },
    year: { zh: '%{year}年', en: '%{year}' },
    none: { zh: '还没有批准的预算，请先由财政申报。', en: 'No budget was approved yet: finance asks for one first.' },
    open: { zh: '查看预算申报', en: 'See the budget lines as cases' },
    entriesOf: { zh: '%{side}明细：%{line}', en: '%{side}: %{line}' },
    entries: { zh: '明细', en: 'Entries' },
    at: { zh: '时间', en: 'When' },
    step: { zh: '事项', en: 'Step' },
    case: { zh: '办件', en: 'Case' },
    amount: { zh: '金额', en: 'Amount' },
    noEntries: { zh: '没有记账。', en: 'Nothing was posted.' },
    back: { zh: '返回资金台账', en: 'Back to the ledger' },
    steps: {
      grant: { zh: '批准预算', en: 'Granted' }, return: { zh: '年终收回', en: 'Given back' }, commit: { zh: '占用', en: 'Set aside' }, release: { zh: '释放', en: 'Released' },
      pay: { zh: '发放', en: 'Paid' }, recover: { zh: '追回', en: 'Recovered' }, 'carried-over': { zh: '结转', en: 'Carried over' },
    },
  },
} satisfies MessageTree;
export type LedgerWord = Exclude<keyof typeof ledgerMessages.ledger, 'steps'>;
