/**
 * A beneficiary of a yearly programme is reviewed each year (年审): the village visits, the town checks, and nobody leaves the programme
 * but for a closed list of grounds, heard, and confirmed by the district. Births are none of them (Population and Family Planning Law Arts. 17, 18).
 */
import { given, since, tell } from '../kit/shorthand.ts';
import { wordsFor, type FieldsOf, type Question } from '../kit/workflow.ts';
import type { Day, Entry, Post, Tally } from '../kit/words.ts';
import { dayOf, endOf } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { DIED, forms, groundOptions, yearly } from './forms.ts';
import { checkTexts, messages } from './messages.ts';

type Fields = FieldsOf<typeof forms>;
type Review = {
  readonly beneficiary: string; readonly beneficiaryName: string; readonly programme: string; readonly year: number; readonly confirmationNo: string;
  readonly visitedOn?: Day; readonly exitGround?: string | null; readonly lastDay?: Day; readonly remark?: string;
};
type Facts = { readonly beneficiary: Entry | null; readonly others: Tally | null; readonly related: boolean | null };
type Asked<K extends keyof Facts = never> = Question<Review, Fields, Pick<Facts, K>>;
const { arrow, reading, define } = wordsFor<Review, Fields, Facts>();

const NAME = 'annual-review';
/** One at a time; after one that is over, something may have changed within the year. */
const LIVE = ['pending', 'keptProposed', 'exitProposed', 'exitConfirm', 'exited', 'appealReview'];
const APPEAL_DAYS = 15;
const CHECK_DAYS = 10;
const keyOf = (programme: unknown, person: unknown, year: unknown): string | null => (programme && person && year ? `${String(programme)}:${String(person)}:${String(year)}` : null);
/** The window of a year's review ends with March; one begun later has until the next. */
const windowEnd = (year: number, today: Day): Day => [`${year}-03-31`, `${year + 1}-03-31`, `${Number(today.slice(0, 4)) + 1}-03-31`].find((day) => day >= today) ?? today;

const opened = reading(['beneficiary'], ({ form, facts: { beneficiary } }): Partial<Review> => ({
  beneficiary: given(form.beneficiary), beneficiaryName: String(beneficiary?.values['name'] ?? ''), programme: given(form.programme), year: given(form.year), confirmationNo: given(form.confirmationNo),
}));
const keptOn = ({ form }: Asked): Partial<Review> => ({ visitedOn: given(form.visit).visitedOn, exitGround: null });
const exitProposed = ({ form }: Asked): Partial<Review> => ({ visitedOn: given(form.visit).visitedOn, exitGround: given(form.exitGround) });

const checks = {
  ofThisVillage: { field: 'beneficiary', text: checkTexts.ofThisVillage, ok: reading(['beneficiary'], ({ case: { unit }, facts: { beneficiary } }) => beneficiary?.unit === unit) },
  onlyOne: { field: 'year', text: checkTexts.onlyOne, ok: reading(['others'], ({ facts: { others } }) => (others?.count ?? 0) === 0) },
  begun: { field: 'year', text: checkTexts.begun, ok: ({ form, at }: Asked) => (form.year ?? 0) <= Number(dayOf(at).slice(0, 4)) },
  visitedByNow: { field: 'visit', text: checkTexts.notAfterToday, ok: ({ form, at }: Asked) => (form.visit?.visitedOn ?? '') <= dayOf(at) },
  signedByNow: { field: 'signedOn', text: checkTexts.notAfterToday, ok: ({ form, at }: Asked) => (form.signedOn ?? '') <= dayOf(at) },
  heard: { field: 'heard', text: checkTexts.heard, ok: ({ form }: Asked) => form.exitGround === DIED || form.heard !== undefined },
};
const effects = { tellLate: tell('late', 'village_clerk', 'town_clerk'), tellTown: tell('toCheck', 'town_clerk'), tellDistrict: tell('toConfirm', 'district_officer'), tellDecided: tell('decided', 'village_clerk') };

const visited = since('case', '.open', 'pending.keepOn', 'pending.proposeExit');
const sendBack = (post: Post) => arrow({ who: [post] }, { to: 'pending', keep: ({ form }) => ({ remark: given(form.remark) }) });
const late = arrow({ who: ['clock'] }, { do: ['tellLate'] });
const seen = { rules: ['not-related'], oneByOne: true } as const;

