/** A public notice: drawn up by one, released by another after a scan, posted, hanging its term in working days, and taken off. */
import type { ArrowMeta } from '../kit/workflow.ts';
import type { Day, Effect, Step } from '../kit/words.ts';
import { personalIn } from '../office/published-text.ts';
import { addWorkdays, dayOf, dueAfter, endOf } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { forms } from './forms.ts';
import { messages } from './messages.ts';
import { arrow, define, facts, GATHERED, HANGING, kindNames, kinds, listedFrom, reading, sameList, type Asked, type Notice } from './notice.ts';
import { poster } from './poster.ts';

const REMOVE_IN = 5;
const clerks = (level: Notice['level']) => [`${level}_clerk`];

/** Every text that will hang, but the office's own telephone. */
const textsOf = ({ title, ground, noticePlace, listed = [] }: Notice): string[] =>
  [title, ground, noticePlace, ...listed.flatMap(({ name, about, text }) => [name, about.zh, about.en, text ?? ''])];
const isClean = (data: Notice): boolean => textsOf(data).every((text) => personalIn(text).length === 0) && (data.listed ?? []).every(({ name }) => name.includes('*'));

const rules = {
  /** A village's notice is its clerk's, a town's the town clerks'. */
  'own-level': ({ case: { data }, actor }: Asked) => actor.posts.some(({ post }) => clerks(data.level).includes(post)),
  'notice-not-empty': reading(['gathered'], ({ facts: { gathered } }) => (gathered?.length ?? 0) > 0),
  'list-holds': reading(['gathered'], ({ case: { data }, facts: { gathered } }) => sameList(data.listed ?? [], gathered ?? [])),
  'nothing-personal': reading(['gathered'], ({ case: { data }, facts: { gathered } }) => isClean({ ...data, listed: data.listed?.length ? data.listed : listedFrom(gathered ?? []) })),
  'posting-proven': ({ case: { data } }: Asked) => data.proven === true,
  'posting-unproven': ({ case: { data } }: Asked) => data.proven !== true,
  'term-over': ({ case: { data }, at }: Asked) => at > endOf(data.lastDay ?? '2999-12-31'),
  'nobody-hangs': reading(['hanging'], ({ facts: { hanging } }) => (hanging?.count ?? 0) === 0),
};

const past = (field: string, dateOf: (asked: Asked) => Day | undefined, from: (asked: Asked) => Day) => ({
  field, text: { zh: '日期不能早于发布、张贴或公示期满之日，也不能晚于今天', en: 'The date lies before the release, the posting or the end of the term, or after today' },
  ok: (asked: Asked) => (dateOf(asked) ?? '') >= from(asked) && (dateOf(asked) ?? '') <= dayOf(asked.at),
});
const checks = {
  postedInTime: past('sheet.postedOn', ({ form }) => form.sheet?.postedOn, ({ case: { data } }) => data.releasedOn ?? ''),
  seenInTime: past('seenOn', ({ form }) => form.seenOn, ({ case: { data } }) => data.sheet?.postedOn ?? ''),
  removedInTime: past('removedOn', ({ form }) => form.removedOn, ({ case: { data }, at }) => [data.lastDay ?? '', dayOf(at)].toSorted()[0] ?? ''),
};

const opened = ({ form, actor }: Asked): Partial<Notice> => ({
  kind: form.kind ?? kinds[0], level: actor.posts.some(({ post }) => post === 'village_clerk') ? 'village' : 'town', title: form.title ?? '', ground: form.ground ?? '',
  days: form.noticeDays ?? 0, noticePlace: form.noticePlace ?? '', noticePhone: form.noticePhone ?? '',
});
const revised = ({ case: { data }, form }: Asked): Partial<Notice> =>
  ({ title: form.title ?? data.title, ground: form.ground ?? data.ground, noticePlace: form.noticePlace ?? data.noticePlace, noticePhone: form.noticePhone ?? data.noticePhone });
const handedIn = reading(['gathered'], ({ facts: { gathered } }): Partial<Notice> => ({ listed: listedFrom(gathered ?? []), lines: gathered?.length ?? 0 }));
/** What was sent back is listed anew when it is handed in again. */
const emptied = (): Partial<Notice> => ({ listed: [], releasedOn: null });
const posted = ({ case: { data }, form: { sheet } }: Asked): Partial<Notice> =>
  (sheet ? { sheet, proven: sheet.photo !== undefined, lastDay: addWorkdays(sheet.postedOn, data.days) } : {});

const tell = (what: string) => ({ case: { data } }: Asked): Effect[] => [{ type: 'tell', what, posts: clerks(data.level) }];
/** The cases hear of it by events that nobody else can send. */
const toAll = (event: string, states: readonly string[], dataOf: (asked: Asked) => Record<string, unknown> = () => ({})) => (asked: Asked): Effect[] =>
  [{ type: 'send', workflow: asked.case.data.kind, event, as: 'clock', to: { where: { notice: asked.case.id }, states, data: dataOf(asked) } }];
const proof = ({ case: { data } }: Asked) => ({ noticePlace: data.sheet?.place ?? '', postedOn: data.sheet?.postedOn ?? '' });
const effects = {
  tellRelease: (): Effect[] => [{ type: 'tell', what: 'toRelease', posts: ['town_clerk'] }],
  tellPost: tell('toPost'),
  tellRemove: tell('toRemove'),
  tellBack: tell('sentBack'),
  tellDown: tell('cameDown'),
  putUp: toAll('putUp', GATHERED, (asked) => {
    const { noticePhone, days, releasedOn, proven } = asked.case.data;
    return { ...proof(asked), noticePhone, noticeDays: days, releasedOn, proven: proven === true };
  }),
  prove: toAll('proveNotice', HANGING, proof),
  takeOff: toAll('takeOff', HANGING),
  freeAll: ({ case: { id, data } }: Asked): Effect[] => [{ type: 'send', workflow: data.kind, event: 'leaveNotice', to: { where: { notice: id }, states: GATHERED, data: {} } }],
};

