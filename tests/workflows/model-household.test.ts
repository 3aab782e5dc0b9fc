/** A household's way to being recommended, and everything that must not happen on it. */
import { describe, expect, test } from 'vitest';
import { checkWorkflow } from '../../workflows/kit/check.ts';
import { deadEnds } from '../../workflows/kit/stories.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { modelHousehold } from '../../workflows/model-household/index.ts';
import { holdsPersonalNumbers } from '../../workflows/office/published-text.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { publicNotice } from '../../workflows/public-notice/index.ts';
import { noticeSteps } from './notice-steps.ts';
import { makeOffice, whyOf, type Office } from './office-in-memory.ts';

const town = makeTown({ scale: 'small' });
const VILLAGE = '999901101001';
const DAY = '2026-11-02';
const related = new Set(town.relations.map(({ resident }) => town.residents.find(({ id }) => id === resident)?.household));
const homes = town.households.filter(({ id, unit }) => unit === VILLAGE && !related.has(id)).map(({ id, unit, ...values }) => ({ id, unit, values }));
const form = (event: string, nth = 0): Data => {
  const given = modelHousehold.examples({ at: `${DAY}T01:00:00.000Z`, unit: VILLAGE, free: { residents: [], households: homes }, cases: () => [] })[event];
  return (Array.isArray(given) ? given[nth] : given) as Data;
};

type Act = readonly [by: string, event: string, data?: Data] | string;
const nominated = (data: Data = {}, id = 'n1'): Office => {
  const office = makeOffice({ workflows: [modelHousehold], town, at: `${DAY}T01:00:00.000Z` });
  expect(whyOf(office.open('village01', 'model-household', { id, unit: VILLAGE, data: { ...form('open'), ...data } }))).toEqual([]);
  return office;
};
/** Does each act, a moment being a step of the clock; every one must be accepted. */
const act = (office: Office, acts: readonly Act[]): Office => {
  for (const one of acts) {
    if (typeof one === 'string') office.clock(one);
    else expect(whyOf(office.send(one[0], 'n1', one[1], one[2] ?? form(one[1]))), `${one[1]} by ${one[0]} at ${office.get('n1').state}`).toEqual([]);
  }
  return office;
};
const sheet = (postedOn: string): Data => ({ sheet: { sheetNo: '公示1', place: '村务公开栏', postedOn } });
const toVillageNotice: Act[] = [['village01', 'submit'], ['village01', 'recordVote'], ['village01', 'draftNotice'], ['town2', 'release'], ['village01', 'recordPosting', sheet(DAY)]];
const toCheck: Act[] = [...toVillageNotice, '2026-11-10T01:00:00.000Z'];
const toScoring: Act[] = [...toCheck, ['town1', 'pass']];
const scores: Act[] = [['reviewer1', 'score'], ['reviewer2', 'score'], ['reviewer3', 'score']];
const ranked: Act[] = [...scores, ['town2', 'rank']];
const townNotice: Act[] = [['town2', 'draftNotice'], ['reviewer1', 'release'], ['town2', 'recordPosting', sheet('2026-11-10')]];
const toHead: Act[] = [...toScoring, ...ranked, ...townNotice, '2026-11-18T01:00:00.000Z'];
const stateAfter = (...acts: Act[]): string => act(nominated(), acts).get('n1').state;

test('says what it means, and every state finds an end', () => {
  expect(checkWorkflow(modelHousehold, { at: `${DAY}T01:00:00.000Z`, unit: VILLAGE, free: { residents: [], households: homes }, cases: () => [] })).toEqual([]);
  expect(deadEnds(modelHousehold)).toEqual([]);
});

