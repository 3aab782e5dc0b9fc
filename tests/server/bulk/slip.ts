/** A made-up workflow with every reason there is to refuse a case in bulk, and thousands of its cases at once. */
import { z } from 'zod';
import { field, form } from '../../../workflows/kit/form.ts';
import { wordsFor } from '../../../workflows/kit/workflow.ts';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import type { Text } from '../../../workflows/kit/words.ts';
import type { Asker } from '../../../server/asker.ts';
import type { Office } from '../../../server/office.ts';
import { findPerson } from '../../../server/store/people-asker.ts';
import { applyEvents } from '../../../server/use-cases/apply-events.ts';
import { inWork } from '../../../server/use-cases/in-work.ts';
import { NOW } from '../support.ts';

type Slip = { kind?: string; phone?: string; note?: string };

const text = (zh: string, en: string): Text => ({ zh, en });
const { arrow, define } = wordsFor<Slip, Slip, object>();
const clerks = ['village_clerk', 'town_clerk', 'reviewer'];

export const slip: Workflow = define({
  name: 'test-slip', version: 1, title: text('条', 'Slip'), about: text('测试用的流程。', 'A workflow for tests.'), unit: 'village', facts: {},
  open: arrow({ who: clerks }, { to: 'open', keep: ({ form: { kind } }) => ({ kind }) }),
  states: {
    open: { on: {
      stamp: arrow({ who: ['town_clerk', 'village_clerk'], notWho: [{ step: '.open', since: 'case' }], rules: ['locked'], checks: ['note-short'] }, { to: 'stamped', keep: ({ form: { note, phone } }) => ({ note, phone }), do: ['tellReviewer'] }),
      look: arrow({ who: ['town_clerk'], oneByOne: true }, { to: 'stamped' }),
      break: arrow({ who: ['town_clerk'] }, { to: 'stamped', keep: ({ case: { data } }) => { if (data.kind === 'broken') throw new Error('A broken slip.'); return {}; } }),
    } },
    stamped: { on: { reopen: arrow({ who: clerks }, { to: 'open' }) } },
  },
  rules: { locked: ({ case: { data } }) => data.kind !== 'locked' },
  branches: {}, checks: { 'note-short': { field: 'note', text: text('附注须说明理由', 'The note has to give a reason'), ok: ({ form: { note } }) => (note?.length ?? 0) > 1 } },
  effects: { tellReviewer: () => [{ type: 'tell', what: 'stamped', posts: ['reviewer'] }] },
  forms: {
    open: form({ kind: field(z.string(), { label: text('种类', 'Kind') }) }),
    stamp: form({ note: field(z.string(), { label: text('附注', 'Note') }), phone: field(z.string().optional(), { label: text('电话', 'Phone'), class: 'P4' }) }),
    look: form({}), break: form({}), reopen: form({}),
  },
  list: { title: 'kind', fields: [{ name: 'kind', label: text('种类', 'Kind'), type: 'text' }] },
  messages: { states: {}, events: {}, rules: {} }, examples: () => ({}),
});

export const askerIn = async (office: Office, person: string): Promise<Asker> => inWork(office, async ({ tx }) => {
  const found = await findPerson(tx, office.district, person);
  if (!found) throw new Error(`Nobody is called ${person}.`);
  return { id: found.id, name: found.name, seats: found.seats, at: NOW };
});

export type Opened = { readonly id: string; readonly by: string; readonly unit: string; readonly kind: string };

/** Opens them in one transaction, some thousand a second. */
export const openSlips = async (office: Office, slips: readonly Opened[]): Promise<void> => {
  const askers = new Map<string, Asker>();
  for (const by of new Set(slips.map((one) => one.by))) askers.set(by, await askerIn(office, by));
  await inWork(office, async (work) => {
    const outcomes = await applyEvents(work, slips.map(({ id, by, unit, kind }) =>
      ({ caseId: id, workflow: slip, birth: { id, unit, parent: null }, sender: askers.get(by) ?? 'clock', eventId: id, type: 'open', data: { kind }, at: NOW })));
    const refused = outcomes.find((one) => !one.accepted);
    if (refused) throw new Error(JSON.stringify(refused));
  });
};
