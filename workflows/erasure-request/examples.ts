/** One filled-in form for every step of a request. */
import type { Workflow } from '../kit/workflow.ts';
import { dayOf } from '../office/working-days.ts';

export const examples: Workflow['examples'] = ({ at, free }) => {
  const today = dayOf(at);
  const asked = { askedBy: 'self', requestReference: '权请〔2026〕7号', requestedOn: today, papers: [{ kind: 'id_card', reference: '证件原件已查验', seenOn: today }] };
  return {
    open: free.residents.slice(0, 3).map(({ id }, i) => ({ ...asked, person: id, ground: (['consent_withdrawn', 'purpose_met', 'term_over'] as const)[i] })),
    confirmReceipt: { receiptNo: '回执〔2026〕7号', toldOn: today },
    checkHolds: { catalogue: '查文书、会计、业务档案目录，未见依法须保存的材料。', nothingElse: true },
    sendBack: { problem: '请补查会计凭证目录。' },
    approve: { opinion: '同意删除。' },
    refuse: { refusal: 'no_ground', facts: '经核查，不属于第四十七条所列应当删除的情形。', remedyTold: true },
    withdraw: { statement: '撤回说明〔2026〕1号' },
  };
};
