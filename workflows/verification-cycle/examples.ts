/** One filled-in form for every step of a month; the next months that have no cycle yet. */
import type { Workflow } from '../kit/workflow.ts';
import { monthAfter } from '../office/month-terms.ts';
import { dayOf, monthOf } from '../office/working-days.ts';

export const examples: Workflow['examples'] = ({ at, cases }) => {
  const taken = new Set(cases('verification-cycle', ['running', 'ready', 'closed']).map(({ data }) => data.month));
  const months = Array.from({ length: 12 }).reduce<string[]>((known) => [...known, monthAfter(known.at(-1) ?? '')], [monthOf(dayOf(at))]);
  const [month = monthOf(dayOf(at)), next = month] = months.filter((one) => !taken.has(one));
  return {
    open: [{ month, kind: 'full' }, { month: next, kind: 'slice' }],
    report: { meetingOn: dayOf(at), findings: '十八个村居全部完成核实，更正已审核入册，抽查合格。' },
    close: { opinion: '同意，按期归档。' },
    sendBack: { ground: '请补充未核实条目的原因分析。' },
    reopen: { ground: '上级抽查发现个别村居需补核。' },
  };
};