const not = (...steps: Step[]) => steps.map((step) => ({ step, since: 'case' as const }));
/** Who sent it back draws none of it up, so that somebody is always left to release it. */
const drawing: ArrowMeta = { who: ['village_clerk', 'town_clerk'], notWho: not('review.sendBack'), rules: ['own-level'] };
const judging: ArrowMeta = { who: ['town_clerk'], notWho: not('.open', 'draft.revise', 'draft.submit') };
const atBoard: ArrowMeta = { who: ['village_clerk', 'town_clerk'], rules: ['own-level'] };

export const publicNotice = define({
  name: 'public-notice',
  version: 1,
  title: { zh: '公示', en: 'Public notices' },
  about: { zh: '把同一村居、同一层级待公示的事项汇成一张公示单：脱敏、自动筛查、另一人复核发布、张贴、满期取下。', en: 'Gathers what a village has to post into one sheet: masked, scanned, released by a second person, posted, and taken off after its term.' },
  readers: ['reviewer', 'town_head', 'auditor'],
  returns: { events: ['sendBack'] },
  unit: 'village',
  facts, rules, branches: {}, checks, effects, forms, messages, examples, poster,
  open: arrow({ who: ['village_clerk', 'town_clerk'] }, { to: 'draft', keep: opened }),
  states: {
    draft: { on: {
      revise: arrow({ ...drawing, aside: true }, { keep: revised }),
      submit: arrow({ ...drawing, rules: ['own-level', 'notice-not-empty', 'nothing-personal'] }, { to: 'review', keep: handedIn, do: ['tellRelease'] }),
      cancel: arrow({ ...atBoard, aside: true }, { to: 'cancelled', do: ['freeAll'] }),
    } },
    review: { on: {
      release: arrow({ ...judging, rules: ['list-holds', 'nothing-personal'] }, { to: 'released', keep: ({ at }) => ({ releasedOn: dayOf(at) }), do: ['tellPost'] }),
      sendBack: arrow(judging, { to: 'draft', keep: emptied, do: ['tellBack'] }),
    } },
    released: { on: {
      recordPosting: arrow({ ...atBoard, rules: ['own-level', 'list-holds'], checks: ['postedInTime'] }, { to: 'posted', keep: posted, do: ['putUp'] }),
      recall: arrow({ who: ['town_clerk'], aside: true }, { to: 'draft', keep: emptied, do: ['tellBack'] }),
    } },
    posted: {
      // A moment after the terms of its cases, which end with the day.
      term: { sends: 'termOver', until: ({ case: { data }, at }) => {
        const ends = [endOf(data.lastDay ?? dayOf(at)), dueAfter(at, 0)].toSorted().at(-1) ?? at;
        return new Date(Date.parse(ends) + 1).toISOString();
      } },
      on: {
        confirmPosting: arrow({ who: ['village_clerk', 'town_clerk'], notWho: not('released.recordPosting'), rules: ['posting-unproven'], checks: ['seenInTime'] }, { keep: () => ({ proven: true }), do: ['prove'] }),
        termOver: arrow({ who: ['clock'], rules: ['posting-proven', 'nobody-hangs'] }, { to: 'over', do: ['tellRemove'] }),
        endTerm: arrow({ ...atBoard, aside: true, rules: ['own-level', 'posting-proven', 'term-over', 'nobody-hangs'] }, { to: 'over' }),
        /** At once, whatever holds the cases in it: who hangs goes back to be posted anew, who is held does as soon as nothing holds them. */
        takeDown: arrow({ who: ['town_clerk'], aside: true }, { to: 'takenDown', keep: ({ form, at }) => ({ takenDownOn: dayOf(at), whyTakenDown: form.whyTakenDown ?? '' }), do: ['takeOff', 'tellDown'] }),
      },
    },
    over: {
      term: { sends: 'overdue', days: () => REMOVE_IN },
      on: {
        recordRemoval: arrow({ ...atBoard, checks: ['removedInTime'] }, { to: 'closed', keep: ({ form, at }) => ({ takenDownOn: form.removedOn ?? dayOf(at) }) }),
        overdue: arrow({ who: ['clock'] }, { do: ['tellRemove'] }),
      },
    },
    closed: { tags: ['end', 'good'], on: {} },
    takenDown: { tags: ['end', 'bad'], on: {} },
    cancelled: { tags: ['end'], on: {} },
  },
  list: {
    title: 'title',
    fields: [
      { name: 'title', label: { zh: '公示标题', en: 'Heading' }, type: 'text' },
      { name: 'kind', label: { zh: '公示内容', en: 'Cases of' }, type: 'text', options: kinds.map((value) => ({ value, label: kindNames[value] })) },
      { name: 'level', label: { zh: '层级', en: 'Level' }, type: 'text', options: [{ value: 'village', label: { zh: '村级', en: 'Village' } }, { value: 'town', label: { zh: '镇级', en: 'Town' } }] },
      { name: 'lines', label: { zh: '条数', en: 'Lines' }, type: 'number' },
      { name: 'releasedOn', label: { zh: '发布日期', en: 'Released on' }, type: 'day' },
      { name: 'lastDay', label: { zh: '公示截止', en: 'Hangs until' }, type: 'day' },
    ],
  },
});
