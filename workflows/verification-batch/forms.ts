/** What is typed in while one village's month of verification goes through the office. */
import { z } from 'zod';
import { field, form } from '../kit/form.ts';
import { caseRef, count, day, lines, reasonCode } from '../office/fields.ts';
import { MONITORED, monitoredOptions } from './monitoring.ts';
import { SETS } from '../office/sampling.ts';

const opinion = lines({ zh: '意见', en: 'Opinion' }, { max: 500 }).optional();
const ground = lines({ zh: '理由', en: 'Ground' }, { min: 5, max: 500 });

const set = field(z.enum(SETS), {
  label: { zh: '要整批确认的条目', en: 'Records to be confirmed together' },
  help: { zh: '从中随机抽取5%、至少20条逐条核实；差错率超过2%的，不能整批确认', en: 'Of them 5 %, at least 20, are drawn at random and verified one by one; with more than 2 % wrong nothing is confirmed together' },
  options: [
    { value: 'steady', label: { zh: '上期核实一致、现待核实的', en: 'To be verified, in order last month' } },
    { value: 'all', label: { zh: '全部待核实的', en: 'All that are to be verified' } },
  ],
});

/** States of an item from which it can be sent back. */
const ITEM_STATES = ['consistent', 'changeProposed', 'corrected', 'unable', 'unresolved'];
const listed = form({
  item: caseRef({ zh: '核实条目', en: 'Record' }, 'record-verification', ITEM_STATES),
  reason: reasonCode({ zh: '退回原因', en: 'Reason' }),
  problem: lines({ zh: '需要重新核实的内容', en: 'What has to be verified anew' }, { min: 2, max: 300, class: 'P3' }),
});

export const forms = {
  start: form({}),
  drawSample: form({ set }),
  closeSample: form({}),
  submit: form({ note: lines({ zh: '自查说明', en: 'Note on the self-check' }, { max: 500, help: { zh: '无法核实超过5%时必填', en: 'Needed when more than 5 % could not be verified' } }).optional() }),
  addLate: form({}),
  takeUp: form({}),
  explain: form({
    indicator: field(z.enum(MONITORED), { label: { zh: '指标', en: 'Indicator' }, options: monitoredOptions }),
    checkedRecords: count({ zh: '回访核查条数', en: 'Records checked again' }, { min: 5, max: 9_999 }),
    explanation: lines({ zh: '核查情况与原因', en: 'What was found, and why' }, { min: 20, max: 1_000 }),
  }),
  sendBack: form({
    reason: reasonCode({ zh: '退回原因', en: 'Reason' }),
    problem: lines({ zh: '需要处理的问题', en: 'What has to be dealt with' }, { min: 5, max: 1_000 }),
    items: field(z.array(listed).max(500), { label: { zh: '退回的条目', en: 'Records sent back' }, help: { zh: '列出的条目恢复为待核实', en: 'The records listed have to be verified again' }, input: 'list' }).optional(),
  }),
  resubmit: form({ note: lines({ zh: '处理说明', en: 'What was done' }, { max: 500, help: { zh: '无法核实超过5%时必填', en: 'Needed when more than 5 % could not be verified' } }).optional() }),
  pass: form({ opinion }),
  waive: form({ ground }),
  close: form({}),
  reopen: form({ ground, cutoff: day({ zh: '新的截止日', en: 'New cut-off day' }) }),
};