describe('a nomination', () => {
  test('goes by village, notice, town, panel, notice and head to a recommendation', () => {
    const office = act(nominated(), [...toHead, ['head1', 'sign'], ['town1', 'forward']]);
    expect(office.get('n1')).toMatchObject({ state: 'forwarded', data: { displayName: '安*家庭', meanScore: 88 } });
    expect(office.refolded('n1')).toEqual(office.get('n1'));
  });
  test('is not commended where the scheme has no approval number, and the district sees why', () => {
    const office = act(nominated(), [...toHead, ['head1', 'sign'], ['town1', 'forward']]);
    expect(office.offers('district1', 'n1').blocked).toEqual([{ type: 'confirm', why: ['no-approval-number'] }]);
    expect(whyOf(act(nominated(), toHead).send('head1', 'n1', 'sign', { outcome: 'commend', headOpinion: '同意' }))).toEqual(['outcome']);
  });
  test('is one per household and scheme', () => {
    const office = act(nominated(), [['village01', 'submit']]);
    office.open('village01', 'model-household', { id: 'n2', unit: VILLAGE, data: form('open') });
    expect(whyOf(office.send('village01', 'n2', 'submit', form('submit')))).toEqual(['already-nominated']);
    office.send('village01', 'n1', 'withdraw', form('withdraw'));
    expect(whyOf(office.send('village01', 'n2', 'submit', form('submit')))).toEqual([]);
  });
  test('needs a household of the village, a consent from every adult, and an open scheme', () => {
    const office = nominated();
    const open = (data: Data) => whyOf(office.open('village01', 'model-household', { id: 'n9', unit: VILLAGE, data: { ...form('open'), ...data } }));
    expect(open({ household: town.households.find(({ unit }) => unit !== VILLAGE)?.id })).toEqual(['household']);
    expect(open({ scheme: 'jiajia-2024' })).toEqual(['scheme']);
    expect(open({ members: [] })).toEqual(['members']);
    expect(open({ allAdults: false })).toEqual(['allAdults']);
  });
  test('keeps numbers of persons out of its story, however they are written', () => {
    const story = String(form('submit').story);
    for (const number of ['999901198504120022', '９９９９０１１９８５０４１２００２２', '138 0013 8000', '0000-1531-9109-0289-515', '022-26990000']) {
      expect(holdsPersonalNumbers(`电话${number}。`), number).toBe(true);
      expect(whyOf(nominated().send('village01', 'n1', 'submit', { ...form('submit'), story: story + number }))).toEqual(['story']);
    }
    expect(holdsPersonalNumbers('2019年起，3户邻居，共1200元。')).toBe(false);
    expect(whyOf(nominated().send('village01', 'n1', 'submit', { ...form('submit'), story: story.slice(0, 199) }))).toEqual(['story']);
  });
  test('falls to the vote of a meeting that was quorate', () => {
    const vote = form('recordVote', 1).minutes as Data;
    const office = act(nominated(), [['village01', 'submit']]);
    expect(whyOf(office.send('village01', 'n1', 'recordVote', { minutes: { ...vote, present: 5, yes: 5, no: 0, abstain: 0 }, villageOpinion: '同意' }))).toEqual(['minutes.present']);
    expect(stateAfter(['village01', 'submit'], ['village01', 'recordVote', form('recordVote', 1)])).toBe('rejected');
  });
});

describe('a notice', () => {
  const drafted: Act[] = [['village01', 'submit'], ['village01', 'recordVote']];
  test('is released by a second person, once drafted', () => {
    const office = act(nominated(), drafted);
    expect(whyOf(office.send('town2', 'n1', 'release', form('release')))).toEqual(['notice-not-drafted']);
    act(office, [['village01', 'draftNotice']]);
    expect(whyOf(office.send('village01', 'n1', 'release', form('release')))).toEqual(['same-person']);
    act(office, [['town2', 'release']]);
  });
  test('does not end unproven; proven late, it hangs its five working days from the posting', () => {
    const office = act(nominated(), [...drafted, ['village01', 'draftNotice'], ['town2', 'release'], '2026-11-10T01:00:00.000Z']);
    expect(office.get('n1').state).toBe('villageNotice');
    act(office, [['village01', 'recordPosting', sheet('2026-11-09')], '2026-11-16T10:00:00.000Z']);
    expect(office.get('n1').state).toBe('villageNotice');
    act(office, ['2026-11-16T16:00:00.000Z']);
    expect(office.get('n1').state).toBe('townCheck');
    expect(whyOf(act(nominated(), toVillageNotice).send('village01', 'n1', 'recordPosting', sheet(DAY)))).toEqual(['already-posted']);
    expect(whyOf(act(nominated(), toVillageNotice.slice(0, -1)).send('village01', 'n1', 'recordPosting', sheet('2026-10-30')))).toEqual(['sheet.postedOn']);
  });
});

