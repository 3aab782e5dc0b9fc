/** A household is nominated by its village, judged in the open, and recommended or commended; a title can be lost again. */
import { voicesOf } from '../kit/substitutes.ts';
import type { FieldsOf } from '../kit/workflow.ts';
import { back, wordsFor } from '../kit/workflow.ts';
import type { Case, Entry, OtherCase, Rolled, State, Step, Tally } from '../kit/words.ts';
import { isCarried, isQuorate, objectorFits, objectorText } from '../office/fields.ts';
import { levelOf, mayLeave, noticeFits, openNotices, provenFirst, type NoticeLevel } from '../office/gathered.ts';
import { dayOf, endOf, workdaysBetween } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { forms, LEVELS } from './forms.ts';
import { joined, left, objected, objectorsOf, proven, putUp, takenOff, unhung } from './gathering.ts';
import { checkTexts, messages } from './messages.ts';
import { CONTEST, contestOf, hasPlace, keyOf, LIVE, meanOf, meansOf, noticeDays, publicName, rankIn, refusers, schemeOf, SCORERS, SELECTED, type Nomination } from './nomination.ts';
import { NOTICES } from './notices.ts';
import { findScheme, isOpen, schemes } from './schemes/index.ts';
import { papers } from './papers.ts';
import { criteria } from './schemes/scheme.ts';

type Fields = FieldsOf<typeof forms>;
export type Facts = { household: Entry | null; same: Tally; taken: Tally; contest: readonly Rolled[] | null; related: boolean; noticeCase: OtherCase | null; openNotices: Tally };

const { arrow, reading, define } = wordsFor<Nomination, Fields, Facts>();

const NAME = 'model-household';
const FIX_DAYS = 10;
const APPEAL_DAYS = 15;
/** Working days in which a story is down, from the day consent was withdrawn (Personal Information Protection Law Art. 15). */
const DOWN_DAYS = 2;

const not = (since: 'round' | 'case' | 'entry', ...steps: Step[]) => steps.map((step) => ({ step, since }));
const created = not('case', '.open', 'draft.submit');
const scored = not('round', 'panelScoring.score', 'panelScoring.substituteScore');

const withdraw = arrow({ who: ['village_clerk'], aside: true }, { to: 'withdrawn' });
const object = (post: string) => arrow({ who: [post], aside: true, checks: ['objectorNamed'] }, { to: 'objection', pause: true, keep: objected });
/** The term runs on from the day of posting, not from when it was entered. */
const recordPosting = (state: State, post: string) => arrow({ who: [post], rules: ['already-posted', 'unproven-by-notice'], checks: ['postedInTime'] }, { to: state, keep: ({ form }) => ({ sheet: form.sheet ?? null }) });
const draftNotice = (post: string) => arrow({ who: [post] }, { keep: ({ form }) => ({ noticeText: form.noticeText ?? null }) });
const release = (state: State, step: Step, ...posts: string[]) => arrow({ who: posts, notWho: not('entry', step), rules: ['notice-not-drafted'] }, { to: state, keep: ({ case: { data } }) => ({ ...unhung(), noticeText: data.noticeText ?? null }), do: ['tellPosting'] });
const joinNotice = (level: NoticeLevel, post: string) => arrow({ who: [post], aside: true, rules: ['no-open-notice'], checks: ['noticeFits'] }, { to: `${level}Gathered`, keep: joined });
/** The notice itself puts the nomination up; it leaves the list as long as that is not handed in. */
const gathered = (level: NoticeLevel) => ({ on: {
  leaveNotice: arrow({ who: ['village_clerk', 'town_clerk'], aside: true, rules: ['list-fixed'] }, { to: `${level}NoticeDraft`, keep: left }),
  putUp: arrow({ who: ['clock'], aside: true }, { to: `${level}Notice`, keep: putUp }),
  withdraw,
} });
const hanging = (level: NoticeLevel) => ({
  proveNotice: arrow({ who: ['clock'], aside: true }, { keep: proven }),
  takeOff: arrow({ who: ['clock'], aside: true }, { to: `${level}NoticeDraft`, keep: takenOff }),
});
const sendBack = (post: string) => arrow({ who: [post] }, { to: 'returned', keep: ({ form }) => ({ listed: form.items ?? [], reminded: false }), do: ['tellReturned'] });
const appeal = arrow({ who: ['village_clerk'], aside: true }, { to: 'appealReview' });
const appealLapsed = arrow({ who: ['clock'] }, { to: 'rejectedFinal' });
const scoreWays = [
  { when: 'scoresMissing' },
  { to: 'scored', keep: ({ case: { memory } }: { case: Case<Nomination> }) => ({ meanScore: meanOf(memory.marks), means: meansOf(memory.marks) }) },
];
type Standing = { readonly case: Case<Nomination>; readonly facts: Pick<Facts, 'contest'> };
const rankOf = ({ case: { id, data }, facts: { contest } }: Standing) => {
  const scheme = schemeOf(data);
  return scheme ? rankIn(scheme, { ...data, id }, scheme.places[data.levelTarget], contest ?? []) : { rank: 0, outcome: 'notSelected' as const };
};
const ranked = reading(['contest'], (asked) => ({ rank: rankOf(asked).rank }));
const selected = reading(['contest'], (asked) => ({ rank: rankOf(asked).rank, noticeText: null }));
/** Where a story may be told; the title itself is no matter of consent to publicity. */
const withdrawConsent = arrow({ who: ['village_clerk', 'town_clerk'], aside: true, rules: ['story-down'], checks: ['withdrawnByNow'] }, { to: 'takingDown', keep: ({ form }) => ({ consentWithdrawnOn: form.withdrawnOn ?? '' }), do: ['tellTakeDown'] });
const downBy = ({ form }: { form: Fields }) => ({ storyDown: form.downOn ?? '', story: '', summary: '' });
const upheld = (finding: string) => ({ case: { memory } }: { case: Case<Nomination> }): boolean => memory.marks.every(({ data }) => data.finding === finding);

