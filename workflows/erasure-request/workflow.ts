/** Somebody's sensitive data are erased: asked with a ground, held against what laws keep, decided by a second person. */
import { tell } from '../kit/shorthand.ts';
import type { FieldsOf } from '../kit/workflow.ts';
import { wordsFor } from '../kit/workflow.ts';
import type { Day, Entry, Holds, Tally } from '../kit/words.ts';
import { optionsOf } from '../office/codes.ts';
import { addWorkdays, dayOf, endOf } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { checkTexts, messages } from './messages.ts';

export type Request = {
  person: string; name: string; ground: string; requestReference: string; requestedOn: Day;
  /** As it was when the laws' terms were looked at last. */
  keptUntil?: Day | null; refusal?: string; problem?: string | null;
};
type Fields = FieldsOf<typeof forms>;
type Facts = { entry: Entry | null; holds: Holds | null; others: Tally | null; related: boolean | null };

const { arrow, reading, define } = wordsFor<Request, Fields, Facts>();

/** Working days: the defaults of the office's rules on requests of this kind. */
const RECEIPT = 3;
const ANSWER = 15;
/** Counted from when it came in, however often it is sent back. */
const answer = { sends: 'answerOverdue', until: ({ case: { openedAt } }: { case: { openedAt: string } }) => endOf(addWorkdays(dayOf(openedAt), ANSWER)) };
const answerOverdue = arrow({ who: ['clock'] }, { do: ['tellAnswerOverdue'] });
const withdraw = arrow({ who: ['privacy_officer'], aside: true }, { to: 'withdrawn' });

/** Whoever prepared it does not decide it. */
const prepared = (['.open', 'received.confirmReceipt', 'review.checkHolds'] as const).map((step) => ({ step, since: 'case' as const }));
const notOf = (fact: 'keptUntil' | 'underWay' | 'imports') => reading(['holds'], ({ facts: { holds } }) => holds !== null && !holds[fact]);
export const erasureRequest = define({
  name: 'erasure-request',
  version: 1,
  title: { zh: '个人信息删除', en: 'Erasure requests' },
  about: { zh: '依个人信息保护法删除某人的敏感信息：登记、核查保存要求、审批、删除，留下可核验的痕迹。', en: 'Somebody’s sensitive data are erased by law: asked, held against what laws keep, decided, erased, with a trace that can be verified.' },
  readers: ['auditor'],
  returns: { events: ['sendBack'] },
  unit: 'village',
  subject: { register: 'residents', of: ({ person }) => person ?? null },
  key: ({ person }) => person ?? null,
  facts: {
    entry: ({ case: { data }, form }) => { const id = data.person ?? form.person; return id ? { ask: 'entry', register: 'residents', id } : null; },
    holds: ({ case: { data }, form }) => { const id = data.person ?? form.person; return id ? { ask: 'holds', register: 'residents', id } : null; },
    others: ({ form: { person } }) => (person ? { ask: 'tally', workflow: 'erasure-request', key: person, states: ['received', 'review', 'decision'] } : null),
    related: ({ case: { data }, actor }) => (data.person ? { ask: 'related', person: actor.id, register: 'residents', id: data.person } : null),
  },
  open: arrow({ who: ['privacy_officer'], checks: ['personHere', 'noOther', 'askedByNow'] },
    { to: 'received', keep: reading(['entry', 'holds'], ({ form, facts: { entry, holds } }) => ({
      person: form.person, name: String(entry?.values['name'] ?? ''), ground: form.ground, requestReference: form.requestReference, requestedOn: form.requestedOn, keptUntil: holds?.keptUntil ?? null,
    })) }),
  states: {
    received: {
      term: { sends: 'receiptOverdue', days: () => RECEIPT },
      on: {
        confirmReceipt: arrow({ who: ['privacy_officer'], checks: ['toldInTime'] }, { to: 'review' }),
        receiptOverdue: arrow({ who: ['clock'] }, { do: ['tellReceiptOverdue'] }),
        withdraw,
      },
    },
    review: {
      term: answer,
      on: {
        checkHolds: arrow({ who: ['privacy_officer'] }, { to: 'decision', keep: reading(['holds'], ({ facts: { holds } }) => ({ keptUntil: holds?.keptUntil ?? null, problem: null })), do: ['tellToDecide'] }),
        answerOverdue, withdraw,
      },
    },
    decision: {
      term: answer,
      on: {
        approve: arrow({ who: ['town_head'], notWho: prepared, rules: ['kept-by-law', 'case-under-way', 'import-under-way', 'related-person'] }, { to: 'erased', do: ['erase', 'tellAnswered'] }),
        refuse: arrow({ who: ['town_head'], notWho: prepared, rules: ['related-person'] }, { to: 'refused', keep: ({ form }) => ({ refusal: form.refusal }), do: ['tellAnswered'] }),
        sendBack: arrow({ who: ['town_head'], aside: true }, { to: 'review', keep: ({ form }) => ({ problem: form.problem }) }),
        answerOverdue, withdraw,
      },
    },
    erased: { tags: ['end', 'good'], on: {} },
    refused: { tags: ['end', 'bad'], on: {} },
    withdrawn: { tags: ['end'], on: {} },
  },
  rules: {
    'kept-by-law': notOf('keptUntil'),
    'case-under-way': notOf('underWay'),
    'import-under-way': notOf('imports'),
    'related-person': reading(['related'], ({ facts: { related } }) => !related),
  },
  branches: {},
  checks: {
    personHere: { field: 'person', text: checkTexts.notHere, ok: reading(['entry'], ({ case: { unit }, facts: { entry } }) => entry?.unit === unit) },
    noOther: { field: 'person', text: checkTexts.another, ok: reading(['others'], ({ facts: { others } }) => !others?.count) },
    askedByNow: { field: 'requestedOn', text: checkTexts.future, ok: ({ form, at }) => (form.requestedOn ?? '') <= dayOf(at) },
    toldInTime: { field: 'toldOn', text: checkTexts.beforeAsked, ok: ({ case: { data }, form, at }) => (form.toldOn ?? '') >= data.requestedOn && (form.toldOn ?? '') <= dayOf(at) },
  },
  effects: {
    erase: ({ case: { data } }) => [{ type: 'erase', register: 'residents', id: data.person, ground: data.ground }],
    tellReceiptOverdue: tell('receiptOverdue', 'privacy_officer'),
    tellAnswerOverdue: tell('answerOverdue', 'town_head'),
    tellToDecide: tell('toDecide', 'town_head'),
    tellAnswered: tell('answered', 'privacy_officer'),
  },
  forms,
  list: {
    title: 'name',
    fields: [
      { name: 'name', label: { zh: '登记对象', en: 'Person' }, type: 'text' },
      { name: 'ground', label: { zh: '删除依据', en: 'Ground' }, type: 'text', options: optionsOf('erasureGround') },
      { name: 'requestReference', label: { zh: '请求编号', en: 'Number of the request' }, type: 'text' },
      { name: 'requestedOn', label: { zh: '提出日期', en: 'Asked on' }, type: 'day' },
      { name: 'keptUntil', label: { zh: '依法保存至', en: 'Kept by law until' }, type: 'day' },
      { name: 'refusal', label: { zh: '不予删除的原因', en: 'Why refused' }, type: 'text', options: optionsOf('erasureRefusal') },
    ],
  },
  messages,
  examples,
});
