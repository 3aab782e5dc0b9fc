/** A family is helped to a subsidy that another system judges and pays: from the papers to the day the money has arrived. */
import { given, tell } from '../kit/shorthand.ts';
import { wordsFor, type FieldsOf, type Question } from '../kit/workflow.ts';
import type { Day, Entry, Tally } from '../kit/words.ts';
import { dayOf, isWorkday } from '../office/working-days.ts';
import { examples } from './examples.ts';
import { forms, papersAsked, statusOptions } from './forms.ts';
import { checkTexts, messages } from './messages.ts';

type Fields = FieldsOf<typeof forms>;
type Help = {
  readonly guardian: string; readonly guardianName: string; readonly year: number; readonly consentNo: string;
  readonly papers?: readonly string[]; readonly note?: string; readonly bookedFor?: Day; readonly place?: string;
  readonly channel?: string; readonly externalNo?: string; readonly filedOn?: Day;
  /** As it was copied in, and when it was looked up. */
  readonly status?: string; readonly asOf?: Day; readonly trouble?: string | null;
  readonly arrivedBy?: Day; readonly outcome?: string; readonly told?: string;
};
type Facts = { readonly guardian: Entry | null; readonly others: Tally | null };
type Asked<K extends keyof Facts = never> = Question<Help, Fields, Pick<Facts, K>>;
const { arrow, reading, define } = wordsFor<Help, Fields, Facts>();

const NAME = 'childcare-assistance';
/** Working days: to get the papers together, to look up the status anew, to hear from the family, to mend what went wrong. */
const days = { papers: 20, status: 20, family: 15, trouble: 10 } as const;
const LIVE = ['checklist', 'filedOnline', 'paid', 'problem'];
const GOOD = ['paid'];
const BAD = ['returned', 'refused'];

const said = <T extends object>(patch: T): T => Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T;
const keyOf = (guardian: unknown, year: unknown): string | null => (guardian && year ? `${String(guardian)}:${String(year)}` : null);

const opened = reading(['guardian'], ({ form, facts: { guardian } }): Partial<Help> => ({
  guardian: given(form.guardian), guardianName: String(guardian?.values['name'] ?? ''), year: given(form.year), consentNo: given(form.consentNo),
}));
const filed = ({ form }: Asked): Partial<Help> => said({ channel: form.channel, externalNo: form.externalNo, filedOn: form.filedOn, trouble: null });
const copied = ({ form }: Asked): Partial<Help> => ({ status: given(form.status), asOf: given(form.asOf), trouble: form.trouble ?? null });

const past = (field: string, dayIn: (form: Fields) => Day | undefined) => ({ field, text: checkTexts.notAfterToday, ok: ({ form, at }: Asked) => (dayIn(form) ?? '') <= dayOf(at) });
const checks = {
  ofThisVillage: { field: 'guardian', text: checkTexts.ofThisVillage, ok: reading(['guardian'], ({ case: { unit }, facts: { guardian } }) => guardian?.unit === unit && guardian.values['status'] === 'active') },
  onlyOne: { field: 'year', text: checkTexts.onlyOne, ok: reading(['others'], ({ facts: { others } }) => (others?.count ?? 0) === 0) },
  begun: { field: 'year', text: checkTexts.begun, ok: ({ form, at }: Asked) => (form.year ?? 0) <= Number(dayOf(at).slice(0, 4)) },
  bookable: { field: 'bookedFor', text: checkTexts.bookable, ok: ({ form, at }: Asked) => (form.bookedFor ?? '') >= dayOf(at) && isWorkday(form.bookedFor ?? '') },
  filedByNow: past('filedOn', ({ filedOn }) => filedOn),
  lookedByNow: past('asOf', ({ asOf }) => asOf),
  askedByNow: past('askedOn', ({ askedOn }) => askedOn),
  whyNot: { field: 'trouble', text: checkTexts.whyNot, ok: ({ form }: Asked) => !BAD.includes(form.status ?? '') || form.trouble !== undefined },
};
const rules = { 'papers-complete': ({ case: { data } }: Asked) => papersAsked.every((one) => data.papers?.includes(one)) };
const branches = {
  saysPaid: ({ form }: Asked) => GOOD.includes(form.status ?? ''),
  saysNo: ({ form }: Asked) => BAD.includes(form.status ?? ''),
  arrived: ({ form }: Asked) => form.arrived === 'yes',
};
const effects = { tellVillage: tell('late', 'village_clerk'), tellTown: tell('lookUp', 'town_clerk'), tellTrouble: tell('trouble', 'town_clerk'), tellPaid: tell('askFamily', 'village_clerk') };
const overdue = (what: string) => arrow({ who: ['clock'] }, { do: [what] });

