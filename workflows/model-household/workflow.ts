/** A household is nominated by its village, judged in the open, and recommended or commended; a title can be lost again. */
import { since } from '../kit/shorthand.ts';
import { back } from '../kit/workflow.ts';
import type { Case, State, Step } from '../kit/words.ts';
import type { NoticeLevel } from '../office/gathered.ts';
import { dayOf, endOf, workdaysBetween } from '../office/working-days.ts';
import { branches } from './branches.ts';
import { checks } from './checks.ts';
import { arrow, define, facts, NAME, type Fields } from './facts.ts';
import { examples } from './examples.ts';
import { forms, LEVELS } from './forms.ts';
import { joined, left, objected, objectorsOf, proven, putUp, takenOff, unhung } from './gathering.ts';
import { messages } from './messages.ts';
import { contestOf, keyOf, meanOf, meansOf, noticeDays, publicName, schemeOf, type Nomination } from './nomination.ts';
import { papers } from './papers.ts';
import { ranked, selected } from './ranking.ts';
import { rules } from './rules.ts';
import { schemes } from './schemes/index.ts';

const FIX_DAYS = 10;
const APPEAL_DAYS = 15;
/** Working days in which a story is down, from the day consent was withdrawn (Personal Information Protection Law Art. 15). */
const DOWN_DAYS = 2;

const created = since('case', '.open', 'draft.submit');
const scored = since('round', 'panelScoring.score', 'panelScoring.substituteScore');

