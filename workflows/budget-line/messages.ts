/** What a budget line says to people. */
import type { Workflow } from '../kit/workflow.ts';

export const messages: Workflow['messages'] = {
  states: {
    districtApproval: { zh: '待区级批准', en: 'Before the district' },
    headApproval: { zh: '待领导批准', en: 'Before the head' },
    returned: { zh: '退回修改', en: 'Sent back' },
    open: { zh: '可用', en: 'Open' },
    districtSupplement: { zh: '追加待区级批准', en: 'Supplement before the district' },
    headSupplement: { zh: '追加待领导批准', en: 'Supplement before the head' },
    closing: { zh: '年终结转待批准', en: 'Closing before the head' },
    closed: { zh: '已结转', en: 'Closed' },
    givenUp: { zh: '已撤销', en: 'Given up' },
  },
  events: {
    open: { zh: '申报预算', en: 'Ask for a budget' },
    approve: { zh: '批准', en: 'Approve' },
    sendBack: { zh: '退回', en: 'Send back' },
    revise: { zh: '修改后再报', en: 'Revise' },
    giveUp: { zh: '撤销申报', en: 'Give up' },
    supplement: { zh: '申请追加', en: 'Ask for more' },
    approveSupplement: { zh: '批准追加', en: 'Approve the supplement' },
    refuseSupplement: { zh: '不同意追加', en: 'Refuse the supplement' },
    proposeClose: { zh: '提请年终结转', en: 'Propose to close the year' },
    confirmClose: { zh: '同意结转', en: 'Close the year' },
    refuseClose: { zh: '暂不结转', en: 'Keep it open' },
  },
  rules: {
    'no-payment-under-way': { zh: '本年度还有发放中的款项，登记银行结果后再结转。', en: 'Payments of the year are under way: record the bank’s answer before closing.' },
    'year-over': { zh: '年度尚未结束，12月20日起方可结转。', en: 'The year is not over: it can be closed from 20 December on.' },
  },
  tells: {
    toApprove: { zh: '有一项预算等待批准。', en: 'A budget line waits to be approved.' },
    decided: { zh: '预算申报已有答复，请查看。', en: 'There is an answer on a budget line: please look.' },
  },
};
