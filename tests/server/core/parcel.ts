/** A made-up workflow that has everything the write path must do: facts, terms, marks, ledger, register, children, sealed fields. */
import { z } from 'zod';
import { field, form as formOf } from '../../../workflows/kit/form.ts';
import { wordsFor } from '../../../workflows/kit/workflow.ts';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import type { Answer, OtherCase, Tally, Text } from '../../../workflows/kit/words.ts';

type Data = { person?: string; personName?: string; phone?: string | null; address?: string; fen?: number; note?: string | null; paid?: string };
type Fields = Data & { why?: string; whom?: string };
type Facts = { live: Tally; left: number | null; entry: Answer; related: boolean };

const text = (zh: string, en: string): Text => ({ zh, en });
const { arrow, reading, define } = wordsFor<Data, Fields, Facts>();

const opening = formOf({
  person: field(z.string().min(1), { label: text('当事人', 'Person'), input: { entry: 'residents' } }),
  phone: field(z.string().regex(/^\d{5,}$/).nullable().optional(), { label: text('电话', 'Phone'), class: 'P4' }),
  address: field(z.string().optional(), { label: text('住址', 'Address'), class: 'P3' }),
  fen: field(z.number().int().min(1).max(1_000_000), { label: text('金额', 'Amount') }),
});
const note = formOf({ note: field(z.string().nullable().optional(), { label: text('备注', 'Note') }) });
const LIVE = ['check', 'paid'];

/** One parcel of an amount under way for one person at a time, paid out of line `line-1`. */
export const parcel: Workflow = define({
  name: 'test-parcel', version: 1, title: text('包裹', 'Parcel'), about: text('测试用的流程。', 'A workflow for tests.'), unit: 'village', readers: ['auditor'],
  subject: { register: 'residents', of: ({ person }) => person ?? null },
  key: ({ person, fen }) => (person ? `${person}:${fen}` : null),
  facts: {
    live: ({ case: one }) => ({ ask: 'tally', workflow: 'test-parcel', key: one.key ?? '', states: LIVE, except: one.id, sum: 'fen' }),
    left: () => ({ ask: 'balance', line: 'line-1' }),
    entry: ({ form: { person } }) => (person ? { ask: 'entry', register: 'residents', id: person } : null),
    related: ({ case: { data }, actor }) => (data.person ? { ask: 'related', person: actor.id, register: 'residents', id: data.person } : null),
  },
  open: arrow({ who: ['village_clerk'], checks: ['person-there'] }, {
    to: 'draft', keep: reading(['entry'], ({ form: { person, phone, address, fen }, facts: { entry } }) =>
      ({ person, phone: phone ?? null, address, fen, personName: String((entry as { values: Record<string, unknown> } | null)?.values['name'] ?? '') })),
  }),
  states: {
    draft: { on: {
      submit: arrow({ who: ['village_clerk'], rules: ['one-each'] }, { to: 'check', keep: ({ form }) => ({ note: form.note }) }),
      withdraw: arrow({ who: ['village_clerk'], aside: true }, { to: 'withdrawn' }),
    } },
    check: { on: {
      pass: arrow({ who: ['town_clerk', 'reviewer'], notWho: [{ step: 'draft.submit', since: 'case' }], rules: ['not-related'] }, { to: 'notice', do: ['tellClerk'] }),
      sendBack: arrow({ who: ['town_clerk'] }, { to: 'draft', round: true, keep: () => ({ note: undefined }) }),
    } },
    notice: { term: { sends: 'expire', days: () => 2 }, on: {
      expire: arrow({ who: ['clock'], rules: ['note-there'] }, { to: 'signing' }),
      remark: arrow({ who: ['village_clerk'], aside: true }, { keep: ({ form }) => ({ note: form.note }) }),
    } },
    signing: { on: { sign: arrow({ who: ['town_head'], rules: ['money-left'] }, { to: 'paid', do: ['pay'] }) } },
    paid: { on: {
      payAgain: arrow({ who: ['finance'] }, { do: ['pay'] }),
      correct: arrow({ who: ['town_clerk'] }, { to: 'closed', do: ['correct'] }),
    } },
    closed: { tags: ['end', 'good'], on: {} }, withdrawn: { tags: ['end', 'bad'], on: {} },
  },
  rules: {
    'one-each': reading(['live'], ({ facts: { live } }) => live.count === 0),
    'not-related': reading(['related'], ({ facts: { related } }) => !related),
    'note-there': ({ case: { data } }) => Boolean(data.note),
    'money-left': reading(['left'], ({ case: { data }, facts: { left } }) => left !== null && left >= (data.fen ?? 0)),
  },
  branches: {},
  checks: { 'person-there': { field: 'person', text: text('登记簿中没有此人', 'The register has no such person'), ok: reading(['entry'], ({ facts: { entry } }) => entry !== null) } },
  effects: {
    tellClerk: () => [{ type: 'tell', what: 'passed', posts: ['village_clerk'] }],
    pay: ({ case: { data } }) => [{ type: 'post', step: 'pay', entries: [{ account: 'line-1', fen: -(data.fen ?? 0) }, { account: 'bank', fen: data.fen ?? 0 }] }],
    correct: ({ case: { data } }) => [{ type: 'changeRegister', register: 'residents', id: data.person ?? '', values: { phone: '10099999999', lastVerified: '2026-11-20' } }],
  },
  forms: { open: opening, submit: note, withdraw: formOf({}), pass: formOf({}), sendBack: formOf({}), remark: note, sign: formOf({}), payAgain: formOf({}), correct: formOf({}) },
  list: { title: 'personName', fields: [{ name: 'fen', label: text('金额', 'Amount'), type: 'money' }, { name: 'person', label: text('当事人', 'Person'), type: 'text' }] },
  messages: { states: {}, events: {}, rules: {} },
  examples: () => ({}),
});