export const annualReview = define({
  name: NAME,
  version: 1,
  title: { zh: '待遇年审', en: 'Yearly reviews' },
  about: { zh: '奖励扶助等年度项目的对象每年审核：村级入户、镇级核查；退出须有法定原因、听取本人意见并经区级确认。', en: 'Beneficiaries of yearly programmes are reviewed each year: visited by the village, checked by the town; leaving takes a listed ground, a hearing and the district.' },
  readers: ['auditor', 'finance', 'town_head'],
  unit: 'village',
  subject: { register: 'residents', of: ({ beneficiary }) => beneficiary ?? null },
  key: ({ programme, beneficiary, year }) => keyOf(programme, beneficiary, year),
  facts: {
    beneficiary: ({ case: { data }, form }) => { const id = form.beneficiary ?? data.beneficiary; return id ? { ask: 'entry', register: 'residents', id } : null; },
    others: ({ case: { id, data }, form }) => { const key = keyOf(data.programme || form.programme, data.beneficiary || form.beneficiary, data.year || form.year); return key ? { ask: 'tally', workflow: NAME, key, states: LIVE, except: id } : null; },
    related: ({ case: { data }, actor }) => (data.beneficiary ? { ask: 'related', person: actor.id, register: 'residents', id: data.beneficiary } : null),
  },
  rules: { 'not-related': reading(['related'], ({ facts: { related } }) => related === false) },
  branches: {}, checks, effects, forms, messages, examples,
  open: arrow({ who: ['village_clerk'], checks: ['ofThisVillage', 'onlyOne', 'begun'] }, { to: 'pending', keep: opened }),
  states: {
    pending: {
      term: { sends: 'late', until: ({ case: { data }, at }) => endOf(windowEnd(data.year, dayOf(at))) },
      on: {
        keepOn: arrow({ who: ['village_clerk'], ...seen, checks: ['visitedByNow'] }, { to: 'keptProposed', keep: keptOn, do: ['tellTown'] }),
        proposeExit: arrow({ who: ['village_clerk'], ...seen, aside: true, checks: ['visitedByNow', 'heard'] }, { to: 'exitProposed', keep: exitProposed, do: ['tellTown'] }),
        late,
      },
    },
    keptProposed: {
      term: { sends: 'late', days: () => CHECK_DAYS },
      on: { passKept: arrow({ who: ['town_clerk'], notWho: visited, rules: ['not-related'] }, { to: 'kept', do: ['tellDecided'] }), sendBack: sendBack('town_clerk'), late },
    },
    exitProposed: {
      term: { sends: 'late', days: () => CHECK_DAYS },
      on: { passExit: arrow({ who: ['town_clerk'], notWho: visited, ...seen }, { to: 'exitConfirm', do: ['tellDistrict'] }), sendBack: sendBack('town_clerk'), late },
    },
    exitConfirm: {
      on: {
        confirmExit: arrow({ who: ['district_officer'], notWho: [...visited, ...since('case', 'exitProposed.passExit')], ...seen }, { to: 'exited', keep: ({ form }) => ({ lastDay: given(form.lastDay) }), do: ['tellDecided'] }),
        sendBack: sendBack('district_officer'),
      },
    },
    exited: {
      tags: ['bad'],
      term: { sends: 'appealLapsed', days: () => APPEAL_DAYS },
      on: { appeal: arrow({ who: ['village_clerk', 'town_clerk'], aside: true, checks: ['signedByNow'] }, { to: 'appealReview' }), appealLapsed: arrow({ who: ['clock'] }, { to: 'exitedFinal' }) },
    },
    appealReview: {
      on: {
        grantAppeal: arrow({ who: ['reviewer'], notWho: [...visited, ...since('case', 'exitProposed.passExit', 'exitConfirm.confirmExit')], rules: ['not-related'] }, { to: 'pending', round: true, keep: () => ({ exitGround: null }), do: ['tellDecided'] }),
        dismissAppeal: arrow({ who: ['reviewer'], notWho: [...visited, ...since('case', 'exitProposed.passExit', 'exitConfirm.confirmExit')], rules: ['not-related'] }, { to: 'exitedFinal', do: ['tellDecided'] }),
      },
    },
    kept: { tags: ['end', 'good'], on: {} },
    exitedFinal: { tags: ['end', 'bad'], on: {} },
  },
  list: {
    title: 'beneficiaryName',
    fields: [
      { name: 'beneficiaryName', label: { zh: '待遇对象', en: 'Beneficiary' }, type: 'text' },
      { name: 'programme', label: { zh: '项目', en: 'Programme' }, type: 'text', options: yearly.map(({ id, label }) => ({ value: id, label })) },
      { name: 'year', label: { zh: '年审年度', en: 'Year' }, type: 'number' },
      { name: 'visitedOn', label: { zh: '核实日期', en: 'Visited on' }, type: 'day' },
      { name: 'exitGround', label: { zh: '退出原因', en: 'Why leaving' }, type: 'text', options: groundOptions },
    ],
  },
});
