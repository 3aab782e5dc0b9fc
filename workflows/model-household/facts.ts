/** What decisions on a nomination ask beyond the case itself. */
import { wordsFor, type FieldsOf, type WorkflowOf } from '../kit/workflow.ts';
import type { Entry, OtherCase, Rolled, Tally } from '../kit/words.ts';
import { openNotices } from '../office/gathered.ts';
import type { forms } from './forms.ts';
import { CONTEST, LIVE, SELECTED, type Nomination } from './nomination.ts';
import { NOTICES } from './notices.ts';

export type Fields = FieldsOf<typeof forms>;
export type Facts = { household: Entry | null; same: Tally; taken: Tally; contest: readonly Rolled[] | null; related: boolean; noticeCase: OtherCase | null; openNotices: Tally };

export const { arrow, reading, define } = wordsFor<Nomination, Fields, Facts>();

export const NAME = 'model-household';

export const facts: WorkflowOf<Nomination, Fields, Facts>['facts'] = {
  household: ({ form }) => (form.household === undefined ? null : { ask: 'entry', register: 'households', id: form.household }),
  same: ({ case: { id, key } }) => ({ ask: 'tally', workflow: NAME, key: key ?? '', states: LIVE, except: id }),
  taken: ({ case: { id, unit, data } }) => ({ ask: 'tally', workflow: NAME, states: SELECTED, where: { scheme: data.scheme, levelTarget: data.levelTarget }, except: id, ...(data.levelTarget === 'village' && { unit }) }),
  contest: ({ case: { data } }) => (data.contest ? { ask: 'roll', workflow: NAME, where: { contest: data.contest }, states: CONTEST, fields: ['meanScore', 'means', 'submittedAt'] } : null),
  openNotices: ({ case: one }) => openNotices(NOTICES, one),
  noticeCase: ({ case: { data }, form }) => {
    const id = form.notice ?? data.notice;
    return id ? { ask: 'case', workflow: NOTICES, id } : null;
  },
  related: ({ case: { data }, actor }) => ({ ask: 'related', person: actor.id, register: 'households', id: data.household }),
};