type CrateData = { month?: string; record?: string; name?: string; crate?: string };
const crates = wordsFor<CrateData, { month?: string }, { items: Tally; above: OtherCase | null }>();

/** A crate of the town bears a box for each village, each box an item for each resident. */
export const crate: Workflow = crates.define({
  name: 'test-crate', version: 1, title: text('箱', 'Crate'), about: text('测试用的流程。', 'A workflow for tests.'), unit: 'town', readers: ['village_clerk'],
  facts: { items: ({ case: { id } }) => ({ ask: 'tally', workflow: 'test-box', parent: id, states: ['open'] }), above: () => null },
  open: crates.arrow({ who: ['town_clerk'] }, { to: 'open', keep: ({ form: { month } }) => ({ month }), do: ['boxes'] }),
  states: {
    open: { on: {
      close: crates.arrow({ who: ['town_head'] }, { to: 'closed', do: ['closeBoxes'] }),
      check: crates.arrow({ who: ['town_clerk'], rules: ['none-open'] }, { to: 'checked' }),
    } },
    checked: { tags: ['end'], on: {} }, closed: { tags: ['end'], on: {} },
  },
  rules: { 'none-open': crates.reading(['items'], ({ facts: { items } }) => items.count === 0) },
  branches: {}, checks: {},
  effects: {
    boxes: ({ case: { data } }) => [{ type: 'openPerUnit', workflow: 'test-box', kind: 'village', data: { month: data.month } }],
    closeBoxes: ({ case: { id } }) => [{ type: 'send', workflow: 'test-box', event: 'shut', to: { parent: id, states: ['open', 'jammed'], data: {} } }],
  },
  forms: { open: formOf({ month: z.string() }), close: formOf({}), check: formOf({}) },
  list: { title: 'month', fields: [] }, messages: { states: {}, events: {}, rules: {} }, examples: () => ({}),
});

export const box: Workflow = crates.define({
  name: 'test-box', version: 1, title: text('盒', 'Box'), about: text('测试用的流程。', 'A workflow for tests.'), unit: 'village', parent: 'test-crate',
  facts: { items: ({ case: { id } }) => ({ ask: 'tally', workflow: 'test-item', parent: id, states: ['pending'] }), above: () => null },
  open: crates.arrow({ who: ['clock'] }, { to: 'open', keep: ({ form: { month } }) => ({ month }), do: ['items'] }),
  states: {
    open: { on: {
      shut: crates.arrow({ who: ['town_head', 'village_clerk'], rules: ['none-pending'] }, { to: 'shut' }),
      jam: crates.arrow({ who: ['village_clerk'] }, { to: 'jammed' }),
    } },
    jammed: { on: { open: crates.arrow({ who: ['village_clerk'] }, { to: 'open' }) } },
    shut: { tags: ['end'], on: {} },
  },
  rules: { 'none-pending': crates.reading(['items'], ({ facts: { items } }) => items.count === 0) },
  branches: {}, checks: {},
  effects: { items: () => [{ type: 'openPerRecord', workflow: 'test-item', register: 'residents', data: { crate: 'yes' } }] },
  forms: { shut: formOf({}), jam: formOf({}) },
  list: { title: 'month', fields: [] }, messages: { states: {}, events: {}, rules: {} }, examples: () => ({}),
});

export const item: Workflow = crates.define({
  name: 'test-item', version: 1, title: text('件', 'Item'), about: text('测试用的流程。', 'A workflow for tests.'), unit: 'village', parent: 'test-box',
  subject: { register: 'residents', of: ({ record }) => record ?? null },
  facts: { items: () => null, above: ({ case: { parent } }) => (parent ? { ask: 'case', workflow: 'test-box', id: parent } : null) },
  open: crates.arrow({ who: ['clock'] }, { to: 'pending' }),
  states: {
    pending: { on: { done: crates.arrow({ who: ['village_clerk'], rules: ['box-open'] }, { to: 'done' }) } },
    done: { on: { undo: crates.arrow({ who: ['village_clerk'], rules: ['box-open'] }, { to: 'pending' }) } },
  },
  rules: { 'box-open': crates.reading(['above'], ({ facts: { above } }) => above?.state === 'open') },
  branches: {}, checks: {}, effects: {}, forms: { done: formOf({}), undo: formOf({}) },
  list: { title: 'name', fields: [{ name: 'record', label: text('记录', 'Record'), type: 'text' }] }, messages: { states: {}, events: {}, rules: {} }, examples: () => ({}),
});

export const made: readonly Workflow[] = [parcel, crate, box, item];
