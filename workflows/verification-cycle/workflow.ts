/** A month of verification in a town: opened for all its villages, closed by the head when every batch is settled. */
import type { FieldsOf } from '../kit/workflow.ts';
import { wordsFor } from '../kit/workflow.ts';
import { freeze, questionOf, type Frozen } from '../kit/report.ts';
import type { Case, Day, Figures, Tally } from '../kit/words.ts';
import { holdsId } from '../office/citizen-id.ts';
import { calendarOf, cutoffOf, monthAfter, reportDueOf } from '../office/month-terms.ts';
import { dayOf, endOf, monthOf } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { forms, KINDS } from './forms.ts';
import { checkTexts, messages } from './messages.ts';
import { report } from './report.ts';

export type Cycle = { month: string; kind: string; cutoff: Day; overdue?: boolean; frozen?: readonly Frozen[] };
type Fields = FieldsOf<typeof forms>;
export type Facts = { sameMonth: Tally | null; batches: Tally; unsettled: Tally; figures: Figures };

const { arrow, reading, define } = wordsFor<Cycle, Fields, Facts>();

const BATCHES = 'verification-batch';
const MONTHS_AHEAD = 12;

const keyOf = (unit: string, month: string): string => `${unit}:${month}`;

export const verificationCycle = define({
  name: 'verification-cycle',
  version: 1,
  title: { zh: '月度核实', en: 'Monthly verifications' },
  about: { zh: '每月对登记册信息的核实：镇里开启，各村居核实，全部通过后由分管领导签批结束。', en: 'The month’s verification of the register: opened by the town, done by the villages, closed by the head once all have passed.' },
  readers: ['auditor', 'reviewer', 'privacy_officer'],
  unit: 'town',
  key: ({ month }, unit) => keyOf(unit, month),
  flags: { 'past-cut-off': { text: { zh: '已超过截止日', en: 'It ran past its cut-off day' }, of: ({ data }) => data.overdue === true } },
  facts: {
    sameMonth: ({ case: { unit }, form: { month } }) => (month === undefined ? null : { ask: 'tally', workflow: 'verification-cycle', key: keyOf(unit, month) }),
    batches: ({ case: { id } }) => ({ ask: 'tally', workflow: BATCHES, parent: id }),
    unsettled: ({ case: { id } }) => ({ ask: 'tally', workflow: BATCHES, parent: id, states: ['assigned', 'inProgress', 'submitted', 'townReview', 'returned'] }),
    figures: ({ case: one }) => questionOf(report, one),
  },
  open: arrow({ who: ['town_clerk'], checks: ['monthTaken', 'monthNear'] },
    { to: 'running', keep: ({ form }) => ({ month: form.month ?? '', kind: form.kind ?? 'full', cutoff: cutoffOf(form.month ?? ''), overdue: false }), do: ['giveOut'] }),
  states: {
    running: {
      term: { sends: 'deadlinePassed', until: ({ case: { data } }) => endOf(data.cutoff) },
      on: {
        report: arrow({ who: ['town_clerk'], rules: ['batches-not-passed'], checks: ['meetingHeld', 'findingsBare'] }, { to: 'ready' }),
        deadlinePassed: arrow({ who: ['clock'] }, { keep: () => ({ overdue: true }), do: ['tellCutoff'] }),
      },
    },
    ready: {
      sitting: { sign: 'close', back: 'sendBack', facts: ['month', 'kind', 'cutoff'] },
      term: { sends: 'reportOverdue', until: ({ case: { data } }: { case: Case<Cycle> }) => endOf(reportDueOf(data.month)) },
      on: {
        close: arrow({ who: ['town_head'], notWho: [{ step: '.open', since: 'case' }, { step: 'running.report', since: 'round' }], rules: ['batches-not-passed'], checks: ['opinionBare'] },
          { to: 'closed', keep: reading(['figures'], ({ case: one, facts, at }) => freeze(report, one, facts.figures, at)), do: ['freezeList', 'closeBatches', 'tellClosed'] }),
        sendBack: arrow({ who: ['town_head'] }, { to: 'running' }),
        reportOverdue: arrow({ who: ['clock'] }, { keep: () => ({ overdue: true }), do: ['tellSignature'] }),
      },
    },
    closed: { on: { reopen: arrow({ who: ['town_head'], aside: true }, { to: 'running', round: true }) }, tags: ['end', 'good'] },
  },
  rules: {
    'batches-not-passed': reading(['batches', 'unsettled'], ({ facts }) => facts.batches.count > 0 && facts.unsettled.count === 0),
  },
  branches: {},
  checks: {
    monthTaken: { field: 'month', text: checkTexts.monthTaken, ok: reading(['sameMonth'], ({ facts }) => (facts.sameMonth?.count ?? 0) === 0) },
    monthNear: { field: 'month', text: checkTexts.monthNear, ok: ({ form: { month }, at }) => {
      const now = monthOf(dayOf(at));
      const last = Array.from({ length: MONTHS_AHEAD }).reduce<string>((known) => monthAfter(known), now);
      return month !== undefined && month >= now && month <= last;
    } },
    meetingHeld: { field: 'meetingOn', text: checkTexts.meetingHeld, ok: ({ form, at }) => form.meetingOn !== undefined && form.meetingOn <= dayOf(at) },
    findingsBare: { field: 'findings', text: checkTexts.bare, ok: ({ form }) => !holdsId(form.findings ?? '') },
    opinionBare: { field: 'opinion', text: checkTexts.bare, ok: ({ form }) => !holdsId(form.opinion ?? '') },
  },
  effects: {
    giveOut: ({ case: { data } }) => [{ type: 'openPerUnit', workflow: BATCHES, kind: 'village', data: { month: data.month, kind: data.kind } }],
    // Before the batches close: the list is frozen as it was signed.
    freezeList: ({ case: one }) => [{ type: 'freeze', round: one.memory.round, what: questionOf(report, one) }],
    closeBatches: ({ case: { id } }) => [{ type: 'send', workflow: BATCHES, event: 'close', to: { parent: id, states: ['passed', 'waived'], data: {} } }],
    tellCutoff: () => [{ type: 'tell', what: 'cutoff', posts: ['town_clerk'] }],
    tellSignature: () => [{ type: 'tell', what: 'signature', posts: ['town_head'] }],
    tellClosed: () => [{ type: 'tell', what: 'closed', posts: ['town_clerk'] }],
  },
  forms,
  calendar: ({ data: { month } }) => calendarOf(month),
  list: {
    title: 'month',
    fields: [
      { name: 'month', label: { zh: '月份', en: 'Month' }, type: 'month' },
      { name: 'kind', label: { zh: '核实范围', en: 'Scope' }, type: 'text', options: KINDS },
      { name: 'cutoff', label: { zh: '截止日', en: 'Cut-off day' }, type: 'day' },
    ],
  },
  report,
  messages,
  examples,
});
