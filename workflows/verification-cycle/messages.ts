/** What people read about a month of verification. */
import type { Workflow } from '../kit/workflow.ts';

export const messages: Workflow['messages'] = {
  states: {
    running: { zh: '核实进行中', en: 'Running' },
    ready: { zh: '待分管领导签批', en: 'Awaits the head’s signature' },
    closed: { zh: '已签批结束', en: 'Signed and closed' },
  },
  events: {
    open: { zh: '开启核实周期', en: 'Open the month' },
    report: { zh: '提交月度报告', en: 'Hand in the report' },
    sendBack: { zh: '退回', en: 'Send back' },
    close: { zh: '签批结束', en: 'Sign and close' },
    reopen: { zh: '重新开启', en: 'Reopen' },
    deadlinePassed: { zh: '超过截止日', en: 'Cut-off day passed' },
    reportOverdue: { zh: '签批逾期', en: 'Signature overdue' },
  },
  rules: {
    'batches-not-passed': { zh: '还有村居批次未通过审核，须全部通过或经分管领导批准免于本期审核', en: 'Some villages’ batches have not passed: all must pass, or be waived by the head' },
  },
  tells: {
    cutoff: { zh: '本月核实已到截止日，请督促未提交的村居', en: 'The cut-off day has come: please urge the villages that have not handed in' },
    signature: { zh: '本月核实报告应于5日前签批', en: 'The month’s report is to be signed by the 5th' },
    closed: { zh: '本月核实已结束', en: 'The month of verification is closed' },
  },
};

export const checkTexts = {
  monthTaken: { zh: '该月已开启过核实周期；需要补核的，请由分管领导重新开启', en: 'This month has a cycle already: ask the head to reopen it if more has to be verified' },
  monthNear: { zh: '只能开启本月或今后十二个月内的周期', en: 'Only this month or one of the next twelve can be opened' },
  bare: { zh: '报告和意见中不得出现身份号码，请删除', en: 'No identity number may stand here: please remove it' },
  meetingHeld: { zh: '例会日期不能晚于今天', en: 'The meeting cannot lie after today' },
};
