/** What is typed in to open, report, sign and reopen a month of verification. */
import { z } from 'zod';
import { field, form } from '../kit/form.ts';
import { day, lines, month } from '../office/fields.ts';

export const KINDS = [
  { value: 'full', label: { zh: '全面核实（每半年一次）', en: 'All records (once every half-year)' } },
  { value: 'slice', label: { zh: '滚动核实（有变动、有质量问题、上期转入的，及当月六分之一）', en: 'Rolling part (changed, flagged, carried over, and the month’s sixth)' } },
] as const;

const ground = lines({ zh: '理由', en: 'Ground' }, { min: 5, max: 500 });

export const forms = {
  open: form({
    month: month({ zh: '核实月份', en: 'Month' }, { help: { zh: '每月一个周期，截止日为当月25日，遇休息日顺延', en: 'One cycle a month; its cut-off day is the 25th, or the working day after' } }),
    kind: field(z.enum(['full', 'slice']), { label: { zh: '核实范围', en: 'Scope' }, options: KINDS }),
  }),
  report: form({
    meetingOn: day({ zh: '例会日期', en: 'Meeting held on' }),
    findings: lines({ zh: '核实情况报告', en: 'Report' }, { min: 10, max: 2_000, help: { zh: '只写汇总情况，不写个人信息', en: 'Totals only, nobody’s data' } }),
  }),
  close: form({ opinion: lines({ zh: '签批意见', en: 'Opinion' }, { max: 500 }) }),
  sendBack: form({ ground }),
  reopen: form({ ground }),
};
