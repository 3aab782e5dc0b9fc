/** What the columns of somebody's table may be: fields of the register under the headers people give them. */
import type { Text } from '../../kit/words.ts';

export const targets = [
  'code', 'name', 'sex', 'birthDate', 'idNumber', 'idMissingReason', 'ethnic', 'marital', 'marriageDate', 'household', 'relation', 'unit',
  'hukouUnit', 'hukouAddress', 'residenceAddress', 'phone', 'account',
] as const;
export type Target = (typeof targets)[number];
/** For each field the number of its column, from 0. */
export type Mapping = Readonly<Partial<Record<Target, number>>>;

type Words = { readonly label: Text; readonly known: readonly string[]; readonly sealed?: true };

/** `known`: headers without spaces and signs, in small letters. `sealed`: of class P4. */
export const targetWords: Readonly<Record<Target, Words>> = {
  code: { label: { zh: '编码', en: 'Code' }, known: ['编码', '人员编码', '个人编码', '档案编码', '登记编码', 'code', 'recordcode'] },
  name: { label: { zh: '姓名', en: 'Name' }, known: ['姓名', '名字', '成员姓名', 'name', 'fullname'] },
  sex: { label: { zh: '性别', en: 'Sex' }, known: ['性别', '性别代码', 'sex', 'gender'] },
  birthDate: { label: { zh: '出生日期', en: 'Date of birth' }, known: ['出生日期', '出生年月日', '出生年月', '生日', 'birthdate', 'dateofbirth', 'birthday', 'born'] },
  idNumber: { label: { zh: '公民身份号码', en: 'Identity number' }, known: ['公民身份号码', '公民身份证号码', '身份证号', '身份证号码', '身份证', '身份号码', '证件号码', 'idnumber', 'identitynumber', 'idno'], sealed: true },
  idMissingReason: { label: { zh: '无身份号码原因', en: 'Why there is no number' }, known: ['无身份号码原因', '无证原因', 'idmissingreason', 'whynoidnumber'] },
  ethnic: { label: { zh: '民族', en: 'Ethnic group' }, known: ['民族', '民族代码', 'ethnic', 'ethnicgroup'] },
  marital: { label: { zh: '婚姻状况', en: 'Marital status' }, known: ['婚姻状况', '婚姻', '婚姻状态', '婚姻状况代码', 'marital', 'maritalstatus'] },
  marriageDate: { label: { zh: '婚姻变动日期', en: 'Date of that status' }, known: ['婚姻变动日期', '结婚日期', '初婚日期', '婚变日期', 'marriagedate', 'dateofmarriage'] },
  household: { label: { zh: '户编号', en: 'Household' }, known: ['户编号', '户号', '家庭编号', '户籍编号', '户口簿号', 'household', 'householdnumber', 'householdid'] },
  relation: { label: { zh: '与户主关系', en: 'Relation to the head' }, known: ['与户主关系', '户主关系', '家庭关系', '关系', 'relation', 'relationtohead', 'relationtothehead'] },
  unit: { label: { zh: '所属村居', en: 'Village' }, known: ['所属村居', '村居', '村居代码', '单位', '单位代码', '现居住地单位', '居住地单位', '村', '社区', 'unit', 'village', 'residenceunit'] },
  hukouUnit: { label: { zh: '户籍地单位', en: 'Unit of the registered household' }, known: ['户籍地单位', '户籍地代码', '户籍单位', '户籍地单位代码', 'hukouunit', 'unitoftheregisteredhousehold'] },
  hukouAddress: { label: { zh: '户籍地址', en: 'Address of the registered household' }, known: ['户籍地址', '户籍地', '户口所在地', '户籍详细地址', 'hukouaddress', 'registeredaddress', 'addressoftheregisteredhousehold'] },
  residenceAddress: { label: { zh: '居住地址', en: 'Address of residence' }, known: ['居住地址', '居住地', '现居住地', '现住址', '住址', '地址', 'residenceaddress', 'address', 'addressofresidence'] },
  phone: { label: { zh: '联系电话', en: 'Telephone' }, known: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', 'phone', 'telephone', 'mobile'], sealed: true },
  account: { label: { zh: '收款账号', en: 'Account' }, known: ['收款账号', '账号', '银行账号', '银行卡号', '卡号', 'account', 'bankaccount', 'accountnumber'], sealed: true },
};

/** Without these nobody can be entered. */
export const required: readonly Target[] = ['code', 'name'];
