/** What is filled in when a family is helped to its child-care subsidy: consent, papers looked through, an appointment, the national system's number and status. Nothing about the child, no account, no sum. */
import { z } from 'zod';
import { field, form } from '../kit/form.ts';
import { code, count, day, entryRef, lines, shortText } from '../office/fields.ts';

const PAPERS = [['childPaper', '出生医学证明', 'The child’s own paper'], ['householdBook', '户口簿', 'Household book'], ['relationProof', '监护关系证明', 'Proof of guardianship']] as const;
export const papersAsked = PAPERS.map(([value]) => value);
const paperOptions = PAPERS.map(([value, zh, en]) => ({ value, label: { zh, en } }));

/** What the national system says, as it says it. */
const STATUSES = [['received', '已受理', 'Received'], ['underReview', '审核中', 'Under review'], ['approved', '审核通过待发放', 'Approved, to be paid'], ['paid', '已发放', 'Paid'], ['returned', '退回补正', 'Sent back'], ['refused', '审核不通过', 'Refused']] as const;
export const statusOptions = STATUSES.map(([value, zh, en]) => ({ value, label: { zh, en } }));
export const statuses = STATUSES.map(([value]) => value);

const CHANNELS = [['online', '本人网上申请', 'By themselves, online'], ['window', '到镇窗口协助网上申请', 'Online, with help at the town’s window']] as const;
export const channelOptions = CHANNELS.map(([value, zh, en]) => ({ value, label: { zh, en } }));
const channel = field(z.enum(CHANNELS.map(([value]) => value)), { label: { zh: '申请方式', en: 'How' }, input: 'choice', options: channelOptions });

const externalNo = shortText({ zh: '国家系统受理编号', en: 'Number in the national system' }, { max: 40, class: 'P3', help: { zh: '照国家系统填写；本系统不另编号、不审核、不发放', en: 'As the national system has it: nothing is numbered, judged or paid here' } });
const statement = (zh: string, en: string) => lines({ zh, en }, { min: 4, max: 500 });

export const forms = {
  open: form({
    guardian: entryRef({ zh: '监护人', en: 'Guardian' }, 'residents', { help: { zh: '从本村居名册中选择父母一方或其他监护人；不登记子女信息', en: 'A parent or other guardian from the register of this village; nothing about the child is written down' } }),
    year: count({ zh: '补贴年度', en: 'Year of the subsidy' }, { min: 2025, max: 2099, class: 'P1' }),
    consentNo: shortText({ zh: '监护人同意书编号', en: 'Number of the guardian’s consent' }, { max: 60, neededFor: 'PIPL 28, 29, 31', help: { zh: '同意由工作人员协助办理并查看材料的签字同意书', en: 'The signed consent to being helped and to having the papers looked at' } }),
  }),
  look: form({
    papers: field(z.array(z.enum(papersAsked)).max(PAPERS.length), { label: { zh: '已看过的材料', en: 'Papers looked at' }, help: { zh: '只看不留、不复印；缺的写在说明中', en: 'Looked at, not kept or copied; say below what is missing' }, input: 'choices', options: paperOptions }),
    note: statement('告知的缺项或说明', 'What the family was told').optional(),
  }),
  book: form({
    bookedFor: day({ zh: '预约日期', en: 'Appointment on' }, { help: { zh: '镇窗口协助办理的工作日', en: 'A working day, at the town’s window' } }),
    place: shortText({ zh: '地点', en: 'Where' }, { max: 60 }),
  }),
  file: form({ channel, externalNo, filedOn: day({ zh: '网上提交日期', en: 'Filed online on' }) }),
  copyStatus: form({
    status: field(z.enum(statuses), { label: { zh: '国家系统状态', en: 'Status in the national system' }, input: 'choice', options: statusOptions }),
    asOf: day({ zh: '查询日期', en: 'Looked up on' }),
    trouble: statement('退回或不通过的原因', 'Why it was sent back or refused').optional(),
  }),
  reconcile: form({
    arrived: field(z.enum(['yes', 'no']), { label: { zh: '监护人核对', en: 'The guardian says' }, input: 'choice', options: [{ value: 'yes', label: { zh: '已到账', en: 'It arrived' } }, { value: 'no', label: { zh: '未到账', en: 'It did not arrive' } }] }),
    askedOn: day({ zh: '核对日期', en: 'Asked on' }),
    askedBy: code({ zh: '核对方式', en: 'How' }, 'verifyMethod', { only: ['visit', 'phone', 'self'] }),
  }),
  fileAgain: form({ externalNo: externalNo.optional(), filedOn: day({ zh: '重新提交日期', en: 'Filed again on' }), done: statement('补正情况', 'What was put right') }),
  settle: form({ outcome: statement('处理结果', 'How it ended'), told: statement('告知监护人的救济途径', 'What the guardian was told of remedies') }),
  end: form({ why: statement('不再需要协助的原因', 'Why no more help is needed') }),
};
