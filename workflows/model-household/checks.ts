/** What a filled-in form must keep to beyond its own fields; the sentence shows at the field. */
import type { WorkflowOf } from '../kit/workflow.ts';
import { isQuorate, objectorFits, objectorText } from '../office/fields.ts';
import { levelOf, noticeFits } from '../office/gathered.ts';
import { dayOf } from '../office/working-days.ts';
import { reading, type Facts, type Fields } from './facts.ts';
import { checkTexts } from './messages.ts';
import { schemeOf, type Nomination } from './nomination.ts';
import { findScheme, isOpen } from './schemes/index.ts';
import { criteria } from './schemes/scheme.ts';

export const checks: WorkflowOf<Nomination, Fields, Facts>['checks'] = {
  schemeOpen: { field: 'scheme', text: checkTexts.schemeOpen, ok: ({ form, at }) => isOpen(findScheme(form.scheme), dayOf(at)) },
  householdHere: { field: 'household', text: checkTexts.householdHere, ok: reading(['household'], ({ case: { unit }, facts }) => facts.household?.unit === unit) },
  noticeFits: { field: 'notice', text: checkTexts.noticeFits, ok: reading(['noticeCase'], ({ case: one, facts }) => { const level = levelOf(one.state); return noticeFits(facts.noticeCase, one, level, schemeOf(one.data)?.noticeDays[level] ?? 0); }) },
  objectorNamed: { field: 'objectorName', text: objectorText, ok: ({ form }) => objectorFits(form) },
  quorum: { field: 'minutes.present', text: checkTexts.quorum, ok: ({ form }) => form.minutes !== undefined && isQuorate(form.minutes) },
  postedInTime: { field: 'sheet.postedOn', text: checkTexts.postedInTime, ok: ({ case: one, form: { sheet }, at }) => sheet !== undefined && sheet.postedOn >= dayOf(one.enteredAt) && sheet.postedOn <= dayOf(at) },
  answersComplete: { field: 'answers', text: checkTexts.answersComplete, ok: ({ case: { data }, form }) => form.answers?.length === data.listed?.length },
  factsHold: { field: 'facts', text: checkTexts.factsHold, ok: ({ form }) => form.facts?.every(({ holds }) => holds === 'true') ?? false },
  withinPoints: { field: 'scores', text: checkTexts.withinPoints, ok: ({ case: { data }, form: { scores } }) => criteria.every((name) => (scores?.[name] ?? 0) <= (schemeOf(data)?.points[name] ?? 0)) },
  outcome: { field: 'outcome', text: checkTexts.outcome, ok: ({ case: { data }, form }) => form.outcome !== 'commend' || Boolean(schemeOf(data)?.approvalDocument) },
  withdrawnByNow: { field: 'withdrawnOn', text: checkTexts.notAfterToday, ok: ({ form, at }) => (form.withdrawnOn ?? '') <= dayOf(at) },
  downByNow: { field: 'downOn', text: checkTexts.notAfterToday, ok: ({ form, at }) => (form.downOn ?? '') <= dayOf(at) },
  heard: { field: 'heardOn', text: checkTexts.heard, ok: ({ form, at }) => form.heardOn !== undefined && form.heardOn <= dayOf(at) },
};
