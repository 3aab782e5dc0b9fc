/** What a payment batch says to people. */
import type { Workflow } from '../kit/workflow.ts';

export const messages: Workflow['messages'] = {
  states: {
    draft: { zh: '编制中', en: 'Being drawn up' },
    checked: { zh: '已复核', en: 'Checked' },
    signed: { zh: '已签批', en: 'Signed' },
    sentToBank: { zh: '已送银行', en: 'Sent to the bank' },
    partlyReturned: { zh: '部分退回', en: 'Partly returned' },
    returnedOk: { zh: '全部到账', en: 'All paid' },
    reconciled: { zh: '已对账', en: 'Reconciled' },
    closed: { zh: '已办结', en: 'Closed' },
    cancelled: { zh: '已作废', en: 'Cancelled' },
  },
  events: {
    open: { zh: '新建批次', en: 'Open a batch' },
    check: { zh: '复核', en: 'Check' },
    sign: { zh: '签批', en: 'Sign' },
    sendBack: { zh: '退回编制', en: 'Send back' },
    sendToBank: { zh: '送交银行', en: 'Send to the bank' },
    recordReturn: { zh: '登记银行回盘', en: 'Record the bank’s return' },
    reconcile: { zh: '对账', en: 'Reconcile' },
    close: { zh: '办结', en: 'Close' },
    cancel: { zh: '作废', en: 'Cancel' },
  },
  rules: {
    'batch-not-empty': { zh: '批次中没有待发放的申请，请先列入申请。', en: 'There is no claim in the batch: put some in first.' },
    'nobody-twice': { zh: '批次中同一人同一待遇出现两次，请移出一笔。', en: 'The same person stands in the batch twice for the same benefit: please take one out.' },
    'total-holds': { zh: '批次合计与复核时不一致，请退回重新复核。', en: 'The total is no longer what was checked: please send it back to be checked anew.' },
    'no-line-pending': { zh: '批次中还有未登记银行结果的申请，请先登记。', en: 'A claim in the batch still waits for the bank’s answer: record it first.' },
    'paid-total-holds': { zh: '申请、批次与银行回盘三方不一致，请逐行核对后再对账。', en: 'Claims, batch and bank do not agree: please compare line by line before reconciling.' },
  },
  tells: {
    toSign: { zh: '有一个发放批次等待签批。', en: 'A payment batch waits for the head’s signature.' },
    toSend: { zh: '发放批次已签批，请送交银行。', en: 'A payment batch is signed: please send it to the bank.' },
    partlyReturned: { zh: '银行退回部分款项，请核对失败清单。', en: 'The bank returned some payments: please look at the failed lines.' },
  },
};
