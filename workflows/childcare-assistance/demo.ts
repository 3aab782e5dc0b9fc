/** Families the demo town helps: some still getting their papers together, most of them paid by the national system. */
import type { DemoStep } from '../kit/workflow.ts';
import type { Data, EventName, Instant } from '../kit/words.ts';
import { ageOn } from '../office/days.ts';
import { workdayBefore } from '../office/demo-town/paydays.ts';
import type { Resident, Town } from '../office/demo-town/town.ts';
import { hourOf } from '../office/demo-town/verified-month.ts';
import { isName } from '../office/names.ts';
import { addWorkdays, dayOf } from '../office/working-days.ts';
import { papersAsked } from './forms.ts';

type Goal = 'checklist' | 'filedOnline' | 'paid' | 'confirmed' | 'problem';
/** How many stand there, and how many working days ago the first of them came. Paid, by the national system's word: the 24 and the 56 whom the family has confirmed. */
const GOALS: readonly (readonly [Goal, number, number])[] = [['checklist', 20, 1], ['filedOnline', 45, 8], ['paid', 24, 14], ['confirmed', 56, 20], ['problem', 5, 12]];
const SPREAD = 10;
/** A town too small for all has one of each. */
const LARGE = 1_000;
const AGES = { from: 22, to: 45 } as const;

/** Grown-ups of an age to have small children, soundly registered, village after village. */
const guardiansOf = ({ residents, planted, relations }: Town, at: Instant): Resident[] => {
  const doubtful = new Set([...planted.flatMap((one) => one.residents), ...relations.map(({ resident }) => resident)]);
  const fit = residents.filter(({ id, status, name, idNumber, birthDate }) => {
    const age = birthDate ? ageOn(birthDate, dayOf(at)) : 0;
    return status === 'active' && idNumber !== null && isName(name) && !doubtful.has(id) && age >= AGES.from && age <= AGES.to;
  });
  const villages = [...Map.groupBy(fit, ({ unit }) => unit).values()];
  const longest = Math.max(0, ...villages.map((people) => people.length));
  return Array.from({ length: longest }, (_, n) => villages.flatMap((people) => people[n] ?? [])).flat();
};

function* told(town: Town, guardian: Resident, goal: Goal, opened: string, n: number): Generator<DemoStep> {
  const { id: person, unit } = guardian;
  const holder = (post: string, at?: string): string => town.staff.find(({ posts }) => posts.some((held) => held.post === post && (at === undefined || held.unit === at)))?.id ?? '';
  const [clerk, copier] = [holder('village_clerk', unit), holder('town_clerk')];
  const step = (event: EventName, by: string, after: number, hour: number, data: Data): DemoStep =>
    ({ case: `YE-${String(n + 1).padStart(4, '0')}`, unit, event, by, at: hourOf(addWorkdays(opened, after), hour), data });
  const on = (after: number): string => addWorkdays(opened, after);
  yield step('open', clerk, 0, 9, { guardian: person, year: Number(opened.slice(0, 4)), consentNo: `监护人同意书${n + 1}` });
  if (goal === 'checklist' && n % 3 === 0) return;
  yield step('look', clerk, 0, 10, { papers: goal === 'checklist' ? papersAsked.slice(0, 1 + (n % 2)) : papersAsked });
  if (goal === 'checklist') { if (n % 2 === 0) yield step('book', clerk, 0, 11, { bookedFor: addWorkdays(opened, 15), place: '镇惠民服务窗口' }); return; }
  yield step('file', clerk, 1, 9, { channel: n % 2 === 0 ? 'window' : 'online', externalNo: `演示-YE-${String(n + 1).padStart(4, '0')}`, filedOn: on(1) });
  yield step('copyStatus', copier, 4, 9, { status: 'underReview', asOf: on(4) });
  if (goal === 'filedOnline') return;
  if (goal === 'problem') { yield step('copyStatus', copier, 8, 9, { status: 'returned', asOf: on(8), trouble: '监护关系证明不清晰，需重新上传。' }); return; }
  yield step('copyStatus', copier, 9, 9, { status: 'paid', asOf: on(9) });
  if (goal === 'confirmed') yield step('reconcile', clerk, 12, 9, { arrived: 'yes', askedOn: on(12), askedBy: n % 3 === 0 ? 'visit' : 'phone' });
}

export const demo = (town: Town, at: Instant): DemoStep[] => {
  const guardians = guardiansOf(town, at);
  const most = town.residents.length < LARGE ? 1 : Infinity;
  const plan = GOALS.flatMap(([goal, count, ago]) => Array.from({ length: Math.min(count, most) }, (_, n) => ({ goal, opened: workdayBefore(dayOf(at), ago + (n % SPREAD)) })));
  return plan.flatMap(({ goal, opened }, n) => {
    const guardian = guardians[n];
    return guardian ? [...told(town, guardian, goal, opened, n)] : [];
  });
};
