/** What is typed in when one register record is verified, changed, checked or ruled upon. */
import { z } from 'zod';
import { form, field, must } from '../kit/form.ts';
import { code, day, entryRef, evidence, lines, personName, villageRef, yesNo, idNumber, phone, account, reasonCode, shortText, tick, visit } from '../office/fields.ts';
import { hasDate } from '../office/marriage.ts';
import { statusWords } from '../office/register-words.ts';

const METHOD = { zh: '核实方式', en: 'How it was verified' };
const method = code(METHOD, 'verifyMethod', { only: ['visit', 'phone', 'papers', 'match', 'self'], help: { zh: '只选实际采用的方式；未入户的不得填写入户', en: 'Only what was really done: never a visit that was not made' } });
const verifiedOn = day({ zh: '核实日期', en: 'Verified on' }, { help: { zh: '本期开始之后、今天或以前', en: 'After this month’s list was given out, today at the latest' } });
const remark = lines({ zh: '备注', en: 'Remark' }, { max: 300, class: 'P3' }).optional();

/** The groups of fields that are shown and looked at one by one. */
const groupsSeen = field(form({
  identity: tick({ zh: '姓名、性别、出生日期、身份号码', en: 'Name, sex, date of birth, identity number' }),
  marriage: tick({ zh: '婚姻状况、配偶', en: 'Marital status, spouse' }),
  residence: tick({ zh: '居住地、户籍地', en: 'Residence and registered household' }),
  contact: tick({ zh: '联系电话、账户', en: 'Telephone and account' }),
}), { label: { zh: '已逐组核对', en: 'Each group compared' }, help: { zh: '每组均与本人或证件核对后勾选', en: 'Tick each once compared with the person or the papers' }, input: 'group' });

const unitCode = (zh: string, en: string) => field(
  must(z.string().trim(), (value) => /^\d{12}$/.test(value), { zh: '单位代码为12位数字，请从单位表中查找', en: 'A unit code has 12 digits: please look it up in the list of units' }),
  { label: { zh, en }, class: 'P3' },
);
const address = (zh: string, en: string) => shortText({ zh, en }, { min: 2, max: 120, class: 'P3', help: { zh: '写到门牌号', en: 'Down to the number of the door' } });

/** What the register says of people who are looked after here no longer. */
export const GONE: readonly string[] = ['moved', 'deceased'];

/** New values of the register, only those that change; names as in the register of residents. */
export const changes = field(must(must(must(must(form({
  name: personName({ zh: '姓名', en: 'Name' }).optional(),
  sex: code({ zh: '性别', en: 'Sex' }, 'sex', { only: ['1', '2'], class: 'P3' }).optional(),
  birthDate: day({ zh: '出生日期', en: 'Date of birth' }, { class: 'P3' }).optional(),
  idNumber: idNumber({ zh: '公民身份号码', en: 'Identity number' }).optional(),
  marital: code({ zh: '婚姻状况', en: 'Marital status' }, 'marital', { class: 'P3' }).optional(),
  marriageDate: day({ zh: '婚姻变动日期', en: 'Date of that status' }, { class: 'P3' }).optional(),
  hukouUnit: unitCode('户籍地单位代码', 'Unit of the registered household').optional(),
  hukouAddress: address('户籍地址', 'Address of the registered household').optional(),
  residenceAddress: address('居住地址', 'Address of residence').optional(),
  unit: villageRef({ zh: '迁入的村居（镇内搬迁）', en: 'Village moved to, within the town' }, { help: { zh: '审核同意后由迁入村居接着核实', en: 'Once approved the village moved to goes on with the record' } }).optional(),
  household: entryRef({ zh: '并入的户', en: 'Household joined' }, 'households', { class: 'P3', help: { zh: '并入其他户时选择；镇内搬迁的不用填', en: 'Where they join another one; not for a move within the town' } }).optional(),
  ownHousehold: yesNo({ zh: '分户，另立一户', en: 'Parts from the household, and has one of their own' }).optional(),
  relation: code({ zh: '与户主关系', en: 'Relation to the head of the household' }, 'relation', { class: 'P3' }).optional(),
  status: field(z.enum(['active', 'moved', 'deceased']), { label: { zh: '登记状态', en: 'Standing in the register' }, class: 'P3', options: Object.entries(statusWords).map(([value, label]) => ({ value, label })) }).optional(),
  phone: phone({ zh: '联系电话', en: 'Telephone' }).optional(),
  account: account({ zh: '收款账号', en: 'Account' }).optional(),
}), (given) => Object.values(given).some((value) => value !== undefined && value !== false), { zh: '请至少填写一项变更后的内容', en: 'Give at least one new value' }),
(given) => given.marital === undefined || !hasDate(given.marital) || given.marriageDate !== undefined,
{ zh: '该婚姻状况须填写变动日期', en: 'This status needs the date since when' }, ['marriageDate']),
(given) => given.unit === undefined || given.residenceAddress !== undefined, { zh: '镇内搬迁须填写新的居住地址', en: 'A move within the town needs the new address of residence' }, ['residenceAddress']),
(given) => !(given.ownHousehold && (given.household !== undefined || given.unit !== undefined)), { zh: '分户、并户、镇内搬迁只能选一种', en: 'A household of their own, another one, or a move within the town: only one of them' }, ['ownHousehold']),
{ label: { zh: '变更后的内容', en: 'New values' }, help: { zh: '只填有变化的项目', en: 'Only what has changed' }, class: 'P3', input: 'group' });

