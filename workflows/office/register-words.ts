/** The words of the register: what its fields are called, and what their codes mean. */
import type { Data, Lang, Register, Text } from '../kit/words.ts';
import { labelOf, type CodeName } from './codes.ts';

export const registerWords = {
  residents: {
    code: { zh: '编码', en: 'Code' }, name: { zh: '姓名', en: 'Name' }, unit: { zh: '村居', en: 'Unit' }, household: { zh: '家庭', en: 'Household' },
    sex: { zh: '性别', en: 'Sex' }, birthDate: { zh: '出生日期', en: 'Date of birth' }, idNumber: { zh: '公民身份号码', en: 'Citizen ID number' },
    idMissingReason: { zh: '无身份号码的原因', en: 'Why there is no ID number' }, ethnic: { zh: '民族', en: 'Nationality' }, marital: { zh: '婚姻状况', en: 'Marital status' },
    marriageDate: { zh: '结婚日期', en: 'Date of marriage' }, spouse: { zh: '配偶', en: 'Spouse' }, relation: { zh: '与户主关系', en: 'Relation to the head' },
    hukouUnit: { zh: '户籍村居', en: 'Unit of registration' }, hukouAddress: { zh: '户籍地址', en: 'Registered address' }, residenceAddress: { zh: '居住地址', en: 'Residence' },
    phone: { zh: '联系电话', en: 'Telephone' }, account: { zh: '收款账户', en: 'Account' }, status: { zh: '状态', en: 'Status' }, lastVerified: { zh: '最近核实', en: 'Last verified' },
  },
  households: { id: { zh: '户编号', en: 'Number' }, unit: { zh: '村居', en: 'Unit' }, head: { zh: '户主', en: 'Head' }, address: { zh: '住址', en: 'Address' } },
} as const satisfies Record<Register, Readonly<Record<string, Text>>>;

export const registerNames: Readonly<Record<Register, Text>> = { residents: { zh: '登记对象', en: 'Residents' }, households: { zh: '家庭', en: 'Households' } };

export const statusWords = { active: { zh: '在册', en: 'Registered' }, moved: { zh: '已迁出', en: 'Moved away' }, deceased: { zh: '已去世', en: 'Deceased' } } as const;

const tables: Readonly<Record<string, CodeName>> = { sex: 'sex', marital: 'marital', relation: 'relation', ethnic: 'ethnic', idMissingReason: 'idMissing' };

/** A code of a field in words; anything else as it stands, nothing as nothing. */
export const inWords = (field: string, value: unknown, lang: Lang): string => {
  if (value === null || value === undefined) return '';
  const table = tables[field];
  if (table) return labelOf(table, String(value))[lang];
  const statuses: Data = statusWords;
  return field === 'status' && typeof value === 'string' ? ((statuses[value] as Text | undefined)?.[lang] ?? value) : String(value);
};
