/** One filled-in form for every step of a batch. */
import type { Workflow } from '../kit/workflow.ts';
import { addDays, dayOf } from '../office/working-days.ts';
import { MONITORED } from './monitoring.ts';

const note = '外出务工人员较多，已逐户电话联系并登记，下月继续核实。';

export const examples: Workflow['examples'] = ({ at }) => ({
  start: {},
  addLate: {},
  drawSample: { set: 'all' },
  closeSample: {},
  submit: { note },
  takeUp: {},
  explain: MONITORED.map((indicator) => ({ indicator, checkedRecords: 12, explanation: '镇经办抽取12条回访，均与登记一致；本村上月已集中更正，故本月比例偏离。' })),
  sendBack: { reason: 'R02', problem: '请对照抽查单逐条复核居住地址和联系电话。' },
  resubmit: { note },
  pass: { opinion: '抽查合格，同意通过。' },
  waive: { ground: '汛期转移安置，经研究本月免于审核，下月一并核实。' },
  close: {},
  reopen: { ground: '群众反映登记有误，重新核实。', cutoff: addDays(dayOf(at), 14) },
});