export const childcareAssistance = define({
  name: NAME,
  version: 1,
  title: { zh: '育儿补贴协助办理', en: 'Child-care applications' },
  about: { zh: '协助家庭在国家系统申请育儿补贴：核对材料、预约、抄录状态、核对到账；本系统不审核、不发放、不登记子女信息。', en: 'Families are helped to apply in the national system: papers, appointment, status copied in, arrival of the money checked. Nothing is judged or paid here, and nothing about the child kept.' },
  readers: ['auditor'],
  unit: 'village',
  subject: { register: 'residents', of: ({ guardian }) => guardian ?? null },
  key: ({ guardian, year }) => keyOf(guardian, year),
  facts: {
    guardian: ({ case: { data }, form }) => { const id = form.guardian ?? data.guardian; return id ? { ask: 'entry', register: 'residents', id } : null; },
    others: ({ case: { id, data }, form }) => { const key = keyOf(data.guardian || form.guardian, data.year || form.year); return key ? { ask: 'tally', workflow: NAME, key, states: LIVE, except: id } : null; },
  },
  rules, branches, checks, effects, forms, messages, examples,
  open: arrow({ who: ['village_clerk'], checks: ['ofThisVillage', 'onlyOne', 'begun'] }, { to: 'checklist', keep: opened }),
  states: {
    checklist: {
      term: { sends: 'late', days: () => days.papers },
      on: {
        file: arrow({ who: ['village_clerk', 'town_clerk'], rules: ['papers-complete'], checks: ['filedByNow'] }, { to: 'filedOnline', keep: filed }),
        look: arrow({ who: ['village_clerk', 'town_clerk'], aside: true }, { keep: ({ form }) => said({ papers: form.papers, note: form.note }) }),
        book: arrow({ who: ['village_clerk'], aside: true, checks: ['bookable'] }, { keep: ({ form }) => said({ bookedFor: form.bookedFor, place: form.place }) }),
        end: arrow({ who: ['village_clerk'], aside: true }, { to: 'ended' }),
        late: overdue('tellVillage'),
      },
    },
    /** Looking the status up begins the time to look again. */
    filedOnline: {
      term: { sends: 'late', days: () => days.status },
      on: {
        copyStatus: arrow({ who: ['town_clerk'], checks: ['lookedByNow', 'whyNot'] },
          { when: 'saysPaid', to: 'paid', keep: copied, do: ['tellPaid'] },
          { when: 'saysNo', to: 'problem', keep: copied, do: ['tellTrouble'] },
          { to: 'filedOnline', keep: copied }),
        end: arrow({ who: ['village_clerk'], aside: true }, { to: 'ended' }),
        late: overdue('tellTown'),
      },
    },
    /** Paid, says the national system: the family is asked, by somebody else than who looked it up. */
    paid: {
      term: { sends: 'late', days: () => days.family },
      on: {
        reconcile: arrow({ who: ['village_clerk'], notWho: [{ step: 'filedOnline.copyStatus', since: 'case' }], checks: ['askedByNow'] },
          { when: 'arrived', to: 'confirmed', keep: ({ form }) => said({ arrivedBy: form.askedOn }) },
          { to: 'problem', do: ['tellTrouble'] }),
        late: overdue('tellPaid'),
      },
      tags: ['good'],
    },
    problem: {
      term: { sends: 'late', days: () => days.trouble },
      on: {
        fileAgain: arrow({ who: ['village_clerk', 'town_clerk'], checks: ['filedByNow'] }, { to: 'filedOnline', keep: filed }),
        settle: arrow({ who: ['town_clerk'], aside: true }, { to: 'ended', keep: ({ form }) => said({ outcome: form.outcome, told: form.told }) }),
        late: overdue('tellTrouble'),
      },
    },
    confirmed: { tags: ['end', 'good'], on: {} },
    ended: { tags: ['end'], on: {} },
  },
  list: {
    title: 'guardianName',
    fields: [
      { name: 'guardianName', label: { zh: '监护人', en: 'Guardian' }, type: 'text' },
      { name: 'year', label: { zh: '补贴年度', en: 'Year' }, type: 'number' },
      { name: 'bookedFor', label: { zh: '预约日期', en: 'Appointment' }, type: 'day' },
      { name: 'status', label: { zh: '国家系统状态', en: 'National system' }, type: 'text', options: statusOptions },
      { name: 'asOf', label: { zh: '查询日期', en: 'Looked up on' }, type: 'day' },
    ],
  },
});
