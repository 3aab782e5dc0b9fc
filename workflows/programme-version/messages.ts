/** What a version of a programme says to people. */
import type { Workflow } from '../kit/workflow.ts';

export const messages: Workflow['messages'] = {
  states: {
    draft: { zh: '拟定中', en: 'Being drafted' },
    checking: { zh: '待复核', en: 'To be checked' },
    approval: { zh: '待领导批准', en: 'Before the head' },
    approved: { zh: '已批准待施行', en: 'Approved, not in force yet' },
    inForce: { zh: '施行中', en: 'In force' },
    closing: { zh: '停止新增待批准', en: 'Closing before the head' },
    replaced: { zh: '已被新版本替代', en: 'Replaced' },
    closed: { zh: '已停止新增', en: 'Closed' },
    refused: { zh: '不予批准', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  events: {
    open: { zh: '拟定新版本', en: 'Draft a version' },
    revise: { zh: '修改', en: 'Revise' },
    submit: { zh: '送复核', en: 'Hand in' },
    withdraw: { zh: '撤回', en: 'Withdraw' },
    pass: { zh: '复核通过', en: 'Pass' },
    sendBack: { zh: '退回修改', en: 'Send back' },
    approve: { zh: '批准', en: 'Approve' },
    refuse: { zh: '不予批准', en: 'Refuse' },
    takeEffect: { zh: '开始施行', en: 'Comes into force' },
    recall: { zh: '施行前收回', en: 'Take back before it is in force' },
    giveWay: { zh: '由新版本替代', en: 'Replaced by the next version' },
    proposeClose: { zh: '提请停止新增', en: 'Propose to close the programme' },
    confirmClose: { zh: '同意停止新增', en: 'Close the programme' },
    refuseClose: { zh: '不同意停止', en: 'Keep it open' },
  },
  rules: {
    'no-other-under-way': { zh: '本项目另有一个版本正在复核、批准或等待施行，请待其施行或撤回后再报。', en: 'Another version of the programme is being judged or waits for its day: please wait until it is in force, or withdrawn.' },
    'still-ahead': { zh: '施行日期已到或已过，请退回修改日期；新版本不溯及既往。', en: 'The day it was to come into force has come: please send it back for a later one, for it does not reach back.' },
    'last-day-ahead': { zh: '拟定的最后权益发生日已过，请不同意后重新提请。', en: 'The last day that was proposed has passed: please refuse it and have another proposed.' },
  },
  tells: {
    toCheck: { zh: '有一个惠民项目新版本等待复核。', en: 'A new version of a programme waits to be checked.' },
    toApprove: { zh: '有一个惠民项目版本等待批准。', en: 'A version of a programme waits for the head.' },
    decided: { zh: '惠民项目版本有新的进展，请查看。', en: 'Something was decided on a version of a programme: please look.' },
  },
};