describe('an objection', () => {
  const [upheld, notUpheld] = [form('judgeObjection', 0), form('judgeObjection', 1)];
  const objected: Act[] = [...toVillageNotice, '2026-11-04T01:00:00.000Z', ['village01', 'object']];
  test('stops the notice, which then hangs the days it had left', () => {
    const office = act(nominated(), [...objected, '2026-11-20T01:00:00.000Z', ['reviewer1', 'judgeObjection', notUpheld], ['reviewer2', 'judgeObjection', notUpheld]]);
    expect(office.get('n1').state).toBe('villageNotice');
    act(office, ['2026-11-25T10:00:00.000Z']);
    expect(office.get('n1').state).toBe('villageNotice');
    act(office, ['2026-11-25T16:00:00.000Z']);
    expect(office.get('n1').state).toBe('townCheck');
  });
  test('takes two reviewers, and both anew when a second one comes in', () => {
    const office = act(nominated(), [...objected, ['reviewer1', 'judgeObjection', upheld]]);
    expect(whyOf(office.send('reviewer1', 'n1', 'judgeObjection', upheld))).toEqual(['same-person']);
    act(office, [['village01', 'object'], ['reviewer2', 'judgeObjection', upheld]]);
    expect(office.get('n1')).toMatchObject({ state: 'objection', data: { objections: 2 } });
    act(office, [['reviewer1', 'judgeObjection', upheld]]);
    expect(office.get('n1').state).toBe('rejected');
  });
  test('goes to the head when the two disagree', () => {
    const split: Act[] = [...objected, ['reviewer1', 'judgeObjection', upheld], ['reviewer2', 'judgeObjection', notUpheld]];
    expect(stateAfter(...split)).toBe('objectionRuling');
    expect(stateAfter(...split, ['head1', 'ruleObjection', notUpheld])).toBe('villageNotice');
    expect(stateAfter(...split, ['head1', 'ruleObjection', upheld])).toBe('rejected');
  });
});

test('the town passes no story of which one fact is not true, and none it did not check one by one', () => {
  const office = act(nominated(), toCheck);
  const [first, second] = form('pass')['facts'] as Data[];
  expect(whyOf(office.send('town1', 'n1', 'pass', { ...form('pass'), facts: [first, { ...second, holds: 'untrue' }] }))).toEqual(['facts']);
  expect(whyOf(office.send('town1', 'n1', 'pass', { ...form('pass'), facts: [] }))).toEqual(['facts']);
  expect(whyOf(office.send('town1', 'n1', 'pass', form('pass')))).toEqual([]);
});

describe('the panel', () => {
  test('decides with its third score, by the mean', () => {
    const low = form('score', 1);
    expect(stateAfter(...toScoring, scores[0] ?? '', scores[1] ?? '')).toBe('panelScoring');
    expect(stateAfter(...toScoring, ['reviewer1', 'score', low], ['reviewer2', 'score', low], ['reviewer3', 'score'], ['town2', 'rank'])).toBe('notSelected');
    expect(stateAfter(...toScoring, ...scores)).toBe('scored');
    expect(stateAfter(...toScoring, ...ranked)).toBe('townNoticeDraft');
  });
  test('scores once each; in place of one who stood aside a town clerk who did not check', () => {
    const office = act(nominated(), [...toScoring, ['reviewer1', 'score']]);
    expect(whyOf(office.send('reviewer1', 'n1', 'score', form('score')))).toEqual(['same-person']);
    expect(whyOf(office.send('town2', 'n1', 'substituteScore', form('score')))).toEqual(['nobody-recused']);
    act(office, [['reviewer3', 'recuse']]);
    expect(whyOf(office.send('reviewer3', 'n1', 'score', form('score')))).toEqual(['has-recused']);
    expect(whyOf(office.send('town1', 'n1', 'substituteScore', form('score')))).toEqual(['same-person']);
    act(office, [['reviewer2', 'score'], ['town2', 'substituteScore'], ['town3', 'rank']]);
    expect(office.get('n1').state).toBe('townNoticeDraft');
  });
  test('has no relative of the household in it', () => {
    const relation = town.relations.find(({ person }) => person === 'town1');
    const household = town.residents.find(({ id }) => id === relation?.resident)?.household;
    const office = act(nominated({ household }), toCheck);
    expect(whyOf(office.send('town1', 'n1', 'pass', form('pass')))).toEqual(['related-person']);
  });
});

