/** Somebody is away from one day to another: a substitute holds the post for chosen processes, once somebody else has agreed. */
import type { Effect } from '../kit/words.ts';
import { addDays, dayOf, endOf } from '../office/working-days.ts';
import { arrow, define, facts as asked, holdsPost, isAway, reading, standsIn, type Absence, type Asked } from './absence.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { checkTexts, messages } from './messages.ts';

const NAME = 'absence';
const LONGEST_DAYS = 180;
const LONG_DAYS = 30;
const FILING = ['town_clerk', 'reviewer', 'finance', 'town_head'];
/** Heads agree; where all of them are concerned, the district does. */
const AGREEING = ['town_head', 'district_officer'];

const isHead = ({ actor }: Pick<Asked, 'actor'>): boolean => actor.posts.some(({ post }) => AGREEING.includes(post));
const daysOf = ({ form }: Pick<Asked, 'form'>) => ({ from: form.from ?? '', until: form.until ?? '' });

const rules = {
  'not-a-party': ({ case: { data }, actor }: Asked) => actor.id !== data.absent && actor.id !== data.substitute,
  'no-chain': reading(['absent', 'substitute'], ({ case: { data }, facts: { absent, substitute } }) => !isAway(substitute, data) && !standsIn(absent, data)),
  'post-held': reading(['absent'], ({ case: { data }, facts: { absent } }) => holdsPost(absent, data.post)),
  'concerns-you': ({ case: { openedBy, data }, actor }: Asked) => isHead({ actor }) || [openedBy, data.absent, data.substitute].includes(actor.id),
};

const checks = {
  mayFile: { field: 'absent', text: checkTexts.mayFile, ok: ({ form, actor }: Asked) => form.absent === actor.id || isHead({ actor }) },
  absentKnown: { field: 'absent', text: checkTexts.absentKnown, ok: reading(['absent'], ({ facts }) => facts.absent !== null) },
  absentFree: { field: 'absent', text: checkTexts.absentFree, ok: reading(['absent'], ({ form, facts }) => !standsIn(facts.absent, daysOf({ form }))) },
  postHeld: { field: 'post', text: checkTexts.postHeld, ok: reading(['absent'], ({ form, facts }) => holdsPost(facts.absent, form.post)) },
  another: { field: 'substitute', text: checkTexts.another, ok: ({ form }: Asked) => form.substitute !== form.absent },
  notYourself: { field: 'substitute', text: checkTexts.notYourself, ok: ({ form, actor }: Asked) => form.substitute !== actor.id },
  substituteKnown: { field: 'substitute', text: checkTexts.substituteKnown, ok: reading(['substitute'], ({ facts }) => facts.substitute !== null) },
  substituteThere: { field: 'substitute', text: checkTexts.substituteThere, ok: reading(['substitute'], ({ form, facts }) => !isAway(facts.substitute, daysOf({ form }))) },
  fromNow: { field: 'from', text: checkTexts.fromNow, ok: ({ form, at }: Asked) => (form.from ?? '') >= dayOf(at) },
  inOrder: { field: 'until', text: checkTexts.inOrder, ok: ({ form }: Asked) => (form.until ?? '') >= (form.from ?? '') },
  notForEver: { field: 'until', text: checkTexts.notForEver, ok: ({ form, at }: Asked) => (form.until ?? '') <= addDays(form.from ?? dayOf(at), LONGEST_DAYS) },
  notThis: { field: 'workflows', text: checkTexts.notThis, ok: ({ form }: Asked) => !form.workflows?.includes(NAME) },
  theirWork: { field: 'workflows', text: checkTexts.theirWork, ok: reading(['processes'], ({ form, facts: { processes } }) => form.workflows?.every((name) => processes?.includes(name)) ?? false) },
};

const filed = reading(['absent', 'substitute'], ({ form, facts: { absent, substitute } }): Absence => ({
  absent: form.absent ?? '', absentName: absent?.name ?? '', post: form.post ?? '', postUnit: absent?.posts.find(({ post }) => post === form.post)?.unit ?? '',
  substitute: form.substitute ?? '', substituteName: substitute?.name ?? '', from: form.from ?? '', until: form.until ?? '', workflows: form.workflows ?? [],
}));

