/** What the village writes down: the claim, its papers, its corrections, its withdrawal and its appeal. */
import { z } from 'zod';
import { field, form, type Option } from '../../kit/form.ts';
import { code, day, entryRef, evidenceOrFiles, idNumber, account, lines, personName, shortText, yuan, phone, yesNo } from '../../office/fields.ts';
import { programmes } from '../../office/programmes/index.ts';

/** What may be listed for correction. */
export const items = ['entitlementDate', 'amountClaimed', 'spouse', 'marriage', 'quotaDocument', 'certificate', 'account', 'papers', 'statement'] as const;
export type Item = (typeof items)[number];
const itemOptions: readonly Option[] = [
  { value: 'entitlementDate', label: { zh: '权益发生日期', en: 'Day of entitlement' } },
  { value: 'amountClaimed', label: { zh: '申请金额', en: 'Amount claimed' } },
  { value: 'spouse', label: { zh: '配偶信息', en: 'Spouse' } },
  { value: 'marriage', label: { zh: '婚姻登记信息', en: 'Registration of the marriage' } },
  { value: 'quotaDocument', label: { zh: '原指标凭证', en: 'Original quota document' } },
  { value: 'certificate', label: { zh: '资格凭证', en: 'Certificate of entitlement' } },
  { value: 'account', label: { zh: '收款账户', en: 'Account' } },
  { value: 'papers', label: { zh: '申请材料', en: 'Papers' } },
  { value: 'statement', label: { zh: '情况说明', en: 'Explanation' } },
];
export const item = () => field(z.enum(items), { label: { zh: '补正事项', en: 'Item' }, input: 'choice', options: itemOptions });

const CARD = { zh: '请对照结婚证填写', en: 'Please copy it from the marriage certificate' };

const spouse = field(form({
  spouseName: personName({ zh: '配偶姓名', en: 'Spouse’s name' }),
  spouseIdNumber: idNumber({ zh: '配偶公民身份号码', en: 'Spouse’s identity number' }),
}), { label: { zh: '配偶信息', en: 'Spouse' }, help: { zh: '仅夫妻共同申请的项目填写', en: 'Only where the programme is claimed by a couple' }, input: 'group', neededFor: 'programme.parts' });

const marriage = field(form({
  certificateNo: shortText({ zh: '结婚证字号', en: 'Number of the marriage certificate' }, { max: 40, class: 'P3', help: CARD }),
  registeredOn: day({ zh: '登记日期', en: 'Registered on' }, { class: 'P3', help: CARD }),
  registeredAt: shortText({ zh: '登记机关', en: 'Registered at' }, { max: 60 }),
}), { label: { zh: '婚姻登记信息', en: 'Registration of the marriage' }, help: { zh: '仅以结婚登记为依据的项目填写', en: 'Only where the marriage itself entitles' }, input: 'group', class: 'P3', neededFor: 'programme.parts' });

const quotaDocument = field(form({
  documentNo: shortText({ zh: '原指标凭证编号', en: 'Number of the original document' }, { max: 60, class: 'P3' }),
  issuedOn: day({ zh: '签发日期', en: 'Issued on' }),
  issuedBy: shortText({ zh: '签发单位', en: 'Issued by' }, { max: 60 }),
}), { label: { zh: '原指标凭证', en: 'Original quota document' }, help: { zh: '仅登记家庭已持有的旧凭证，不新发任何凭证', en: 'A paper the family holds already; none is issued any more' }, input: 'group', neededFor: 'programme.parts' });

const certificate = field(form({
  paperNo: shortText({ zh: '凭证或文书编号', en: 'Number of the certificate or determination' }, { max: 60, class: 'P3' }),
  issuedOn: day({ zh: '签发日期', en: 'Issued on' }),
  issuedBy: shortText({ zh: '签发单位', en: 'Issued by' }, { max: 60 }),
}), { label: { zh: '资格凭证', en: 'Certificate of entitlement' }, help: { zh: '家庭已持有的资格凭证或主管部门认定文书，只登记编号', en: 'The certificate or determination the family holds: its number only' }, input: 'group', neededFor: 'programme.parts' });

export const accountFields = {
  accountHolder: personName({ zh: '户名', en: 'Account holder' }, { class: 'P4', help: { zh: '须为申请人本人', en: 'Must be the applicant' } }),
  bankName: shortText({ zh: '开户行', en: 'Bank' }, { max: 60, class: 'P4' }),
  accountType: code({ zh: '账户类型', en: 'Kind of account' }, 'accountType', { class: 'P3' }),
  accountNo: account({ zh: '账号', en: 'Account number' }),
};