describe('a return', () => {
  const returned: Act[] = [...toHead, ['head1', 'sendBack']];
  test('answered item by item goes back to who returned it', () => {
    const office = act(nominated(), returned);
    expect(whyOf(office.send('village01', 'n1', 'resubmit', { answers: [{ answer: '已补' }, { answer: '已补' }] }))).toEqual(['answers']);
    act(office, [['village01', 'resubmit', form('resubmit', 0)], ['head1', 'sign']]);
    expect(office.get('n1').state).toBe('recommended');
  });
  test('that changed the story goes back to the town check, with both notices anew', () => {
    const office = act(nominated(), [...returned, ['village01', 'resubmit', form('resubmit', 1)], ['town1', 'pass']]);
    expect(office.get('n1')).toMatchObject({ state: 'villageNoticeDraft', memory: { round: 2 } });
    act(office, [['village01', 'draftNotice'], ['town2', 'release'], ['village01', 'recordPosting', sheet('2026-11-18')], '2026-11-26T01:00:00.000Z']);
    expect(office.get('n1').state).toBe('panelScoring');
    act(office, [...ranked, ['town2', 'draftNotice'], ['reviewer1', 'release'], ['town2', 'recordPosting', sheet('2026-11-26')], '2026-12-07T01:00:00.000Z', ['head1', 'sign']]);
  });
  test('is reminded of once and then lapses', () => {
    const office = act(nominated(), [...toCheck, ['town1', 'sendBack'], '2026-11-25T01:00:00.000Z']);
    expect(office.get('n1').state).toBe('returned');
    expect(office.told.filter(({ what }) => what === 'reminder')).toHaveLength(1);
    act(office, ['2026-12-10T01:00:00.000Z']);
    expect(office.get('n1')).toMatchObject({ state: 'withdrawn', data: { lapsed: true } });
  });
});

describe('an appeal', () => {
  const refused: Act[] = [...toHead, ['head1', 'reject'], ['village01', 'appeal']];
  test('granted returns to the step whose refusal it overturns, and what was posted stays posted', () => {
    const office = act(nominated(), refused);
    expect(whyOf(office.send('head1', 'n1', 'grantAppeal', form('grantAppeal')))).toEqual(['not-refuser']);
    act(office, [['head2', 'grantAppeal'], ['head1', 'sign']]);
    expect(office.get('n1').state).toBe('recommended');
  });
  test('against the panel is decided by somebody who did not score', () => {
    const low = form('score', 1);
    const office = act(nominated(), [...toScoring, ['reviewer1', 'score', low], ['reviewer2', 'score', low], ['reviewer3', 'score', low], ['town2', 'rank'], ['village01', 'appeal']]);
    expect(whyOf(office.send('reviewer3', 'n1', 'grantAppeal', form('grantAppeal')))).toEqual(['not-refuser']);
    act(office, [['head1', 'grantAppeal']]);
    expect(office.get('n1')).toMatchObject({ state: 'panelScoring', memory: { marks: [] } });
  });
  test('comes within fifteen working days or never', () => {
    expect(stateAfter(...toHead, ['head1', 'reject'], '2026-12-09T15:00:00.000Z')).toBe('rejected');
    expect(stateAfter(...toHead, ['head1', 'reject'], '2026-12-10T01:00:00.000Z')).toBe('rejectedFinal');
  });
});

