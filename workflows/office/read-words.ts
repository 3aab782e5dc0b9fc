/** The columns of the log of readings in words, for the screen and for whoever takes it away. */
import type { Text } from '../kit/words.ts';

export const readWords = {
  at: { zh: '时间', en: 'When' }, person: { zh: '查看人', en: 'Reader' }, resource: { zh: '查看了什么', en: 'What was read' },
  whom: { zh: '涉及', en: 'About' }, fields: { zh: '信息项', en: 'Fields' }, reason: { zh: '理由', en: 'Reason' },
} as const satisfies Readonly<Record<string, Text>>;

/** Whole identity, account and telephone numbers have no place in a reason: it stays where nothing is sealed. */
export const holdsNumber = (reason: string): boolean => /\d{11}/.test(reason.normalize('NFKC').replace(/(?<=\d)[\s-]+(?=\d)/g, ''));

export const numberError: Text = { zh: '请勿在理由中填写身份证号、账号或电话号码，可只写后四位', en: 'No identity, account or telephone number in the reason: its last four digits will do' };