const asked = {
  entitlementDate: day({ zh: '权益发生日期', en: 'Day of entitlement' }, { help: { zh: '须在项目有效期内；年度项目填当年日期', en: 'Inside the programme’s validity; for a yearly programme a day of that year' } }),
  amountClaimed: yuan({ zh: '申请金额', en: 'Amount claimed' }, { max: 10_000_000, help: { zh: '不超过项目标准', en: 'Not above the programme’s standard' } }),
};
const PROGRAMME_OPTIONS = programmes.map(({ id, label }) => ({ value: id, label }));

/** Whoever wants no message leaves no telephone either. */
const texting = {
  tellByText: yesNo({ zh: '短信告知', en: 'Tell me by SMS' }, { class: 'P3', help: { zh: '申请人自愿选择：发放到账时收到一条短信，不含姓名、项目和金额', en: 'The applicant’s own choice: one message when it was paid, without name, programme or amount' } }).optional(),
  textPhone: phone({ zh: '接收短信的手机号', en: 'Mobile number for the message' }, { help: { zh: '勾选“短信告知”时填写', en: 'Where a message is wanted' } }).optional(),
};

/** Opens the claim. Which parts belong is the programme's to say. */
export const open = form({
  programme: field(z.enum(programmes.map(({ id }) => id)), { label: { zh: '项目', en: 'Programme' }, class: 'P1', input: 'choice', options: PROGRAMME_OPTIONS }),
  applicant: entryRef({ zh: '申请人', en: 'Applicant' }, 'residents', { help: { zh: '从本村居名册中选择', en: 'From the register of this village' } }),
  ...asked,
  backlogReason: lines({ zh: '补办原因', en: 'Why it is claimed only now' }, { min: 4, max: 300, help: { zh: '历史项目须说明为何现在申请', en: 'A closed programme asks why the claim comes now' } }).optional(),
  spouse: spouse.optional(),
  marriage: marriage.optional(),
  quotaDocument: quotaDocument.optional(),
  certificate: certificate.optional(),
  ...accountFields,
  ...texting,
});

const corrections = {
  entitlementDate: asked.entitlementDate.optional(),
  amountClaimed: asked.amountClaimed.optional(),
  spouse: spouse.optional(),
  marriage: marriage.optional(),
  quotaDocument: quotaDocument.optional(),
  certificate: certificate.optional(),
  accountHolder: accountFields.accountHolder.optional(),
  bankName: accountFields.bankName.optional(),
  accountType: accountFields.accountType.optional(),
  accountNo: accountFields.accountNo.optional(),
  ...texting,
};

/** Changes the draft: only what is typed. */
export const revise = form(corrections);

const consent = (zh: string, en: string) => shortText({ zh, en }, { max: 60, class: 'P4', neededFor: 'PIPL 25, 29', help: { zh: '填本人签字的单独同意书编号', en: 'Number of the separate consent the person signed' } });

/** Hands the claim in, with what the applicant signed. */
export const submit = form({
  signedOn: day({ zh: '申请人签字日期', en: 'Signed by the applicant on' }),
  papers: evidenceOrFiles({ zh: '申请材料', en: 'Papers' }, { min: 1, help: { zh: '本人签字的申请表、承诺书、同意书、身份证及项目要求的材料；表、书可附扫描件，证件只核验登记，不留复印件', en: 'Signed form, declaration, consent, identity card and what the programme asks for; scans of forms may be attached, identity papers are seen and noted, not copied' } }),
  consentSensitive: consent('敏感信息处理同意书', 'Consent to sensitive data'),
  consentTransfer: consent('向银行和区级提供信息同意书', 'Consent to passing data to bank and district'),
  consentNotice: consent('公示同意书', 'Consent to the notice').optional(),
});

/** Answers everything that was listed, and corrects what has to be. */
export const resubmit = form({
  answers: field(z.array(form({ item: item(), answer: lines({ zh: '补正情况', en: 'What was done' }, { max: 300 }) })).min(1).max(20),
    { label: { zh: '逐项答复', en: 'Answer to each item' }, help: { zh: '退回单所列每一项都须答复', en: 'Every item listed must be answered' }, input: 'list' }),
  ...corrections,
});

export const withdraw = form({
  statement: shortText({ zh: '撤回声明编号', en: 'Number of the signed statement' }, { max: 60, help: { zh: '申请人签字的撤回声明', en: 'The statement signed by the applicant' } }),
  signedOn: day({ zh: '签字日期', en: 'Signed on' }),
});

export const appeal = form({
  grounds: lines({ zh: '复核理由', en: 'Grounds of the appeal' }, { min: 4, max: 1_000 }),
  signedOn: day({ zh: '签字日期', en: 'Signed on' }),
});
