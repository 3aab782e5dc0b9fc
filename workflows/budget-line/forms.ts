/** The forms of a budget line: what is asked for, and what those who approve it say. */
import { z } from 'zod';
import { field, form } from '../kit/form.ts';
import { tierNames, tiers } from '../office/budget.ts';
import { count, lines, shortText, yuan } from '../office/fields.ts';

const MOST = 100_000_000_000;
const documentNo = (label: { zh: string; en: string }) => shortText(label, { max: 60, class: 'P1', help: { zh: '预算批复或追加文件的文号', en: 'Number of the document that grants the money' } });
const opinion = () => lines({ zh: '意见', en: 'Opinion' }, { max: 500 });
const remark = () => lines({ zh: '说明', en: 'Remark' }, { max: 300 });
const fen = () => yuan({ zh: '预算金额', en: 'Budget' }, { max: MOST, class: 'P1' });

export const forms = {
  open: form({
    tier: field(z.enum(tiers), { label: { zh: '分担层级', en: 'Tier' }, class: 'P1', input: 'choice', options: tiers.map((value) => ({ value, label: tierNames[value] })) }),
    year: count({ zh: '预算年度', en: 'Budget year' }, { min: 2020, max: 2099, class: 'P1' }),
    fen: fen(),
    documentNo: documentNo({ zh: '预算文号', en: 'Budget document' }),
    remark: remark().optional(),
  }),
  approve: form({ opinion: opinion() }),
  sendBack: form({ remark: remark() }),
  revise: form({ fen: fen(), documentNo: documentNo({ zh: '预算文号', en: 'Budget document' }) }),
  giveUp: form({ remark: remark() }),
  supplement: form({ addFen: yuan({ zh: '追加金额', en: 'To be added' }, { max: MOST, class: 'P1' }), addDocumentNo: documentNo({ zh: '追加文号', en: 'Document of the supplement' }) }),
  approveSupplement: form({ opinion: opinion() }),
  refuseSupplement: form({ opinion: opinion() }),
  proposeClose: form({ remark: remark() }),
  confirmClose: form({ opinion: opinion() }),
  refuseClose: form({ opinion: opinion() }),
};
