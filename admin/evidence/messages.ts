/** What the board beside a judged case says. */
import type { MessageTree } from '../i18n/tree.ts';

export const evidenceMessages = {
  evidence: {
    title: { zh: '证据对照', en: 'Evidence' },
    loading: { zh: '正在核对名册和历次发放…', en: 'Comparing with the register and earlier payments…' },
    item: { zh: '项目', en: 'Item' }, claimed: { zh: '申请所填', en: 'As claimed' }, registered: { zh: '名册登记', en: 'In the register' }, result: { zh: '核对', en: 'Compared' },
    agrees: { zh: '一致', en: 'Agrees' }, differs: { zh: '不一致', en: 'Differs' }, silent: { zh: '一方未填', en: 'One says nothing' },
    conditions: { zh: '资格条件核对', en: 'Conditions' },
    condition: { zh: '条件', en: 'Condition' }, recomputed: { zh: '按名册和凭证复算', en: 'Recomputed now' }, seen: { zh: '查验的材料', en: 'Papers seen' },
    met: { zh: '满足', en: 'Met' }, unmet: { zh: '不满足', en: 'Not met' }, changed: { zh: '与镇级核查时不一致', en: 'Not as the town’s check found' },
    notSeen: { zh: '尚未查验；可用：%{papers}', en: 'None seen yet; any of: %{papers}' },
    paid: { zh: '本人、配偶、同户、同账号的其他申请（各村、各年度）', en: 'Other claims of the person, spouse, household or account, in any village and year' },
    none: { zh: '没有其他申请，也没有发放过。', en: 'No other claim, and nothing was paid.' },
    sum: { zh: '已发放 %{count} 件，合计 %{amount}。', en: 'Paid: %{count}, %{amount} in all.' },
    self: { zh: '本人', en: 'Person' }, spouse: { zh: '配偶', en: 'Spouse' }, household: { zh: '同户', en: 'Household' }, account: { zh: '同一账号', en: 'Same account' },
    standingPaid: { zh: '已发放', en: 'Paid' }, standingUnderWay: { zh: '办理中', en: 'Under way' }, standingNothing: { zh: '未发放', en: 'Not paid' },
    related: { zh: '有已申报关系的工作人员', en: 'Staff with a declared relation' },
    relatedMe: { zh: '您与本户有已申报的关系，应当回避。', en: 'You have declared a relation to this household: stand aside.' },
    nobody: { zh: '没有工作人员申报与本户有关系。', en: 'No colleague has declared a relation to this household.' },
    clean: { zh: '没有未处理的质量问题。', en: 'No open finding.' },
    findings: { zh: '名册中未处理的质量问题', en: 'Open findings in the register' },
  },
} as const satisfies MessageTree;

export type EvidenceWord = keyof (typeof evidenceMessages)['evidence'];
