/** A made-up process with one of everything the kit can do: borrowing a projector. */
import { z } from 'zod';
import { field, form as formOf } from '../../workflows/kit/form.ts';
import { back, wordsFor, type FieldsOf } from '../../workflows/kit/workflow.ts';
import type { Tally } from '../../workflows/kit/words.ts';

const text = (zh: string, en: string) => ({ zh, en });
const words = (zh: string, en: string) => field(z.string().min(2), { label: text(zh, en) });
const forms = {
  open: formOf({ item: words('物品', 'Item'), days: field(z.number().int().min(1), { label: text('天数', 'Days') }), phone: field(z.string(), { label: text('电话', 'Phone'), class: 'P4' }).optional() }),
  submit: formOf({}), check: formOf({ ok: field(z.boolean(), { label: text('通过', 'Pass') }) }), sendBack: formOf({ reason: words('理由', 'Reason') }), resubmit: formOf({}),
  object: formOf({ content: words('内容', 'Content') }), judge: formOf({ upheld: field(z.boolean(), { label: text('成立', 'Upheld') }) }), sign: formOf({}), reopen: formOf({}), withdraw: formOf({}),
};
type LoanData = { item: string; days: number; objections?: number };
type Facts = { out: Tally };
const { arrow, reading, define } = wordsFor<LoanData, FieldsOf<typeof forms>, Facts>();

export const loan = define({
  name: 'projector-loan', version: 1, title: text('借用投影仪', 'Projector loan'), about: text('借用办公室投影仪。', 'Borrowing the office projector.'), unit: 'village', readers: ['auditor'],
  key: (data, unit) => `${unit}:${data.item}`,
  facts: { out: ({ case: one }) => (one.key === null ? null : { ask: 'tally', workflow: 'projector-loan', key: one.key, states: ['lent'], except: one.id }) },
  open: arrow({ who: ['village_clerk'], checks: ['known-item'] }, { to: 'draft', keep: ({ form: { item = '', days = 0 } }) => ({ item, days }) }),
  states: {
    draft: { on: { submit: arrow({ who: ['village_clerk'], rules: ['not-lent'] }, { to: 'checking' }), withdraw: arrow({ who: ['village_clerk'], aside: true }, { to: 'withdrawn' }) } },
    checking: { on: {
      check: arrow({ who: ['town_clerk', 'reviewer'], notWho: [{ step: '.open', since: 'case' }] }, { when: 'passes', to: 'notice', do: ['tellHead'] }, { to: 'refused' }),
      sendBack: arrow({ who: ['town_clerk'] }, { to: 'returned' }),
    } },
    returned: { remembers: true, tags: ['returned'], term: { sends: 'lapse', days: () => 10 }, on: { resubmit: arrow({ who: ['village_clerk'], oneByOne: true }, { to: back('returned') }), lapse: arrow({ who: ['clock'] }, { to: 'withdrawn' }) } },
    notice: { term: { sends: 'expire', days: () => 5 }, on: {
      object: arrow({ who: ['village_clerk'], aside: true }, { to: 'objection', pause: true, keep: ({ case: one }) => ({ objections: (one.data.objections ?? 0) + 1 }) }),
      expire: arrow({ who: ['clock'], rules: ['is-short'] }, { to: 'signing' }),
    } },
    objection: { remembers: true, on: { judge: arrow({ who: ['reviewer'], mark: 'eachItsOwn' }, { when: 'one-mark' }, { when: 'both-uphold', to: 'refused' }, { to: back('objection') }) } },
    signing: { on: { sign: arrow({ who: ['town_head', 'reviewer'], notWho: [{ step: 'checking.check', since: 'round' }] }, { to: 'lent' }), sendBack: arrow({ who: ['town_head'] }, { to: 'returned' }) } },
    lent: { tags: ['end', 'good'], on: { reopen: arrow({ who: ['town_head'], aside: true }, { to: 'draft', round: true }) } },
    refused: { tags: ['end', 'bad'], on: {} },
    withdrawn: { tags: ['end'], on: {} },
  },
  rules: { 'not-lent': reading(['out'], ({ facts }) => facts.out.count === 0), 'is-short': ({ case: one }) => one.data.days < 100 },
  branches: { passes: ({ form }) => form.ok === true, 'one-mark': ({ case: one }) => one.memory.marks.length < 2, 'both-uphold': ({ case: one }) => one.memory.marks.every(({ data }) => data.upheld === true) },
  checks: { 'known-item': { field: 'item', text: text('没有这件物品', 'No such item'), ok: ({ form }) => form.item !== 'unicorn' } },
  effects: { tellHead: ({ case: one }) => [{ type: 'tell', what: one.data.item, posts: ['town_head'] }] },
  forms,
  list: { title: 'item', fields: [{ name: 'days', label: text('天数', 'Days'), type: 'number' }] },
  messages: {
    states: { draft: text('草稿', 'Draft'), checking: text('审核', 'Checking'), returned: text('退回', 'Returned'), notice: text('公示', 'Notice'), objection: text('异议', 'Objection'), signing: text('签批', 'Sign-off'), lent: text('借出', 'Lent'), refused: text('不予借用', 'Refused'), withdrawn: text('撤回', 'Withdrawn') },
    events: { open: text('新建', 'Open'), submit: text('提交', 'Submit'), check: text('审核', 'Check'), sendBack: text('退回', 'Send back'), resubmit: text('再提交', 'Resubmit'), object: text('异议', 'Object'), judge: text('处理', 'Judge'), expire: text('期满', 'Expire'), lapse: text('失效', 'Lapse'), sign: text('签批', 'Sign'), reopen: text('重办', 'Reopen'), withdraw: text('撤回', 'Withdraw') },
    rules: { 'not-lent': text('该物品已借出', 'The item is lent out'), 'is-short': text('借期过长', 'Lent for too long') },
  },
  examples: () => ({ open: { item: 'projector', days: 3 }, submit: {}, check: [{ ok: true }, { ok: false }], sendBack: { reason: '材料不全' }, resubmit: {}, object: { content: '有异议' }, judge: [{ upheld: true }, { upheld: false }], sign: {}, reopen: {}, withdraw: {} }),
});
