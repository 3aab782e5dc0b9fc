/** What is typed in when somebody asks to be forgotten: the request, its receipt, what keeps it, the decision. */
import { z } from 'zod';
import { field, form } from '../kit/form.ts';
import { code, day, entryRef, evidence, lines, shortText, tick } from '../office/fields.ts';

const ASKERS = [
  { value: 'self', label: { zh: '本人', en: 'The person' } },
  { value: 'guardian', label: { zh: '监护人', en: 'A guardian' } },
  { value: 'agent', label: { zh: '委托代理人', en: 'An agent' } },
  { value: 'kin', label: { zh: '近亲属（本人已去世）', en: 'Next of kin of a person who died' } },
  { value: 'office', label: { zh: '单位主动清理', en: 'The office, of itself' } },
] as const;
const NO_NUMBERS = { zh: '请勿填写身份证号、账号或电话号码', en: 'No identity, account or telephone numbers here' };
const opinion = lines({ zh: '意见', en: 'Opinion' }, { min: 2, max: 500, help: NO_NUMBERS });

export const forms = {
  open: form({
    person: entryRef({ zh: '登记对象', en: 'Person' }, 'residents'),
    askedBy: field(z.enum(['self', 'guardian', 'agent', 'kin', 'office']), { label: { zh: '由谁提出', en: 'Asked by' }, options: ASKERS }),
    requestReference: shortText({ zh: '请求编号', en: 'Number of the request' }, { max: 60 }),
    requestedOn: day({ zh: '提出日期', en: 'Asked on' }),
    ground: code({ zh: '删除依据', en: 'Ground' }, 'erasureGround', { help: { zh: '个人信息保护法第四十七条', en: 'Personal Information Protection Law, Art. 47' } }),
    papers: evidence({ zh: '身份与代理权限证明', en: 'Proof of who asks' }, { min: 1, help: { zh: '以“已查验”登记，不留存证件照片', en: 'Papers are noted as seen; no pictures of cards are kept' } }),
  }),
  confirmReceipt: form({
    receiptNo: shortText({ zh: '受理回执编号', en: 'Number of the receipt' }, { max: 60 }),
    toldOn: day({ zh: '告知日期', en: 'The person was told on' }),
  }),
  checkHolds: form({
    catalogue: lines({ zh: '已查档案目录', en: 'Catalogues looked through' }, { min: 4, max: 500, help: { zh: '写明所查的文书、会计、业务档案目录和结论', en: 'Name the files, accounts and case records looked through, and what was found' } }),
    nothingElse: tick({ zh: '除系统列出的以外，没有其他依法须保存的材料', en: 'Beside what the system lists, no law keeps anything of it' }),
  }),
  sendBack: form({ problem: lines({ zh: '需要再核查的内容', en: 'What has to be looked at again' }, { min: 4, max: 300 }) }),
  approve: form({ opinion }),
  refuse: form({
    refusal: code({ zh: '不予删除的原因', en: 'Why it is refused' }, 'erasureRefusal', { help: { zh: '个人信息保护法第五十条：拒绝应当说明理由', en: 'Art. 50: a refusal gives its reasons' } }),
    facts: lines({ zh: '事实和依据', en: 'Facts and ground' }, { min: 10, max: 1_000, help: { zh: '写明依据的条款；依法保存的，写明保存到何时', en: 'Name the article; where a law keeps it, until when' } }),
    remedyTold: tick({ zh: '已告知可以向人民法院起诉，或者向履行个人信息保护职责的部门投诉', en: 'The person was told of the court and of the department that takes complaints' }),
  }),
  withdraw: form({ statement: shortText({ zh: '撤回说明编号', en: 'Number of the signed statement' }, { max: 60 }) }),
};