const papers = evidence({ zh: '佐证材料', en: 'Proof' }, { min: 1, help: { zh: '以“已查验”登记，不留存证件照片', en: 'Papers are noted as seen; no pictures of cards are kept' } });

const proposal = { changes, evidence: papers, remark };

const contactTry = form({ triedOn: day({ zh: '联系日期', en: 'Tried on' }), how: code({ zh: '联系方式', en: 'How' }, 'verifyMethod', { only: ['visit', 'phone'] }) });

const FINDINGS = [
  { value: 'consistent', label: { zh: '一致', en: 'Agrees' } },
  { value: 'change', label: { zh: '需更正', en: 'Needs correction' } },
  { value: 'unresolved', label: { zh: '仍无法核实', en: 'Still cannot be verified' } },
] as const;
const finding = field(z.enum(['consistent', 'change', 'unresolved']), { label: { zh: '核查结论', en: 'Finding' }, options: FINDINGS });

const found = <S extends z.ZodRawShape>(shape: S) => must(
  form({ ...shape, finding, changes: changes.optional() }),
  (given) => { const { finding: result, changes: values } = given as { finding: string; changes?: unknown }; return (result === 'change') === (values !== undefined); },
  { zh: '结论为“需更正”时填写变更内容，其他结论不填', en: 'New values go with the finding “needs correction”, and with no other' }, ['changes'],
);

const ground = lines({ zh: '理由', en: 'Ground' }, { min: 5, max: 500, class: 'P3' });

export const FOUND = [
  { value: 'right', label: { zh: '无差错', en: 'In order' } },
  { value: 'wrong', label: { zh: '有差错', en: 'Wrong' } },
] as const;
const GROUPS = [
  { value: 'identity', label: { zh: '姓名、性别、出生日期、身份号码', en: 'Name, sex, date of birth, identity number' } },
  { value: 'marriage', label: { zh: '婚姻状况、配偶', en: 'Marital status, spouse' } },
  { value: 'residence', label: { zh: '居住地、户籍地', en: 'Residence and registered household' } },
  { value: 'contact', label: { zh: '联系电话、账户', en: 'Telephone and account' } },
  { value: 'result', label: { zh: '核实结果或方式不实', en: 'The result, or how it was verified, is not as entered' } },
] as const;
const townCheck = must(form({
  found: field(z.enum(['right', 'wrong']), { label: { zh: '抽查结论', en: 'What was found' }, options: FOUND }),
  wrong: field(z.array(z.enum(['identity', 'marriage', 'residence', 'contact', 'result'])).max(5), { label: { zh: '有差错的内容', en: 'What is wrong' }, options: GROUPS, help: { zh: '有差错时选择', en: 'To be chosen where something is wrong' } }).optional(),
  how: code({ zh: '抽查方式', en: 'How it was looked at' }, 'verifyMethod', { only: ['visit', 'phone', 'papers', 'match'] }),
  checkedOn: day({ zh: '抽查日期', en: 'Looked at on' }),
  remark,
}), ({ found: result, wrong }) => (result === 'wrong') === ((wrong?.length ?? 0) > 0), { zh: '有差错的须选出有差错的内容，无差错的不选', en: 'What is wrong goes with “wrong”, and with nothing else' }, ['wrong']);

export const forms = {
  townCheck,
  confirmSame: form({ groups: groupsSeen, method, verifiedOn, remark }),
  confirmSampled: form({ verifiedOn, remark }),
  proposeChange: form({ ...proposal, changedOn: day({ zh: '变动发生日期', en: 'When it changed' }, { help: { zh: '不知道准确日期的，填本人所说的日期', en: 'Where nobody knows exactly, the day the person names' } }), method, verifiedOn }),
  markUnable: must(form({
    unableReason: code({ zh: '无法核实原因', en: 'Why it cannot be verified' }, 'unable', { help: { zh: '本人不愿核实不影响其任何待遇', en: 'Declining has no effect on any benefit' } }),
    tries: field(z.array(contactTry).max(10), { label: { zh: '联系记录', en: 'Tries to get in touch' }, input: 'list' }).optional(),
    remark,
  }), (given) => given.unableReason !== 'no_contact' || (given.tries?.length ?? 0) >= 3, { zh: '三次联系未果须登记至少三次联系', en: 'Enter at least three tries' }, ['tries']),
  undo: form({ ground: lines({ zh: '撤回核实结果的原因', en: 'Why the result is taken back' }, { min: 2, max: 200 }) }),
  approve: form({ proofSeen: evidence({ zh: '已查验的佐证', en: 'Proof seen' }, { min: 1 }), opinion: lines({ zh: '审核意见', en: 'Opinion' }, { max: 300, class: 'P3' }).optional() }),
  confirmKey: form({ proofSeen: evidence({ zh: '已查验的佐证', en: 'Proof seen' }, { min: 1 }), opinion: lines({ zh: '复核意见', en: 'Opinion' }, { max: 300, class: 'P3' }).optional() }),
  sendBack: form({ reason: reasonCode({ zh: '退回原因', en: 'Reason' }), problem: lines({ zh: '需要重新核实的内容', en: 'What has to be verified anew' }, { min: 2, max: 300, class: 'P3' }) }),
  apply: form({}),
  orderCheck: form({ ground }),
  judge: found({ visit: visit({ zh: '个案核查记录', en: 'Record of the check' }) }),
  rule: found({ ground }),
  subjectRequest: form({
    requestReference: shortText({ zh: '权利请求编号', en: 'Number of the request' }, { max: 60 }),
    requestedOn: day({ zh: '提出日期', en: 'Asked on' }),
    ...proposal,
  }),
  carryOver: form({}),
};