describe('consent to publicity', () => {
  const story = (...acts: Act[]): Office => act(nominated(), [...toHead, ['head1', 'sign', form('sign', 1)], ...acts]);
  test('withdrawn has the story down within two working days; what was but a story ends with it', () => {
    const office = story(['village01', 'withdrawConsent', { ...form('withdrawConsent'), withdrawnOn: '2026-11-18' }]);
    expect(office.get('n1')).toMatchObject({ state: 'takingDown', memory: { term: { dueAt: '2026-11-20T15:59:59.999Z' } } });
    expect(office.told.at(-1)).toMatchObject({ what: 'takeDown', posts: ['town_clerk'] });
    act(office, ['2026-11-21T01:00:00.000Z']);
    expect(office.told.at(-1)).toMatchObject({ what: 'downLate', posts: ['town_clerk', 'town_head', 'privacy_officer'] });
    expect(whyOf(office.send('town1', 'n1', 'takeDown', { ...form('takeDown'), downOn: '2026-11-30' }))).toEqual(['downOn']);
    act(office, [['town1', 'takeDown', { ...form('takeDown'), downOn: '2026-11-20' }]]);
    expect(office.get('n1')).toMatchObject({ state: 'withdrawn', data: { story: '', summary: '', storyDown: '2026-11-20' } });
  });
  test('counts from the day it was withdrawn, not from when that was entered', () => {
    const office = story('2026-11-20T01:00:00.000Z', ['village01', 'withdrawConsent', { ...form('withdrawConsent'), withdrawnOn: '2026-11-18' }]);
    expect(office.get('n1').memory.term?.dueAt).toBe('2026-11-20T15:59:59.999Z');
  });
  test('withdrawn once, leaves a recommendation what it was, without its story', () => {
    const office = act(nominated(), [...toHead, ['head1', 'sign'], ['town1', 'withdrawConsent', { ...form('withdrawConsent'), withdrawnOn: '2026-11-18' }], ['town2', 'takeDown', { ...form('takeDown'), downOn: '2026-11-18' }]]);
    expect(office.get('n1')).toMatchObject({ state: 'recommended', data: { story: '' } });
    expect(office.offers('village01', 'n1').blocked).toContainEqual({ type: 'withdrawConsent', why: ['story-down'] });
  });
});

describe('the demo town', () => {
  const at = '2026-11-23T09:00:00.000Z';
  const full = makeTown();
  const office = makeOffice({ workflows: [modelHousehold, publicNotice], town: full, at: '2024-01-02T00:00:00.000Z' });
  office.replay([...modelHousehold.demo(full, at).map((step) => ({ ...step, workflow: 'model-household' })), ...noticeSteps(full, at, 'model-household')], at);
  const counts = Object.fromEntries([...Map.groupBy(office.list('model-household'), ({ state }) => state)].map(([state, all]) => [state, all.length]));

  test('has sixty nominations over the states', () => {
    expect(counts).toEqual({ draft: 4, villageReview: 6, villageGathered: 1, villageNotice: 8, objection: 2, townCheck: 7, returned: 3, panelScoring: 6, townNotice: 5, headSignoff: 3, recommended: 7, forwarded: 3, rejected: 3, withdrawn: 1, commended: 1, revoked: 1 });
  });
  test('gave a title under the past scheme only, and two levels took it back', () => {
    const [lost] = office.list('model-household', ['revoked']);
    expect(lost?.data.scheme).toBe('jiajia-2024');
    expect(lost?.memory.done.slice(-2).map(({ step, post }) => [step, post])).toEqual([['commended.proposeRevocation', 'town_head'], ['revocationProposed.confirmRevocation', 'district_officer']]);
  });
  test('is told the same twice, and refolds', () => {
    expect(modelHousehold.demo(full, at)).toEqual(modelHousehold.demo(makeTown(), at));
    for (const one of office.list('model-household')) expect(office.refolded(one.id)).toEqual(one);
  });
});
