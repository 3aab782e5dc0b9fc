/** A process that exists in tests only: a village reports a broken well, the town has it repaired. */
import { z } from 'zod';
import { field, form } from '../../workflows/kit/form.ts';
import { wordsFor, type Workflow } from '../../workflows/kit/workflow.ts';

type Well = { place?: string; cost?: number; kind?: string };
const { arrow, define } = wordsFor<Well, Well, Record<string, never>>();

export const wellRepair: Workflow = define({
  name: 'well-repair', version: 1, unit: 'village',
  title: { zh: '水井维修', en: 'Well repair' }, about: { zh: '村里报修，镇里修好。', en: 'A village reports, the town repairs.' },
  facts: {}, rules: {}, branches: {}, checks: {}, effects: {},
  open: arrow({ who: ['village_clerk'] }, { to: 'reported', keep: ({ form: typed }) => typed }),
  states: {
    reported: { on: { repair: arrow({ who: ['town_clerk'] }, { to: 'repaired' }), sendBack: arrow({ who: ['town_clerk'] }, { to: 'returned' }) } },
    returned: { tags: ['returned'], on: { report: arrow({ who: ['village_clerk'] }, { to: 'reported' }) } },
    repaired: { tags: ['end', 'good'], on: {} },
  },
  forms: {
    open: form({ place: field(z.string(), { label: { zh: '位置', en: 'Place' } }), cost: field(z.number(), { label: { zh: '费用', en: 'Cost' }, input: 'money' }) }),
    repair: form({}), sendBack: form({}), report: form({}),
  },
  list: { title: 'place', fields: [
    { name: 'place', label: { zh: '位置', en: 'Place' }, type: 'text' },
    { name: 'cost', label: { zh: '费用', en: 'Cost' }, type: 'money' },
    { name: 'kind', label: { zh: '类别', en: 'Kind' }, type: 'text', options: [{ value: 'deep', label: { zh: '深井', en: 'Deep' } }] },
  ] },
  messages: {
    states: { reported: { zh: '待维修', en: 'Reported' }, returned: { zh: '退回村里', en: 'Returned' }, repaired: { zh: '已修好', en: 'Repaired' } },
    events: { open: { zh: '报修', en: 'Report' }, repair: { zh: '修好', en: 'Repair' }, sendBack: { zh: '退回', en: 'Send back' }, report: { zh: '再报', en: 'Report again' } }, rules: {},
  },
  examples: () => ({}),
});
