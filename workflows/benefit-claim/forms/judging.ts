/** What those who judge a claim write down: votes, notices, objections, checks, refusals and signatures. */
import { z } from 'zod';
import { field, form } from '../../kit/form.ts';
import { code, day, evidenceOrFiles, lines, minutes, objector, phone, postedSheet, reasonCode, shortText, visit, yesNo, yuan } from '../../office/fields.ts';
import { programmes } from '../../office/programmes/index.ts';
import { item } from './filing.ts';

const opinion = (max = 500) => lines({ zh: '意见', en: 'Opinion' }, { max });
const remark = () => lines({ zh: '说明', en: 'Remark' }, { max: 300 });

export const vote = form({ minutes: minutes({ zh: '村级评议记录', en: 'Minutes of the village panel' }, { help: { zh: '到会不少于应到人数三分之二，同意超过到会人数一半为通过', en: 'Two thirds of the members present; more than half of them in favour carries' } }) });

/** The sheet's text comes from masked data alone; only place and telephone are typed. */
export const draftNotice = form({
  noticePlace: shortText({ zh: '拟张贴地点', en: 'Where it will hang' }, { class: 'P1' }),
  noticePhone: phone({ zh: '异议受理电话', en: 'Telephone for objections' }, { class: 'P1', help: { zh: '填办公电话', en: 'An office telephone' } }),
});
export const releaseNotice = form({ opinion: opinion().optional() });
export const returnNotice = form({ remark: remark() });
export const recordPosting = form({ sheet: postedSheet({ zh: '公示单', en: 'The sheet posted' }, { help: { zh: '公示期自张贴次日的第一个工作日起算', en: 'The term counts from the working day after posting' } }) });

export const object = form({
  subject: code({ zh: '异议事项', en: 'What the objection is about' }, 'objection'),
  content: lines({ zh: '异议内容', en: 'The objection' }, { min: 4, max: 1_000, class: 'P3' }),
  anonymous: yesNo({ zh: '匿名', en: 'Anonymous' }, { help: { zh: '可以匿名，不登记异议人信息', en: 'May be anonymous: nothing about the objector is kept' } }),
  ...objector,
  receivedOn: day({ zh: '收到日期', en: 'Received on' }),
});

const verdict = {
  outcome: field(z.enum(['notUpheld', 'upheld']), {
    label: { zh: '处理结论', en: 'Finding' }, input: 'choice',
    options: [{ value: 'notUpheld', label: { zh: '异议不成立', en: 'Not upheld' } }, { value: 'upheld', label: { zh: '异议成立', en: 'Upheld' } }],
  }),
  findings: lines({ zh: '调查情况', en: 'What was found' }, { min: 4, max: 1_000, class: 'P3' }),
  replyNo: shortText({ zh: '书面答复编号', en: 'Number of the written reply' }, { max: 60 }),
};
export const judgeObjection = form(verdict);
export const ruleObjection = form(verdict);

export const sendBack = form({
  reason: reasonCode({ zh: '退回原因', en: 'Reason' }),
  items: field(z.array(form({ item: item(), note: lines({ zh: '需补正的内容', en: 'What has to be corrected' }, { max: 300 }) })).min(1).max(20),
    { label: { zh: '补正清单', en: 'Items to correct' }, help: { zh: '须一次性告知全部内容', en: 'Everything must be said at once' }, input: 'list' }),
});

export const reject = form({
  reason: reasonCode({ zh: '不予通过的原因', en: 'Reason' }),
  ground: lines({ zh: '事实和依据', en: 'Facts and ground' }, { min: 4, max: 1_000, help: { zh: '写明所依据的法律或政策条款；决定书自动附救济途径', en: 'Name the law or policy; the decision carries the remedies' } }),
});

const ruleTexts = new Map(programmes.flatMap(({ eligibility }) => eligibility.map(({ code: value, text }) => [value, text] as const)));
const ruleOptions = [...ruleTexts].map(([value, label]) => ({ value, label }));
const proof = form({
  rule: field(z.enum([...ruleTexts.keys()]), { label: { zh: '条件', en: 'Condition' }, input: 'choice', options: ruleOptions }),
  kind: code({ zh: '查验的材料', en: 'Paper seen' }, 'evidence'),
  reference: shortText({ zh: '编号或存放位置', en: 'Number or place kept' }, { class: 'P3' }),
});

