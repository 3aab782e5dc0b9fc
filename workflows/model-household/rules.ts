/** What keeps a nomination from a step before any form is filled in. Each code has its sentence in messages.ts. */
import { voicesOf } from '../kit/substitutes.ts';
import type { WorkflowOf } from '../kit/workflow.ts';
import { cameDown, mayLeave, provenFirst, stillHangs } from '../office/gathered.ts';
import { reading, type Facts, type Fields } from './facts.ts';
import { hasPlace, refusers, schemeOf, type Nomination } from './nomination.ts';
import { rankOf } from './ranking.ts';

export const rules: WorkflowOf<Nomination, Fields, Facts>['rules'] = {
  'already-nominated': reading(['same'], ({ facts }) => facts.same.count === 0),
  'no-places-left': reading(['taken'], ({ case: { data }, facts }) => hasPlace(data, facts.taken.count)),
  'related-person': reading(['related'], ({ facts }) => !facts.related),
  'notice-not-drafted': ({ case: { data } }) => Boolean(data.noticeText),
  'posting-not-proven': ({ case: { data } }) => Boolean(data.sheet),
  'no-open-notice': reading(['openNotices'], ({ facts }) => facts.openNotices.count > 0),
  'unproven-by-notice': reading(['noticeCase'], ({ case: { data }, facts }) => provenFirst(data.notice, facts.noticeCase)),
  'notice-fallen': reading(['noticeCase'], ({ case: { data }, facts }) => stillHangs(data.notice, facts.noticeCase)),
  'notice-stands': reading(['noticeCase'], ({ facts }) => cameDown(facts.noticeCase)),
  'list-fixed': reading(['noticeCase'], ({ facts }) => mayLeave(facts.noticeCase)),
  'already-posted': ({ case: { data } }) => !data.sheet,
  'has-recused': ({ case: { data }, actor }) => !(data.recused ?? []).includes(actor.id),
  'nobody-recused': ({ case: { data } }) => (data.recused ?? []).length > 0,
  'story-down': ({ case: { data } }) => data.storyDown === undefined,
  'place-unsettled': reading(['contest'], (asked) => rankOf(asked).outcome !== null),
  'notices-complete': ({ case: { data, memory } }) => data.villageNoticed === memory.round && data.townNoticed === memory.round,
  'not-refuser': ({ case: one, actor }) => !voicesOf(actor, ['reviewer', 'town_head']).some((voice) => refusers(one).includes(voice)),
  'no-approval-number': ({ case: { data } }) => Boolean(schemeOf(data)?.approvalDocument),
};
