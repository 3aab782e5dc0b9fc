/** One filled-in form for every step of a batch. */
import type { Workflow } from '../kit/workflow.ts';
import { dayOf } from '../office/working-days.ts';

const hashOf = (byte: string): string => byte.repeat(32);

export const examples: Workflow['examples'] = ({ at }) => {
  const today = dayOf(at);
  return {
    open: { title: '惠民待遇发放批次（演示）', payBy: today },
    check: { remark: '逐笔核对，金额一致。' },
    sign: { opinion: '同意发放。' },
    sendBack: { remark: '请核对第三笔后再报。' },
    sendToBank: { bankFileNo: '代发-演示-01', fileHash: hashOf('a7'), sentOn: today },
    recordReturn: { bankReference: '回盘-演示-01', fileHash: hashOf('b3'), receivedOn: today },
    reconcile: { statementNo: '对账-演示-01' },
    close: { remark: '已归档。' },
    cancel: { remark: '名单有误，作废重编。' },
  };
};
