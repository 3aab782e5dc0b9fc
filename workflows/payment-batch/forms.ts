/** The forms of a payment batch: drawing it up, signing it, and what the bank sends back. */
import { z } from 'zod';
import { field, form, must } from '../kit/form.ts';
import { day, lines, shortText, yuan } from '../office/fields.ts';
import { causeLabels, causes, decisions } from './bank-file.ts';

const remark = () => lines({ zh: '说明', en: 'Remark' }, { max: 300 });
const MOST = 100_000_000_000;

const HASH = { zh: '应为64位十六进制文件校验值(SHA-256)', en: 'Give the file’s SHA-256 as 64 hexadecimal digits' };
const fileHash = field(must(z.string().trim().toLowerCase(), (value) => /^[0-9a-f]{64}$/.test(value), HASH),
  { label: { zh: '文件校验值', en: 'Checksum of the file' }, help: { zh: '银行文件的SHA-256，用于证明文件未被改动', en: 'SHA-256 of the bank’s file: proves it was not changed' }, input: 'text' });

const chosen = <V extends string>(labels: Readonly<Record<V, { zh: string; en: string }>>, label: { zh: string; en: string }) =>
  field(z.enum(Object.keys(labels) as [V, ...V[]]), { label, input: 'choice', options: (Object.keys(labels) as V[]).map((value) => ({ value, label: labels[value] })) });
const OUTCOMES = { paid: { zh: '成功', en: 'Paid' }, failed: { zh: '失败', en: 'Failed' }, unclear: { zh: '结果不明', en: 'Unclear' } };
const ref = () => shortText({ zh: '业务编号', en: 'Reference' }, { max: 64 });
const MOST_LINES = 8_000;
/** Each line as the return file gives it: filled in by the file, never typed. */
const returnedLines = field(z.array(form({
  claim: ref(),
  fen: field(z.int().min(0), { label: { zh: '金额', en: 'Amount' }, input: 'money' }),
  outcome: chosen(OUTCOMES, { zh: '处理结果', en: 'Result' }),
  cause: field(z.enum(causes), { label: { zh: '失败原因', en: 'Cause' }, input: 'choice', options: causes.map((value) => ({ value, label: causeLabels[value] })) }).optional(),
})).max(MOST_LINES), { label: { zh: '回盘明细', en: 'Lines of the return' }, input: 'list' });
/** What was decided on a line that the file does not settle by itself. */
const settlements = field(z.array(form({
  ref: ref(),
  decision: chosen(decisions, { zh: '处理', en: 'Decision' }),
  basis: shortText({ zh: '依据', en: 'Ground' }, { min: 4, max: 120, help: { zh: '银行书面答复的编号和日期', en: 'Number and day of the bank’s written answer' } }),
})).max(MOST_LINES), { label: { zh: '差异处理', en: 'What was settled' }, input: 'list' });

export const forms = {
  open: form({
    title: shortText({ zh: '批次名称', en: 'Name of the batch' }, { max: 60, class: 'P1', help: { zh: '例如“2026年四季度第一批”', en: 'For example “2026, fourth quarter, first”' } }),
    payBy: day({ zh: '计划发放日期', en: 'To be paid by' }, { class: 'P1' }),
  }),
  check: form({
    listTotal: yuan({ zh: '财政清单合计', en: 'Total of the finance list' }, { max: MOST, help: { zh: '填写后与批次合计比对，不一致不能通过', en: 'Compared with the batch’s own total when given' } }).optional(),
    remark: remark().optional(),
  }),
  sign: form({ opinion: lines({ zh: '意见', en: 'Opinion' }, { max: 500 }) }),
  sendBack: form({ remark: remark() }),
  sendToBank: form({ bankFileNo: shortText({ zh: '银行文件编号', en: 'Number of the bank file' }, { max: 60 }), fileHash, sentOn: day({ zh: '送交日期', en: 'Sent on' }) }),
  recordReturn: form({
    bankReference: shortText({ zh: '回盘编号', en: 'Reference of the bank’s return' }, { max: 60 }),
    fileHash,
    receivedOn: day({ zh: '收到日期', en: 'Received on' }),
    lines: returnedLines.optional(),
    settlements: settlements.optional(),
  }),
  reconcile: form({
    statementNo: shortText({ zh: '对账单编号', en: 'Number of the statement' }, { max: 60 }),
    statementTotal: yuan({ zh: '对账单付款合计', en: 'Paid according to the statement' }, { max: MOST, help: { zh: '填写后与已到账合计比对', en: 'Compared with what was paid when given' } }).optional(),
  }),
  close: form({ remark: remark().optional() }),
  cancel: form({ remark: remark() }),
};