export const passCheck = form({
  proofs: field(z.array(proof).min(1).max(30), { label: { zh: '逐项核对原件', en: 'Originals seen, condition by condition' }, help: { zh: '项目的每个条件都须查验至少一份原件', en: 'At least one original for every condition of the programme' }, input: 'list', class: 'P3' }),
  visit: visit({ zh: '入户核实', en: 'Home visit' }, { help: { zh: '由两名工作人员进行', en: 'Made by two persons' } }),
  opinion: opinion(),
});

export const pass = form({
  amountApproved: yuan({ zh: '核定金额', en: 'Amount approved' }, { max: 10_000_000, help: { zh: '不填即按申请金额核定；核定后金额和分担即行锁定', en: 'Left blank it is the amount claimed; amount and shares are then frozen' } }).optional(),
  opinion: opinion(),
});
export const passAgain = form({ opinion: opinion() });
export const sign = form({ opinion: opinion() });
export const confirm = form({ opinion: opinion(), documentNo: shortText({ zh: '批复文号', en: 'Number of the reply' }, { max: 60 }).optional() });

export const decideAppeal = form({
  appealOutcome: field(z.enum(['granted', 'dismissed']), {
    label: { zh: '复核结论', en: 'Decision on the appeal' }, input: 'choice',
    options: [{ value: 'granted', label: { zh: '撤销原决定，重新办理该环节', en: 'Granted: the step is decided anew' }, }, { value: 'dismissed', label: { zh: '维持原决定', en: 'Dismissed: the refusal stands' } }],
  }),
  findings: lines({ zh: '复核情况', en: 'What was found' }, { min: 4, max: 1_000, class: 'P3' }),
});

export const suspend = form({ suspendReason: lines({ zh: '暂停原因', en: 'Why it is suspended' }, { min: 4, max: 300, help: { zh: '例如等待其他部门出具证明', en: 'For example a proof awaited from another body' } }) });
export const resume = form({ resumeReason: lines({ zh: '恢复说明', en: 'Why it goes on' }, { min: 2, max: 300 }) });

export const reopen = form({
  reopenGround: field(z.enum(['underpaid', 'decision']), {
    label: { zh: '重新办理的依据', en: 'Ground' }, input: 'choice',
    options: [{ value: 'underpaid', label: { zh: '少发', en: 'Paid too little' } }, { value: 'decision', label: { zh: '复议决定或法院判决', en: 'Decision of a court or review body' } }],
    help: { zh: '多发的，按撤销追回办理', en: 'What was overpaid is recovered by revocation' },
  }),
  facts: lines({ zh: '事实说明', en: 'Facts' }, { min: 4, max: 1_000, class: 'P3' }),
  papers: evidenceOrFiles({ zh: '依据材料', en: 'Papers' }, { min: 1 }),
});

export const revoke = form({
  revokeGround: field(z.enum(['fraud', 'clearMistake']), {
    label: { zh: '撤销依据', en: 'Ground' }, input: 'choice',
    options: [{ value: 'fraud', label: { zh: '弄虚作假', en: 'False statements' } }, { value: 'clearMistake', label: { zh: '明显错误（含多发）', en: 'Clear mistake (overpayment included)' } }],
    help: { zh: '事后的婚姻、家庭变化不得作为依据', en: 'No later change in the family may be a ground' },
  }),
  facts: lines({ zh: '事实说明', en: 'Facts' }, { min: 4, max: 1_000, class: 'P3' }),
  hearing: field(form({
    heldOn: day({ zh: '听取意见日期', en: 'Heard on' }),
    recordNo: shortText({ zh: '记录编号', en: 'Number of the record' }, { max: 60 }),
    statement: lines({ zh: '当事人陈述', en: 'What the person said' }, { max: 1_000, class: 'P3' }),
  }), { label: { zh: '听取当事人意见', en: 'Hearing of the person' }, input: 'group' }),
  recoverFen: yuan({ zh: '追回金额', en: 'Amount to recover' }, { max: 10_000_000, help: { zh: '不填即追回全部已发金额', en: 'Left blank it is all that was paid' } }).optional(),
});
export const confirmRevocation = form({ opinion: opinion() });
export const dismissRevocation = form({ opinion: opinion() });
