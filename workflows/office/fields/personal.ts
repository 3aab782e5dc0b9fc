/** Ready fields for personal data; each normalises what was typed, and carries its class. */
import { z } from 'zod';
import { field, must } from '../../kit/form.ts';
import type { Text } from '../../kit/words.ts';
import { checkId, normaliseId } from '../citizen-id.ts';
import type { IdProblem } from '../citizen-id.ts';
import { isName, normaliseName } from '../names.ts';
import { normalisePhone, phoneKind } from '../phone.ts';
import { worded } from './words.ts';
import type { Words } from './words.ts';

const NAME: Text = {
  zh: '请填写户口簿上的姓名：2至30个汉字，可含“·”，不含数字、字母、空格',
  en: 'Give the name as in the household book: 2 to 30 Chinese characters, · allowed, no digits, letters or spaces',
};

/** P2: names show in lists; other personal fields do not. */
export const personName = (label: Text, words: Words = {}) =>
  field(must(z.string().overwrite(normaliseName), isName, NAME), worded(label, { input: 'text' }, words));

const ID: Record<IdProblem, Text> = {
  'pattern': { zh: '公民身份号码应为18位，末位可为X，请对照证件填写', en: 'An identity number has 18 characters, the last may be X: please copy it from the card' },
  'birth-date': { zh: '号码中的出生日期不存在，请对照证件检查第7至14位', en: 'The birth date inside the number does not exist: please check digits 7 to 14 against the card' },
  'check-digit': { zh: '号码校验不通过，可能有一位写错，请对照证件逐位核对', en: 'The number fails its check digit: one digit may be wrong, please compare it with the card' },
};
const has = (problem: IdProblem) => (id: string): boolean => !checkId(id).problems.includes(problem);

/** GB 11643, P4; the demo town's numbers pass, a later check warns of unknown divisions. */
export const idNumber = (label: Text, words: Words = {}) => {
  const typed = must(z.string().overwrite(normaliseId), has('pattern'), ID.pattern);
  const checked = must(must(typed, has('birth-date'), ID['birth-date']), has('check-digit'), ID['check-digit']);
  return field(checked, worded(label, { input: 'text', class: 'P4' }, words));
};

const PHONE: Text = { zh: '请填写11位手机号，或带区号的固定电话，例如 022-26990000', en: 'Give a mobile number of 11 digits, or a landline with its area code, e.g. 022-26990000' };

/** P4. Takes the demo town's numbers, which ring nowhere; who sends a message asks `phoneKind` again. */
export const phone = (label: Text, words: Words = {}) =>
  field(must(z.string().overwrite(normalisePhone), (value) => phoneKind(value, { demo: true }) !== null, PHONE), worded(label, { input: 'text', class: 'P4' }, words));

const ACCOUNT: Text = { zh: '账号应为12至21位数字，请对照存折或银行卡填写', en: 'An account has 12 to 21 digits: please copy it from the passbook or card' };
const normaliseAccount = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '');

/** P4: a bank account or card number. */
export const account = (label: Text, words: Words = {}) =>
  field(must(z.string().overwrite(normaliseAccount), (value) => /^\d{12,21}$/.test(value), ACCOUNT), worded(label, { input: 'text', class: 'P4' }, words));
