/** A made-up process with every kind of input: lending out garden plots. */
import { z } from 'zod';
import { field, form, must } from '../../../workflows/kit/form.ts';
import type { Data } from '../../../workflows/kit/words.ts';
import { back, wordsFor, type Workflow } from '../../../workflows/kit/workflow.ts';

const t = (zh: string, en: string) => ({ zh, en });
const sides = z.enum(['sunny', 'shady']);
const crops = z.array(z.enum(['beans', 'leeks', 'melons']));

const application = form({
  gardener: field(z.string().min(1).max(20), { label: t('园丁', 'Gardener') }),
  wishes: field(z.string().max(30).optional(), { label: t('愿望', 'Wishes'), input: 'lines' }),
  from: field(z.string().regex(/^\d{4}-\d\d-\d\d$/), { label: t('起用日期', 'From'), input: 'date' }),
  season: field(z.string().optional(), { label: t('季节', 'Season'), input: 'month' }),
  beds: field(z.int().min(1).max(9), { label: t('畦数', 'Beds') }),
  deposit: field(z.int().min(100), { label: t('押金', 'Deposit'), input: 'money', help: t('每畦十元', 'Ten yuan a bed') }),
  side: field(sides, { label: t('朝向', 'Side'), options: [{ value: 'sunny', label: t('向阳', 'Sunny') }, { value: 'shady', label: t('背阴', 'Shady') }] }),
  crops: field(crops, { label: t('作物', 'Crops'), options: ['beans', 'leeks', 'melons'].map((value) => ({ value, label: t({ beans: '豆', leeks: '韭菜', melons: '瓜' }[value] ?? value, value) })) }),
  agreed: field(must(z.boolean(), (ticked) => ticked, t('请确认后勾选', 'Please confirm by ticking')), { label: t('已读园规', 'Has read the rules') }),
  shed: field(form({ key: field(z.string().min(1), { label: t('钥匙号', 'Key number') }) }), { label: t('工具房', 'Shed') }),
  helpers: field(must(z.array(form({ name: field(z.string().min(1), { label: t('姓名', 'Name') }) })), (rows) => rows.length >= 1, t('至少一名帮手', 'At least one helper')), { label: t('帮手', 'Helpers') }),
  phone: field(z.string().optional(), { label: t('电话', 'Telephone'), class: 'P4' }),
  resident: field(z.string().min(1), { label: t('登记对象', 'Resident'), input: { entry: 'residents' } }),
  well: field(z.string().optional(), { label: t('水井', 'Well'), input: { case: 'wells', states: ['running'] } }),
});

const reason = field(z.enum(['R01', 'R02']), { label: t('退回原因', 'Reason'), options: [{ value: 'R01', label: t('材料不全', 'Papers missing') }, { value: 'R02', label: t('信息不一致', 'Does not agree') }] });

const { arrow, define } = wordsFor<Data, Data, Data>();

export const plots: Workflow = define({
  name: 'garden-plots', version: 1, unit: 'village',
  title: t('菜地出借', 'Garden plots'), about: t('把空闲菜地借给居民。', 'Lends free plots to residents.'),
  subject: { register: 'residents', of: (data) => (typeof data['resident'] === 'string' ? data['resident'] : null) },
  facts: {},
  open: arrow({ who: ['village_clerk'] }, { to: 'draft', keep: ({ form: sent }) => sent }),
  states: {
    draft: { on: { submit: arrow({ who: ['village_clerk'] }, { to: 'townCheck' }), amend: arrow({ who: ['village_clerk'] }, {}), withdraw: arrow({ who: ['village_clerk'], aside: true }, { to: 'withdrawn' }) } },
    townCheck: {
      term: { sends: 'lapse', days: () => 5 },
      on: {
        pass: arrow({ who: ['town_clerk', 'reviewer'], rules: ['measured'] }, { to: 'notice' }),
        sendBack: arrow({ who: ['town_clerk', 'reviewer'] }, { to: 'draft' }),
        suspend: arrow({ who: ['town_clerk'], aside: true }, { to: 'suspended', pause: true }),
        lapse: arrow({ who: ['clock'] }, { to: 'withdrawn' }),
      },
    },
    suspended: { remembers: true, on: { resume: arrow({ who: ['town_clerk'] }, { to: back('suspended') }) } },
    notice: { term: { sends: 'noticeExpired', days: () => 5 }, on: { noticeExpired: arrow({ who: ['clock'] }, { to: 'lent' }), object: arrow({ who: ['village_clerk'], aside: true }, { to: 'townCheck' }), suspend: arrow({ who: ['town_clerk'], aside: true }, { to: 'suspended', pause: true }) } },
    lent: { tags: ['end', 'good'], on: {} },
    withdrawn: { tags: ['end'], on: {} },
  },
  rules: { measured: () => true }, branches: {}, checks: {}, effects: {},
  forms: {
    open: application,
    submit: form({}),
    amend: form({ gardener: application.shape.gardener, wishes: application.shape.wishes, deposit: application.shape.deposit.optional(), phone: application.shape.phone }),
    withdraw: form({ why: field(z.string().min(2), { label: t('事由', 'Why'), input: 'lines' }) }),
    pass: form({ opinion: field(z.string().min(2).max(50), { label: t('意见', 'Opinion'), input: 'lines' }) }),
    sendBack: form({ reason, opinion: field(z.string().optional(), { label: t('意见', 'Opinion'), input: 'lines' }) }),
    object: form({ content: field(z.string().min(2), { label: t('异议内容', 'Objection'), input: 'lines' }) }),
  },
  list: { title: 'gardener', fields: [{ name: 'deposit', label: t('押金', 'Deposit'), type: 'money' }] },
  messages: {
    states: { draft: t('起草', 'Draft'), townCheck: t('镇里核对', 'Town check'), notice: t('公示中', 'On notice'), suspended: t('暂停', 'Suspended'), lent: t('已出借', 'Lent'), withdrawn: t('已撤回', 'Withdrawn') },
    events: { open: t('登记申请', 'Apply'), submit: t('提交', 'Submit'), amend: t('修改', 'Amend'), withdraw: t('撤回', 'Withdraw'), pass: t('核对通过', 'Pass'), sendBack: t('退回补正', 'Send back'), lapse: t('逾期失效', 'Lapse'), noticeExpired: t('公示期满', 'Notice ends'), object: t('登记异议', 'Object'), suspend: t('暂停办理', 'Suspend'), resume: t('恢复办理', 'Resume') },
    rules: { measured: t('菜地还没有丈量，请先丈量。', 'The plot has not been measured: measure it first.') },
  },
  examples: () => ({}),
});

/** Its wells: cases that a plot can point to, and that stand below a plot. */
export const wells: Workflow = define({
  ...plots, name: 'wells', parent: 'garden-plots', title: t('水井', 'Wells'),
  open: arrow({ who: ['clock'] }, { to: 'running' }), forms: {}, list: { title: 'place', fields: [] },
  states: { running: { on: {} }, dry: { tags: ['end'], on: {} } },
  messages: { ...plots.messages, states: { running: t('出水', 'Running'), dry: t('干涸', 'Dry') } },
});
