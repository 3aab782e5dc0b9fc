/** One filled-in form for every step of a notice. */
import type { Workflow } from '../kit/workflow.ts';
import { dayOf } from '../office/working-days.ts';
import { kinds } from './notice.ts';

export const examples: Workflow['examples'] = ({ at }) => {
  const today = dayOf(at);
  return {
    open: { kind: kinds[0], noticeDays: 7, title: '惠民待遇申请公示（演示）', ground: '《惠民待遇实施办法》云政〔2026〕9号', noticePlace: '村务公开栏', noticePhone: '022-26990000' },
    revise: { noticePlace: '村委会公示栏' },
    submit: {},
    release: { previewSeen: true },
    sendBack: { remark: '请核对公示依据的文号。' },
    recordPosting: { sheet: { sheetNo: '公示2026-101', place: '村务公开栏', postedOn: today } },
    recall: { remark: '名单有变，撤回重拟。' },
    confirmPosting: { seenOn: today },
    endTerm: {},
    takeDown: { whyTakenDown: '公示依据有误，撤下重新公示。' },
    recordRemoval: { removedOn: today },
    cancel: { remark: '本期不再公示。' },
  };
};
