/** What people read about the erasure of somebody's sensitive data. */
import type { Workflow } from '../kit/workflow.ts';

export const messages: Workflow['messages'] = {
  states: {
    received: { zh: '已收到，待告知受理', en: 'Received, the person to be told' },
    review: { zh: '核查保存要求', en: 'What keeps it is looked at' },
    decision: { zh: '待审批', en: 'Awaits a decision' },
    erased: { zh: '已删除', en: 'Erased' },
    refused: { zh: '不予删除', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  events: {
    open: { zh: '登记删除请求', en: 'Enter a request' },
    confirmReceipt: { zh: '告知已受理', en: 'Confirm the receipt' },
    receiptOverdue: { zh: '受理告知逾期', en: 'Receipt overdue' },
    checkHolds: { zh: '登记核查结果', en: 'Enter what keeps it' },
    answerOverdue: { zh: '答复逾期', en: 'Answer overdue' },
    sendBack: { zh: '退回再核查', en: 'Send back' },
    approve: { zh: '批准并删除', en: 'Approve and erase' },
    refuse: { zh: '不予删除', en: 'Refuse' },
    withdraw: { zh: '撤回请求', en: 'Withdraw' },
  },
  rules: {
    'kept-by-law': { zh: '档案或会计法规定的保存期限未满，期满前不得删除：到期日见“依法保存至”；可先不予删除并说明理由', en: 'A law on archives or accounts keeps it longer, until the day given under “Kept by law until”: refuse with reasons for now' },
    'case-under-way': { zh: '此人尚有含敏感信息的事项未办结，请办结后再删除', en: 'A case with the person’s sensitive data is under way: end it first' },
    'import-under-way': { zh: '有尚未载入的导入文件，可能含有此人信息，请先载入或放弃', en: 'A file was brought and not loaded yet; it may name the person: load it or give it up first' },
    'related-person': { zh: '您与登记对象有申报的亲属或利害关系，应当回避', en: 'You have declared a relation to this person and must stand aside' },
  },
  tells: {
    receiptOverdue: { zh: '个人信息删除请求已满三个工作日，尚未告知受理', en: 'A request for erasure was not acknowledged within three working days' },
    answerOverdue: { zh: '个人信息删除请求已满十五个工作日，尚未答复', en: 'A request for erasure was not answered within fifteen working days' },
    toDecide: { zh: '有个人信息删除请求待审批', en: 'A request for erasure awaits your decision' },
    answered: { zh: '个人信息删除请求已有结果，请告知请求人', en: 'A request for erasure is decided: please tell the person' },
  },
};

export const checkTexts = {
  notHere: { zh: '登记册中本村居没有此人', en: 'The register of this unit has no such person' },
  another: { zh: '此人已有一件在办的删除请求', en: 'A request about this person is under way already' },
  future: { zh: '日期不能晚于今天', en: 'The date cannot lie after today' },
  beforeAsked: { zh: '告知日期应在提出日期之后、今天或以前', en: 'The day must lie after the request, and not after today' },
};
