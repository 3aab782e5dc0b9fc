/** Checks of what is missing (D01 to D04). */
import { ageOn } from '../days.ts';
import { hasDate } from '../marriage.ts';
import { about, entryRule, hitIf } from './rule.ts';

const MARITAL_FROM = 20;

export const complete = [
  entryRule({
    id: 'D01', level: 'error', dimension: 'complete',
    reads: ['name', 'sex', 'birthDate', 'idNumber', 'idMissingReason', 'hukouUnit'],
    title: { zh: '基本信息缺失', en: 'Basic data missing' },
    explanation: { zh: '姓名、性别、出生日期、公民身份号码、所属村居和户籍地单位不得空缺；没有身份号码的须登记原因。', en: 'Name, sex, date of birth, identity number, village and unit of the registered household must be there; where there is no number, the reason must.' },
    remedy: { zh: '对照户口簿或身份证补填；确无身份号码的，选择原因，不得填零或编造号码。', en: 'Fill it in from the household book or the identity card. Where there is no number choose the reason; never enter zeros or an invented number.' },
    find: ({ entry }) => [
      ...(['name', 'sex', 'birthDate', 'unit', 'hukouUnit'] as const).flatMap((field) => hitIf(!entry[field], () => about(entry, field))),
      ...hitIf(!entry.idNumber && !entry.idMissingReason, () => about(entry, 'idNumber')),
    ],
  }),
  entryRule({
    id: 'D02', level: 'warning', dimension: 'complete',
    reads: ['birthDate', 'marital'],
    title: { zh: '婚姻状况未填', en: 'Marital status missing' },
    explanation: { zh: '年满20周岁的登记对象应登记婚姻状况。', en: 'From the age of 20 the marital status should be there.' },
    remedy: { zh: '向本人核实后补填；本人不愿说明的，选“未说明”。', en: 'Ask the person and fill it in; who prefers not to say is entered as “not stated”.' },
    find: ({ entry, today }) => hitIf(!entry.marital && entry.birthDate !== null && ageOn(entry.birthDate, today) >= MARITAL_FROM, () => about(entry, 'marital')),
  }),
  entryRule({
    id: 'D03', level: 'warning', dimension: 'complete',
    reads: ['marital', 'marriageDate'],
    title: { zh: '婚姻变动日期未填', en: 'Date of the marital status missing' },
    explanation: { zh: '婚姻状况为初婚、再婚、复婚、丧偶、离婚的，应登记变动日期。', en: 'First marriage, remarriage, widowhood and divorce should say since when.' },
    remedy: { zh: '对照结婚证、离婚证或其他证明补填日期。', en: 'Fill in the date from the certificate or another paper.' },
    find: ({ entry }) => hitIf(hasDate(entry.marital) && !entry.marriageDate, () => about(entry, 'marriageDate')),
  }),
  entryRule({
    id: 'D04', level: 'warning', dimension: 'complete', kin: true,
    reads: ['phone', 'idMissingReason'],
    title: { zh: '无联系电话', en: 'No way to get in touch' },
    explanation: { zh: '本人没有登记电话，同户其他人也没有；信息已依法删除的除外。', en: 'Neither the person nor anybody of the household has a telephone on record; those whose data were erased by law are left alone.' },
    remedy: { zh: '入户时补登电话；没有电话的，登记同住家人的电话。', en: 'Take the number down at a visit; who has none may give that of somebody in the household.' },
    find: ({ entry, members }) => hitIf(!entry.phone && entry.idMissingReason !== 'erased' && members.every(({ phone }) => !phone), () => about(entry, 'phone')),
  }),
];