const effects = {
  appoint: ({ case: { data: { absent, substitute, post, postUnit, workflows, from, until } } }: Asked): Effect[] => [{ type: 'substitute', absent, substitute, post, unit: postUnit, workflows, from, until }],
  end: (): Effect[] => [{ type: 'endSubstitution' }],
  tellToConfirm: (): Effect[] => [{ type: 'tell', what: 'toConfirm', posts: ['town_head'] }],
  tellAgreed: ({ case: { data } }: Asked): Effect[] => [{ type: 'tell', what: 'agreed', posts: [data.post] }],
  tellEnded: ({ case: { data } }: Asked): Effect[] => [{ type: 'tell', what: 'ended', posts: [data.post] }],
};

export const absence = define({
  name: NAME,
  version: 1,
  title: { zh: '离岗代行', en: 'Absences' },
  about: { zh: '离岗期间由他人在指定业务中代行岗位职责：本人或分管领导登记，另一位领导批准，到期自动结束。', en: 'While somebody is away another holds their post for chosen processes: filed, agreed by a head, over by itself.' },
  readers: ['auditor', 'privacy_officer'],
  unit: 'town',
  facts: asked, rules, branches: {}, checks, effects, forms, messages, examples,
  flags: {
    'long': { text: { zh: '代行超过30天', en: 'More than 30 days' }, of: ({ data }) => data.until > addDays(data.from, LONG_DAYS) },
    'for-a-head': { text: { zh: '代行的是领导岗位', en: 'A head’s post is stood in for' }, of: ({ data }) => AGREEING.includes(data.post) },
  },
  open: arrow({ who: FILING, checks: Object.keys(checks) }, { to: 'filed', keep: filed, do: ['tellToConfirm'] }),
  states: {
    filed: {
      sitting: { sign: 'confirm', back: 'refuse', facts: ['post', 'substituteName', 'from', 'until'] },
      term: { sends: 'lapse', until: ({ case: { data } }) => endOf(data.until) },
      on: {
        confirm: arrow({ who: AGREEING, notWho: [{ step: '.open', since: 'case' }], rules: ['not-a-party', 'no-chain', 'post-held'] }, { to: 'standing', do: ['appoint', 'tellAgreed'] }),
        refuse: arrow({ who: AGREEING, notWho: [{ step: '.open', since: 'case' }], rules: ['not-a-party'] }, { to: 'refused' }),
        withdraw: arrow({ who: FILING, aside: true, rules: ['concerns-you'] }, { to: 'withdrawn' }),
        lapse: arrow({ who: ['clock'] }, { to: 'lapsed' }),
      },
    },
    standing: {
      term: { sends: 'expire', until: ({ case: { data } }) => endOf(data.until) },
      on: {
        revoke: arrow({ who: [...FILING, 'district_officer'], aside: true, rules: ['concerns-you'] }, { to: 'revoked', do: ['end', 'tellEnded'] }),
        expire: arrow({ who: ['clock'] }, { to: 'over', do: ['end'] }),
      },
      tags: ['good'],
    },
    over: { tags: ['end', 'good'], on: {} },
    refused: { tags: ['end', 'bad'], on: {} },
    revoked: { tags: ['end'], on: {} },
    withdrawn: { tags: ['end'], on: {} },
    lapsed: { tags: ['end'], on: {} },
  },
  list: {
    title: 'absentName',
    fields: [
      { name: 'absentName', label: { zh: '离岗人员', en: 'Who is away' }, type: 'text' },
      { name: 'post', label: { zh: '岗位', en: 'Post' }, type: 'text' },
      { name: 'substituteName', label: { zh: '代行人', en: 'Substitute' }, type: 'text' },
      { name: 'from', label: { zh: '开始日期', en: 'First day' }, type: 'day' },
      { name: 'until', label: { zh: '结束日期', en: 'Last day' }, type: 'day' },
    ],
  },
});
