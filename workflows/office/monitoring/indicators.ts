/** What mean monitoring looks at: the data and how it was dealt with, never what happened in a family. */
import type { Text } from '../../kit/words.ts';

export type Indicator = {
  readonly id: string;
  readonly title: Text;
  /** What counts as a hit. */
  readonly hits: Text;
  readonly of: Text;
};

/** The whole list; births, pregnancies and marriages as outcomes are no indicators and never will be. */
export const indicators = [
  { id: 'corrected', title: { zh: '更正比例', en: 'Share corrected' }, hits: { zh: '本期提出或已办更正的记录', en: 'records with a correction proposed or made this month' }, of: { zh: '本期已核实的记录', en: 'records verified this month' } },
  { id: 'changed', title: { zh: '变动比例', en: 'Share changed' }, hits: { zh: '本期有变动入册的记录', en: 'records with a change entered this month' }, of: { zh: '在册记录', en: 'records on the register' } },
  { id: 'zeroChangeMonths', title: { zh: '零变动月份', en: 'Months without a change' }, hits: { zh: '没有任何变动入册的月份', en: 'months in which no change was entered' }, of: { zh: '近三年的月份', en: 'months of the last three years' } },
  { id: 'unable', title: { zh: '无法核实比例', en: 'Share not verifiable' }, hits: { zh: '本期登记为无法核实的记录', en: 'records entered as not verifiable this month' }, of: { zh: '本期已核实的记录', en: 'records verified this month' } },
  { id: 'missingPhone', title: { zh: '缺电话比例', en: 'Share without a telephone' }, hits: { zh: '没有登记电话的记录', en: 'records without a telephone' }, of: { zh: '在册记录', en: 'records on the register' } },
  { id: 'errors', title: { zh: '每百条记录错误数', en: 'Records in error per hundred' }, hits: { zh: '有错误级质量问题的记录', en: 'records with a finding of error level' }, of: { zh: '在册记录', en: 'records on the register' } },
  { id: 'visited', title: { zh: '入户核实比例', en: 'Share verified by visit' }, hits: { zh: '本期以入户方式核实的记录', en: 'records verified at a home visit this month' }, of: { zh: '本期已核实的记录', en: 'records verified this month' } },
  { id: 'slow', title: { zh: '变动登记慢于全镇中位天数的比例', en: 'Changes entered later than the town’s median' }, hits: { zh: '从变动到登记的天数超过全镇中位数的变动', en: 'changes entered after more days than the town’s median' }, of: { zh: '本期入册的变动', en: 'changes entered this month' } },
  { id: 'returned', title: { zh: '抽查后退回比例', en: 'Share sent back after the sample' }, hits: { zh: '抽查后退回重新核实的记录', en: 'records sent back after the sample' }, of: { zh: '本期已提交的记录', en: 'records handed in this month' } },
] as const satisfies readonly Indicator[];

export type IndicatorId = (typeof indicators)[number]['id'];