const withdraw = arrow({ who: ['village_clerk'], aside: true }, { to: 'withdrawn' });
const object = (post: string) => arrow({ who: [post], aside: true, checks: ['objectorNamed'] }, { to: 'objection', pause: true, keep: objected });
/** The term runs on from the day of posting, not from when it was entered. */
const recordPosting = (state: State, post: string) => arrow({ who: [post], rules: ['already-posted', 'unproven-by-notice', 'notice-fallen'], checks: ['postedInTime'] }, { to: state, keep: ({ form }) => ({ sheet: form.sheet ?? null }) });
const draftNotice = (post: string) => arrow({ who: [post] }, { keep: ({ form }) => ({ noticeText: form.noticeText ?? null }) });
const release = (state: State, step: Step, ...posts: string[]) => arrow({ who: posts, notWho: since('entry', step), rules: ['notice-not-drafted'] }, { to: state, keep: ({ case: { data } }) => ({ ...unhung(), noticeText: data.noticeText ?? null }), do: ['tellPosting'] });
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
  postAnew: arrow({ who: [`${level}_clerk`], aside: true, rules: ['notice-stands'] }, { to: `${level}NoticeDraft`, keep: takenOff }),
});
const sendBack = (post: string) => arrow({ who: [post] }, { to: 'returned', keep: ({ form }) => ({ listed: form.items ?? [], reminded: false }), do: ['tellReturned'] });
const appeal = arrow({ who: ['village_clerk'], aside: true }, { to: 'appealReview' });
const appealLapsed = arrow({ who: ['clock'] }, { to: 'rejectedFinal' });
const scoreWays = [
  { when: 'scoresMissing' },
  { to: 'scored', keep: ({ case: { memory } }: { case: Case<Nomination> }) => ({ meanScore: meanOf(memory.marks), means: meansOf(memory.marks) }) },
];
/** Where a story may be told; the title itself is no matter of consent to publicity. */
const withdrawConsent = arrow({ who: ['village_clerk', 'town_clerk'], aside: true, rules: ['story-down'], checks: ['withdrawnByNow'] }, { to: 'takingDown', keep: ({ form }) => ({ consentWithdrawnOn: form.withdrawnOn ?? '' }), do: ['tellTakeDown'] });
const downBy = ({ form }: { form: Fields }) => ({ storyDown: form.downOn ?? '', story: '', summary: '' });
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
  facts,
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
        noticeExpired: arrow({ who: ['clock'], rules: ['posting-not-proven', 'notice-fallen'] },
          { when: 'checkedThisRound', to: 'panelScoring', keep: ({ case: { data, memory } }) => ({ villageNoticed: memory.round, ...(data.notice && left()) }) },
          { to: 'townCheck', keep: ({ case: { data, memory } }) => ({ villageNoticed: memory.round, ...(data.notice && left()) }) }),
        withdraw,
      },
    },
    objection: {
      remembers: true,
      on: {
        judgeObjection: arrow({ who: ['reviewer'], rules: ['related-person'], mark: 'eachItsOwn' },
          { when: 'oneJudged' }, { when: 'bothUpheld', to: 'rejected' }, { when: 'bothNotUpheld', to: back('objection') }, { to: 'objectionRuling' }),
        /** Entered anew: both reviewers judge the whole. */
        object: arrow({ who: ['village_clerk', 'town_clerk'], aside: true, checks: ['objectorNamed'] }, { to: 'objection', keep: objected }),
        withdraw,
      },
    },
    objectionRuling: { on: {
      ruleObjection: arrow({ who: ['town_head'], notWho: since('round', 'objection.judgeObjection'), rules: ['related-person'] }, { when: 'ruledUpheld', to: 'rejected' }, { to: back('objection') }),
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
      score: arrow({ who: ['reviewer'], notWho: [...created, ...since('round', 'townCheck.pass'), ...since('entry', 'panelScoring.substituteScore')], rules: ['related-person', 'has-recused'], checks: ['withinPoints'], mark: 'oneMatter' }, ...scoreWays),
      substituteScore: arrow({ who: ['town_clerk'], notWho: [...created, ...since('round', 'townCheck.pass'), ...since('entry', 'panelScoring.score')], rules: ['related-person', 'nobody-recused'], checks: ['withinPoints'], mark: 'oneMatter', aside: true }, ...scoreWays),
      recuse: arrow({ who: ['reviewer'], notWho: since('entry', 'panelScoring.score'), rules: ['has-recused'], aside: true }, { keep: ({ case: { data }, actor }) => ({ recused: [...(data.recused ?? []), actor.id] }) }),
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
        noticeExpired: arrow({ who: ['clock'], rules: ['posting-not-proven', 'notice-fallen'] }, { to: 'headSignoff', keep: ({ case: { data, memory } }) => ({ townNoticed: memory.round, ...(data.notice && left()) }) }),
        withdraw,
      },
    },
    headSignoff: { sitting: { sign: 'sign', back: 'sendBack', facts: ['scheme', 'levelTarget', 'meanScore'] }, on: {
      sign: arrow({ who: ['town_head'], notWho: [...created, ...scored, ...since('round', 'townCheck.pass', 'townNoticeDraft.draftNotice', 'townNoticeDraft.release')], rules: ['notices-complete', 'related-person'], checks: ['outcome'] },
        { when: 'asStory', to: 'keptAsStory', keep: ({ form }) => ({ outcome: form.outcome ?? 'story' }) },
        { to: 'recommended', keep: ({ form }) => ({ outcome: form.outcome ?? 'recommend' }), do: ['tellRecommended'] }),
      sendBack: sendBack('town_head'),
      reject: arrow({ who: ['town_head'] }, { to: 'rejected' }),
      withdraw,
    } },
    recommended: { on: { forward: arrow({ who: ['town_clerk'], rules: ['notices-complete'] }, { to: 'forwarded' }), withdrawConsent, withdraw }, tags: ['good'] },
    keptAsStory: { on: { withdrawConsent, withdraw }, tags: ['end', 'good'] },
    forwarded: { on: {
      confirm: arrow({ who: ['district_officer'], notWho: [...created, ...scored, ...since('round', 'townCheck.pass', 'headSignoff.sign')], rules: ['no-approval-number', 'notices-complete', 'related-person'] },
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
      confirmRevocation: arrow({ who: ['district_officer'], notWho: since('case', 'commended.proposeRevocation'), rules: ['related-person'] }, { to: 'revoked', do: ['tellRevoked'] }),
      declineRevocation: arrow({ who: ['district_officer'] }, { to: 'commended' }),
    } },
    /** The one thing left to do; what was nothing but a story is nothing without it. */
    takingDown: {
      remembers: true,
      term: { sends: 'downLate', days: ({ case: { data }, at }) => Math.max(0, DOWN_DAYS - workdaysBetween(data.consentWithdrawnOn ?? dayOf(at), dayOf(at))) },
      on: {
        takeDown: arrow({ who: ['town_clerk'], checks: ['downByNow'] }, { when: 'onlyStory', to: 'withdrawn', keep: downBy }, { to: back('takingDown', { but: ['keptAsStory'] }), keep: downBy }),
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
  rules, branches, checks,
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
