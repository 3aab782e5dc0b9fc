/** What a person might fill in at each event of helping with a child-care subsidy. */
import type { World } from '../kit/workflow.ts';
import { dayOf, nextWorkday } from '../office/working-days.ts';
import { papersAsked } from './forms.ts';

export const examples = ({ at, free }: World) => {
  const today = dayOf(at);
  return {
    open: { guardian: free.residents[0]?.id ?? 'p000001', year: Number(today.slice(0, 4)), consentNo: '监护人同意书2026-031' },
    look: { papers: papersAsked, note: '材料已看齐，未留复印件。' },
    book: { bookedFor: nextWorkday(today), place: '镇惠民服务窗口' },
    file: { channel: 'window', externalNo: '演示-YE-0031', filedOn: today },
    copyStatus: [{ status: 'paid', asOf: today }, { status: 'returned', asOf: today, trouble: '监护关系证明不清晰，需重新上传。' }, { status: 'underReview', asOf: today }],
    reconcile: [{ arrived: 'yes', askedOn: today, askedBy: 'phone' }, { arrived: 'no', askedOn: today, askedBy: 'phone' }],
    fileAgain: { filedOn: today, done: '已重新上传监护关系证明。' },
    settle: { outcome: '国家系统审核不通过，已说明原因。', told: '已告知可向区级主管部门申请复核。' },
    end: { why: '家庭已自行在网上办理，不再需要协助。' },
  };
};
