/** The columns of the log of readings in words, for the screen and for whoever takes it away. */
import type { Text } from '../kit/words.ts';

export const readWords = {
  at: { zh: '时间', en: 'When' }, person: { zh: '查看人', en: 'Reader' }, resource: { zh: '查看了什么', en: 'What was read' },
  whom: { zh: '涉及', en: 'About' }, fields: { zh: '信息项', en: 'Fields' }, reason: { zh: '理由', en: 'Reason' },
} as const satisfies Readonly<Record<string, Text>>;

/** What is read that is neither a register nor a process. */
const places: Readonly<Record<string, Text>> = {
  inbox: { zh: '我的待办', en: 'My work' }, findings: { zh: '数据质量', en: 'Data quality' }, notifications: { zh: '通知', en: 'Notifications' },
  sittings: { zh: '集中签批', en: 'Sittings' }, reads: { zh: '查看记录', en: 'The log of readings' }, files: { zh: '已上传的文件', en: 'Files brought' },
};
/** In which of its forms it was read. */
const forms: Readonly<Record<string, Text>> = {
  workbook: { zh: '离线工作簿', en: 'as a workbook' }, export: { zh: '导出', en: 'exported' }, reveal: { zh: '查看隐去内容', en: 'hidden fields shown' }, examples: { zh: '填写示例', en: 'for examples' },
  evidence: { zh: '证据对照', en: 'evidence' }, papers: { zh: '文书', en: 'a paper' }, archive: { zh: '归档包', en: 'archive package' }, files: { zh: '附件', en: 'attached files' },
  log: { zh: '办理经过', en: 'its history' }, history: { zh: '变更记录', en: 'history of changes' }, urges: { zh: '催办', en: 'urgings' }, disclosure: { zh: '公开清单', en: 'list for publication' },
  file: { zh: '交换文件', en: 'file for another office' }, report: { zh: '情况报告', en: 'report' },
};
/** `called`: the name of a register or process. */
export const readName = (resource: string, called: (base: string) => Text | undefined): Text => {
  const [base = '', as = ''] = resource.split('/');
  const what = called(base) ?? places[base] ?? { zh: base, en: base };
  const form = forms[as];
  return form ? { zh: `${what.zh}（${form.zh}）`, en: `${what.en}, ${form.en}` } : what;
};

/** Whole identity, account and telephone numbers have no place in a reason: it stays where nothing is sealed. */
export const holdsNumber = (reason: string): boolean => /\d{11}/.test(reason.normalize('NFKC').replace(/(?<=\d)[\s-]+(?=\d)/g, ''));

export const numberError: Text = { zh: '请勿在理由中填写身份证号、账号或电话号码，可只写后四位', en: 'No identity, account or telephone number in the reason: its last four digits will do' };
