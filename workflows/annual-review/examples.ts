/** What a person might fill in at each step of a yearly review. */
import type { World } from '../kit/workflow.ts';
import { dayOf } from '../office/working-days.ts';

export const examples = ({ at, free }: World) => {
  const today = dayOf(at);
  const visit = { visitedOn: today, persons: [{ name: '白若谷' }, { name: '安知远' }], findings: '两人入户，见到本人，情况与登记一致。' };
  const opinion = '情况属实，同意。';
  return {
    open: { beneficiary: free.residents[0]?.id ?? 'p000001', programme: 'elder-support', year: Number(today.slice(0, 4)), confirmationNo: '区确〔2024〕演示-012' },
    keepOn: { visit, opinion },
    proposeExit: { visit, exitGround: 'movedOut', exitFacts: '户籍已迁往外区，本人已在迁入地申请。', exitPapers: [{ kind: 'residence_proof', reference: '迁出证明-演示', seenOn: today }], heard: '本人表示知晓并无异议。' },
    passKept: { opinion }, passExit: { opinion },
    sendBack: { remark: '请补充入户记录后再报。' },
    confirmExit: { opinion, documentNo: `区复〔${today.slice(0, 4)}〕演示-5号`, lastDay: today },
    appeal: { grounds: '当事人认为户籍并未迁出，请求复核。', signedOn: today },
    grantAppeal: { findings: '经核对户籍系统，户籍未迁出。' },
    dismissAppeal: { findings: '经核对户籍系统，户籍已迁出，维持原结论。' },
  };
};