export const modelHousehold = define({
  name: NAME,
  version: 1,
  title: { zh: '家佳示范户', en: 'Model households' },
  about: { zh: '村级推荐评议公示，镇级审查评审公示，分管领导签批，区级确认；没有批准文号的只推荐、不表彰。', en: 'Nominated and posted by the village, checked, scored and posted by the town, signed by the head, confirmed by the district; without an approval number recommended only.' },
  readers: ['auditor'],
  // Files of those commended thirty years, of the others ten.
  kept: [{ states: ['commended', 'expired', 'revoked'], years: 30 }, { states: ['keptAsStory', 'rejectedFinal', 'withdrawn'], years: 10 }],
  papers, archivists: ['town_clerk', 'auditor'],
  returns: { events: ['sendBack'], reason: 'reason' },
  unit: 'village',
  subject: { register: 'households', of: ({ household }) => household },
  key: (data) => keyOf(data),
  flags: {
    'objected': { text: { zh: '公示中曾有异议', en: 'There was an objection' }, of: ({ data }) => (data.objections ?? 0) > 0 },
    'scorer-recused': { text: { zh: '有评审员回避', en: 'A scorer stood aside' }, of: ({ data }) => (data.recused ?? []).length > 0 },
  },
  revealed: { fields: ['objectorName', 'objectorContact'], to: ['objection.judgeObjection', 'objectionRuling.ruleObjection'], of: objectorsOf },
  facts: {
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
  },
  open: arrow({ who: ['village_clerk'], checks: ['schemeOpen', 'householdHere'] }, {
    to: 'draft',
    keep: ({ case: { unit }, form: { scheme, household, levelTarget, source, categories, members } }) => ({
      scheme: scheme ?? '', household: household ?? '', levelTarget: levelTarget ?? 'village', source: source ?? '', categories: categories ?? [], displayName: publicName(members?.[0]?.name ?? ''), objections: 0, recused: [], contest: contestOf(scheme ?? '', levelTarget ?? 'village', unit),
    }),
  }),
  states: {
    draft: { on: {
      submit: arrow({ who: ['village_clerk'], rules: ['already-nominated', 'no-places-left'] }, { to: 'villageReview', keep: ({ form, at }) => ({ summary: form.summary ?? '', story: form.story ?? '', submittedAt: at }) }),
      withdraw,
    } },
    villageReview: { on: {
      recordVote: arrow({ who: ['village_clerk'], checks: ['quorum'] }, { when: 'carried', to: 'villageNoticeDraft', keep: () => ({ noticeText: null }) }, { to: 'rejected' }),
      withdraw,
    } },
    villageNoticeDraft: { on: {
      draftNotice: draftNotice('village_clerk'),
      release: release('villageNotice', 'villageNoticeDraft.draftNotice', 'village_clerk', 'town_clerk'),
      joinNotice: joinNotice('village', 'village_clerk'),
      withdraw,
    } },
    villageGathered: gathered('village'),
    villageNotice: {
      term: { sends: 'noticeExpired', days: noticeDays('village') },
      on: {
        recordPosting: recordPosting('villageNotice', 'village_clerk'),
        object: object('village_clerk'),
        ...hanging('village'),
        noticeExpired: arrow({ who: ['clock'], rules: ['posting-not-proven'] },
          { when: 'checkedThisRound', to: 'panelScoring', keep: ({ case: { data, memory } }) => ({ villageNoticed: memory.round, ...(data.notice && left()) }) },
          { to: 'townCheck', keep: ({ case: { data, memory } }) => ({ villageNoticed: memory.round, ...(data.notice && left()) }) }),
        withdraw,
      },
    },
    objection: {
      remembers: true,
      on: {
        judgeObjection: arrow({ who: ['reviewer'], rules: ['related-person'], mark: true },
          { when: 'oneJudged' }, { when: 'bothUpheld', to: 'rejected' }, { when: 'bothNotUpheld', to: back('objection') }, { to: 'objectionRuling' }),
        /** Entered anew: both reviewers judge the whole. */
        object: arrow({ who: ['village_clerk', 'town_clerk'], aside: true, checks: ['objectorNamed'] }, { to: 'objection', keep: objected }),
        withdraw,
      },
    },
    objectionRuling: { on: {
      ruleObjection: arrow({ who: ['town_head'], notWho: not('round', 'objection.judgeObjection'), rules: ['related-person'] }, { when: 'ruledUpheld', to: 'rejected' }, { to: back('objection') }),
      withdraw,
    } },
    townCheck: { on: {
      pass: arrow({ who: ['town_clerk'], notWho: created, rules: ['related-person'], checks: ['factsHold'] },
        { when: 'villageNoticeStands', to: 'panelScoring', keep: ({ case: { memory } }) => ({ checkedRound: memory.round, recused: [] }) },
        { to: 'villageNoticeDraft', keep: ({ case: { memory } }) => ({ checkedRound: memory.round, recused: [], noticeText: null }) }),
      sendBack: sendBack('town_clerk'),
      withdraw,
    } },
    returned: {
      remembers: true, tags: ['returned'],
      term: { sends: 'deadlinePassed', days: () => FIX_DAYS },
      on: {
        resubmit: arrow({ who: ['village_clerk'], checks: ['answersComplete'] },
          { when: 'storyChanged', to: 'townCheck', round: true, keep: ({ case: { data }, form }) => ({ summary: form.summary ?? data.summary ?? '', story: form.story ?? data.story ?? '' }) },
          { to: back('returned') }),
        deadlinePassed: arrow({ who: ['clock'] }, { when: 'reminded', to: 'withdrawn', keep: () => ({ lapsed: true }) }, { to: 'returned', keep: () => ({ reminded: true }), do: ['remind'] }),
        withdraw,
      },
    },
    panelScoring: { on: {
      score: arrow({ who: ['reviewer'], notWho: [...created, ...not('round', 'townCheck.pass'), ...not('entry', 'panelScoring.substituteScore')], rules: ['related-person', 'has-recused'], checks: ['withinPoints'], mark: true, blind: true }, ...scoreWays),
      substituteScore: arrow({ who: ['town_clerk'], notWho: [...created, ...not('round', 'townCheck.pass'), ...not('entry', 'panelScoring.score')], rules: ['related-person', 'nobody-recused'], checks: ['withinPoints'], mark: true, blind: true, aside: true }, ...scoreWays),
      recuse: arrow({ who: ['reviewer'], notWho: not('entry', 'panelScoring.score'), rules: ['has-recused'], aside: true }, { keep: ({ case: { data }, actor }) => ({ recused: [...(data.recused ?? []), actor.id] }) }),
      withdraw,
    } },
    /** Ranked once its place hangs on nobody who is still being scored. */
    scored: { on: {
      rank: arrow({ who: ['town_clerk'], rules: ['place-unsettled', 'related-person'] }, { when: 'selected', to: 'townNoticeDraft', keep: selected }, { to: 'notSelected', keep: ranked }),
      withdraw,
    } },
    townNoticeDraft: { on: {
      draftNotice: draftNotice('town_clerk'),
      release: release('townNotice', 'townNoticeDraft.draftNotice', 'town_clerk', 'reviewer'),
      joinNotice: joinNotice('town', 'town_clerk'),
      withdraw,
    } },
    townGathered: gathered('town'),
    townNotice: {
      term: { sends: 'noticeExpired', days: noticeDays('town') },
      on: {
        recordPosting: recordPosting('townNotice', 'town_clerk'),
        object: object('town_clerk'),
        ...hanging('town'),
        noticeExpired: arrow({ who: ['clock'], rules: ['posting-not-proven'] }, { to: 'headSignoff', keep: ({ case: { data, memory } }) => ({ townNoticed: memory.round, ...(data.notice && left()) }) }),
        withdraw,
      },
    },
    headSignoff: { sitting: { sign: 'sign', back: 'sendBack', facts: ['scheme', 'levelTarget', 'meanScore'] }, on: {
      sign: arrow({ who: ['town_head'], notWho: [...created, ...scored, ...not('round', 'townCheck.pass', 'townNoticeDraft.draftNotice', 'townNoticeDraft.release')], rules: ['notices-complete', 'related-person'], checks: ['outcome'] },
        { when: 'asStory', to: 'keptAsStory', keep: ({ form }) => ({ outcome: form.outcome ?? 'story' }) },
        { to: 'recommended', keep: ({ form }) => ({ outcome: form.outcome ?? 'recommend' }), do: ['tellRecommended'] }),
      sendBack: sendBack('town_head'),
      reject: arrow({ who: ['town_head'] }, { to: 'rejected' }),
      withdraw,
    } },
    recommended: { on: { forward: arrow({ who: ['town_clerk'], rules: ['notices-complete'] }, { to: 'forwarded' }), withdrawConsent, withdraw }, tags: ['good'] },
    keptAsStory: { on: { withdrawConsent, withdraw }, tags: ['end', 'good'] },
    forwarded: { on: {
      confirm: arrow({ who: ['district_officer'], notWho: [...created, ...scored, ...not('round', 'townCheck.pass', 'headSignoff.sign')], rules: ['no-approval-number', 'notices-complete', 'related-person'] },
        { to: 'commended', keep: ({ case: { data }, at }) => ({ outcome: 'commend', titleUntil: `${Number(dayOf(at).slice(0, 4)) + (schemeOf(data)?.titleYears ?? 0)}-12-31` }) }),
      sendBack: sendBack('district_officer'),
      decline: arrow({ who: ['district_officer'] }, { to: 'keptAsStory', keep: () => ({ outcome: 'story' }) }),
      withdrawConsent,
      withdraw,
    } },
    commended: {
      term: { sends: 'expire', until: ({ case: { data }, at }) => endOf(data.titleUntil ?? dayOf(at)) },
      on: { proposeRevocation: arrow({ who: ['town_head'], checks: ['heard'], aside: true }, { to: 'revocationProposed' }), expire: arrow({ who: ['clock'] }, { to: 'expired' }), withdrawConsent },
      tags: ['good'],
    },
    revocationProposed: { on: {
      confirmRevocation: arrow({ who: ['district_officer'], notWho: not('case', 'commended.proposeRevocation'), rules: ['related-person'] }, { to: 'revoked', do: ['tellRevoked'] }),
      declineRevocation: arrow({ who: ['district_officer'] }, { to: 'commended' }),
    } },
    /** The one thing left to do; what was nothing but a story is nothing without it. */
    takingDown: {
      remembers: true,
      term: { sends: 'downLate', days: ({ case: { data }, at }) => Math.max(0, DOWN_DAYS - workdaysBetween(data.consentWithdrawnOn ?? dayOf(at), dayOf(at))) },
      on: {
        takeDown: arrow({ who: ['town_clerk'], checks: ['downByNow'] }, { when: 'onlyStory', to: 'withdrawn', keep: downBy }, { to: back('takingDown'), keep: downBy }),
        downLate: arrow({ who: ['clock'] }, { do: ['tellDownLate'] }),
      },
    },
    notSelected: { term: { sends: 'appealLapsed', days: () => APPEAL_DAYS }, on: { appeal, appealLapsed }, tags: ['bad'] },
    rejected: { remembers: true, term: { sends: 'appealLapsed', days: () => APPEAL_DAYS }, on: { appeal, appealLapsed }, tags: ['bad'] },
    /** Whoever refused does not decide; where all reviewers scored, the head does. Earlier judgements bar nobody: too few would be left. */
    appealReview: {
      remembers: true,
      on: {
        grantAppeal: arrow({ who: ['reviewer', 'town_head'], rules: ['not-refuser', 'related-person'] },
          { when: 'fromScoring', to: 'panelScoring', keep: () => ({ recused: [] }) }, { to: back('rejected') }),
        refuseAppeal: arrow({ who: ['reviewer', 'town_head'], rules: ['not-refuser', 'related-person'] }, { to: 'rejectedFinal' }),
        withdraw,
      },
    },
    expired: { on: {}, tags: ['end'] },
    revoked: { on: {}, tags: ['end', 'bad'] },
    rejectedFinal: { on: {}, tags: ['end', 'bad'] },
    withdrawn: { on: {}, tags: ['end'] },
  },
  rules: {
    'already-nominated': reading(['same'], ({ facts }) => facts.same.count === 0),
    'no-places-left': reading(['taken'], ({ case: { data }, facts }) => hasPlace(data, facts.taken.count)),
    'related-person': reading(['related'], ({ facts }) => !facts.related),
    'notice-not-drafted': ({ case: { data } }) => Boolean(data.noticeText),
    'posting-not-proven': ({ case: { data } }) => Boolean(data.sheet),
    'no-open-notice': reading(['openNotices'], ({ facts }) => facts.openNotices.count > 0),
    'unproven-by-notice': reading(['noticeCase'], ({ case: { data }, facts }) => provenFirst(data.notice, facts.noticeCase)),
    'list-fixed': reading(['noticeCase'], ({ facts }) => mayLeave(facts.noticeCase)),
    'already-posted': ({ case: { data } }) => !data.sheet,
    'has-recused': ({ case: { data }, actor }) => !(data.recused ?? []).includes(actor.id),
    'nobody-recused': ({ case: { data } }) => (data.recused ?? []).length > 0,
    'story-down': ({ case: { data } }) => data.storyDown === undefined,
    'place-unsettled': reading(['contest'], (asked) => rankOf(asked).outcome !== null),
    'notices-complete': ({ case: { data, memory } }) => data.villageNoticed === memory.round && data.townNoticed === memory.round,
    'not-refuser': ({ case: one, actor }) => !voicesOf(actor, ['reviewer', 'town_head']).some((voice) => refusers(one).includes(voice)),
    'no-approval-number': ({ case: { data } }) => Boolean(schemeOf(data)?.approvalDocument),
  },
  branches: {
    carried: ({ form }) => form.minutes !== undefined && isCarried(form.minutes),
    checkedThisRound: ({ case: { data, memory } }) => data.checkedRound === memory.round,
    villageNoticeStands: ({ case: { data, memory } }) => data.villageNoticed === memory.round,
    oneJudged: ({ case: { memory } }) => memory.marks.length < 2,
    bothUpheld: upheld('upheld'),
    bothNotUpheld: upheld('not_upheld'),
    ruledUpheld: ({ form }) => form.finding === 'upheld',
    storyChanged: ({ case: { data }, form }) => (form.summary !== undefined && form.summary !== data.summary) || (form.story !== undefined && form.story !== data.story),
    reminded: ({ case: { data } }) => data.reminded === true,
    scoresMissing: ({ case: { memory } }) => memory.marks.length < SCORERS,
    selected: reading(['contest'], (asked) => rankOf(asked).outcome === 'selected'),
    onlyStory: ({ case: { memory } }) => memory.origins.takingDown === 'keptAsStory',
    asStory: ({ form }) => form.outcome === 'story',
    fromScoring: ({ case: { memory } }) => memory.origins.appealReview === 'notSelected',
  },
  checks: {
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
  },
  effects: {
    tellPosting: ({ case: { state } }) => [{ type: 'tell', what: 'posting', posts: [state === 'townNotice' ? 'town_clerk' : 'village_clerk'] }],
    tellReturned: () => [{ type: 'tell', what: 'returned', posts: ['village_clerk'] }],
    remind: () => [{ type: 'tell', what: 'reminder', posts: ['village_clerk'] }],
    tellRecommended: () => [{ type: 'tell', what: 'recommended', posts: ['town_clerk'] }],
    tellTakeDown: () => [{ type: 'tell', what: 'takeDown', posts: ['town_clerk'] }],
    tellDownLate: () => [{ type: 'tell', what: 'downLate', posts: ['town_clerk', 'town_head', 'privacy_officer'] }],
    tellRevoked: () => [{ type: 'tell', what: 'revoked', posts: ['village_clerk', 'town_clerk'] }],
  },
  forms,
  list: {
    title: 'displayName',
    fields: [
      { name: 'scheme', label: { zh: '评选方案', en: 'Scheme' }, type: 'text', options: schemes.map(({ id, title }) => ({ value: id, label: title })) },
      { name: 'levelTarget', label: { zh: '推荐层级', en: 'Level' }, type: 'text', options: LEVELS.map(([value, zh, en]) => ({ value, label: { zh, en } })) },
      { name: 'meanScore', label: { zh: '平均分', en: 'Mean score' }, type: 'number' },
      { name: 'outcome', label: { zh: '结果', en: 'Outcome' }, type: 'text' },
      { name: 'notice', label: { zh: '所在公示', en: 'Notice' }, type: 'text' },
    ],
  },
  messages,
  examples,
});
